/** Faults in whose page a page is. */
export const sites = [
  {
    name: 'ends-alike',
    find: `host === site || host.endsWith(\`.\${site}\`)`,
    replace: 'host === site || host.endsWith(site)',
    why: 'Codes of github.com are filled into evilgithub.com.',
    tests: ['test/sites/site.test.ts'],
  },
  {
    name: 'hosts-of-anybody',
    find: 'return read(hostname, true);',
    replace: 'return read(hostname, false);',
    why: 'All pages of github.io count as one site.',
    tests: ['test/sites/bindable-site.test.ts', 'test/sites/judge-site.test.ts'],
  },
  {
    name: 'nearly-this-computer',
    find: '127(?:\\.\\d{1,3}){3}',
    replace: '127\\..+',
    why: 'A page at 127.0.0.1.example counts as one of this computer and gets codes unencrypted.',
    tests: ['test/sites/fillable-origin.test.ts'],
  },
  {
    name: 'letters-of-other-scripts',
    find: 'const written = decodedHost(found.name);',
    replace: 'const written = found.name;',
    why: 'A host with Cyrillic letters in the place of Latin ones looks like nothing.',
    tests: ['test/sites/look-alike.test.ts'],
  },
  {
    name: 'rn-for-m',
    find: "{ rn: 'm', nn: 'm',",
    replace: "{ rn: 'n', nn: 'm',",
    why: 'rnicrosoft.com looks like nothing.',
    tests: ['test/sites/letter-shapes.test.ts', 'test/sites/look-alike.test.ts'],
  },
  {
    name: 'bound-elsewhere',
    find: 'if (sites.length === 0) proposedIds.add(account.id);',
    replace: 'proposedIds.add(account.id);',
    why: 'An account that is bound to another site is proposed here.',
    tests: ['test/app/site-check.test.ts'],
  },
  {
    name: 'one-account-excuses-all',
    find: 'const isKnownSite = accounts.some((account) => sitesOf(account).some(({ site }) => isHere(site)));',
    replace: 'const isKnownSite = accounts.every((account) => sitesOf(account).some(({ site }) => isHere(site)));',
    why: 'The site of one account is said to look like that of another.',
    tests: ['test/app/site-check.test.ts'],
  },
  {
    name: 'cyrillic-shown-as-latin',
    find: 'return ONE_SCRIPT.some((script) => script.test(label)) && (isLast || !LIKE_LATIN.test(label));',
    replace: 'return ONE_SCRIPT.some((script) => script.test(label)) && (isLast || LIKE_LATIN.test(label));',
    why: 'A host that reads as another is shown in its letters.',
    tests: ['test/sites/shown-host.test.ts'],
  },
  {
    name: 'look-alike-is-asked',
    find: "if (realSite !== undefined) turnTo({ name: 'look-alike', use: 'fill', account, page, realSite });",
    replace:
      "if (realSite !== undefined && failure.kind === 'other-site')\n        turnTo({ name: 'look-alike', use: 'fill', account, page, realSite });",
    why: 'A page that only looks like the site is offered to be bound to.',
    tests: ['test/e2e/threats/phishing.test.ts'],
  },
  {
    name: 'origin-below',
    find: "if (site.includes('://')) return origin === site;",
    replace: "if (site.includes('://')) return origin.startsWith(site);",
    why: 'An account of one origin is filled where that is only the beginning: another port.',
    tests: ['test/sites/site.test.ts'],
  },
];
