// Which test files which run plays in which browser.

/** `include` and `exclude` of the browser's project. */
export function browserFiles(_kind, _isLong) {
  return { include: ['test/e2e/**/*.test.ts', 'test/in-page/**/*.test.ts'], exclude: [] };
}
