/** Faults in the demo site, whose rules are those of a careful real one. */
export const demo = [
  {
    name: 'code-twice',
    find: 'WHERE person_id = :personId AND last_step < :step',
    replace: 'WHERE person_id = :personId AND last_step <= :step',
    why: 'A code is accepted a second time.',
    tests: ['test/demo-login/tests/codes.test.ts'],
  },
  {
    name: 'one-guess-more',
    find: 'wrongInARow >= RULES[kind].allowed ?',
    replace: 'wrongInARow > RULES[kind].allowed ?',
    why: 'One more guess is allowed than is said.',
    tests: ['test/demo-login/tests/attempts.test.ts'],
  },
  {
    name: 'more-steps-of-grace',
    find: 'const STEPS_OF_GRACE = 1;',
    replace: 'const STEPS_OF_GRACE = 2;',
    why: 'Codes are taken for two steps on either side.',
    tests: ['test/demo-login/tests/totp.test.ts', 'test/demo-login/tests/codes.test.ts'],
  },
  {
    name: 'other-sessions-stay',
    find: "'DELETE FROM sessions WHERE person_id = :personId AND id_hash <> :idHash'",
    replace: "'DELETE FROM sessions WHERE person_id = :personId AND id_hash = :idHash'",
    why: 'Who changes how they sign in is signed out, and everybody else stays signed in.',
    tests: ['test/demo-login/tests/security.test.ts'],
  },
  {
    name: 'lax-cookie',
    find: "sameSite: 'Strict'",
    replace: "sameSite: 'Lax'",
    why: "The session goes along with another site's links.",
    tests: ['test/demo-login/tests/web-safety.test.ts', 'test/demo-login/tests/sign-in.test.ts'],
  },
];
