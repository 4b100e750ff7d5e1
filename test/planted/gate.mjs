/** Faults in the manifest, and in the gate that every build is held against. */
export const gate = [
  {
    name: 'one-more-permission',
    find: '"permissions": ["activeTab", ',
    replace: '"permissions": ["activeTab", "tabs", ',
    why: 'Every address that a person visits is laid open to the extension.',
    tests: ['test/gate.test.ts'],
  },
  {
    name: 'laxer-policy',
    find: "\"extension_pages\": \"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
    replace: "\"extension_pages\": \"default-src 'none'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'",
    why: 'Pages of the extension may run texts as code.',
    tests: ['test/gate.test.ts'],
  },
  {
    name: 'split-private-windows',
    find: '"incognito": "spanning"',
    replace: '"incognito": "split"',
    why: 'Private windows have a vault of their own.',
    tests: ['test/gate.test.ts'],
  },
  {
    name: 'another-key-for-lock',
    find: '"lock": { "suggested_key": { "default": "Alt+Shift+L" }',
    replace: '"lock": { "suggested_key": { "default": "Alt+Shift+K" }',
    why: 'The key that everybody was told does not lock.',
    tests: ['test/e2e/lock-command.test.ts'],
  },
  {
    name: 'gate-lets-content-scripts',
    find: "  'content_scripts',\n",
    replace: '',
    why: 'A build that runs in every page passes the gate.',
    tests: ['test/gate.test.ts'],
  },
  {
    name: 'gate-lets-optional-hosts',
    find: "  'optional_host_permissions',\n",
    replace: '',
    why: 'A build that may ask for pages later passes the gate.',
    tests: ['test/gate.test.ts'],
  },
  {
    name: 'gate-lets-inner-maps',
    find: 'readdirSync(folder, { recursive: true, withFileTypes: true })',
    replace: 'readdirSync(folder, { recursive: false, withFileTypes: true })',
    why: 'Source maps in a folder of the package pass the gate.',
    tests: ['test/gate.test.ts'],
  },
];
