/** Faults in what the background does: menus, commands, and what waits for the popup. */
export const background = [
  {
    name: 'intent-of-another-tab',
    find: 'return isFresh && intent.tabId === (await findActiveTab())?.id ? intent : undefined;',
    replace: 'return isFresh && (await findActiveTab()) !== undefined ? intent : undefined;',
    why: 'What was asked for on one page is done on another.',
    tests: ['test/e2e/scan-answers.test.ts'],
  },
  {
    name: 'old-intent',
    find: 'const isFresh = nowMs - intent.atMs <= INTENT_MS && nowMs >= intent.atMs;',
    replace: 'const isFresh = nowMs - intent.atMs <= INTENT_MS * 1000 && nowMs >= intent.atMs;',
    why: 'What was asked for long ago is done when the popup opens.',
    tests: ['test/e2e/scan-answers.test.ts'],
  },
  {
    name: 'fill-command-scans',
    find: "onCommand(FILL_COMMAND, (tabId) => void ask('fill', tabId));",
    replace: "onCommand(FILL_COMMAND, (tabId) => void ask('scan', tabId));",
    why: 'The key for filling scans.',
    tests: ['test/e2e/sign-in.test.ts'],
  },
  {
    name: 'fill-menu-scans',
    find: "onMenu(FILL_MENU, (tabId) => void ask('fill', tabId));",
    replace: "onMenu(FILL_MENU, (tabId) => void ask('scan', tabId));",
    why: 'The menu entry for filling scans.',
    tests: ['test/e2e/sign-in.test.ts'],
  },
  {
    name: 'badge',
    find: "if (!(await opened).ok) await setBadge('!');",
    replace: "if ((await opened).ok) await setBadge('!');",
    why: 'The icon calls for a look when the popup is open, and not when it could not be opened.',
    tests: ['test/e2e/scan-command.test.ts'],
  },
  {
    name: 'any-command',
    find: 'if (command === name) pressed(tab?.id);',
    replace: "if (command === name || command !== '') pressed(tab?.id);",
    why: 'Every key locks.',
    tests: ['test/e2e/sign-in.test.ts'],
  },
  {
    name: 'storage-open-to-pages',
    find: "setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })",
    replace: "setAccessLevel?.({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' })",
    why: 'What runs in a page may read and write what is stored.',
    tests: ['test/e2e/threats/content-script.test.ts'],
  },
  {
    name: 'menu-of-pages-on-fields',
    find: "field: ['editable'],",
    replace: "field: ['page'],",
    why: 'The menu of a field does not offer to fill it.',
    tests: ['test/e2e/sign-in.test.ts'],
  },
];
