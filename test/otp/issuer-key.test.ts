import { describe, expect, it } from 'vitest';
import { iconsOf, keyOf } from '../../scripts/issuer-icons.mjs';
import { issuerKey } from '../../src/otp/issuer-key';

describe('the key of an issuer', () => {
  it.each([
    ['Proton Mail', 'protonmail'],
    ['proton-mail', 'protonmail'],
    ['ＰｒｏｔｏｎMail!', 'protonmail'],
    ['Ærø Færge', 'ærøfærge'],
    ['Évolution', 'evolution'.replace('e', 'é').normalize('NFKD').replace(/\p{M}/gu, '')],
    ['🦊', ''],
  ])('of %s is %s, here and where the icons are made', (name, key) => {
    expect(issuerKey(name)).toBe(key);
    expect(keyOf(name)).toBe(key);
  });
});

describe('the icons of issuers', () => {
  it('stand under each of their names, once', () => {
    const { icons, keys } = iconsOf('GitHub, GitHub Enterprise: github.com\nNobody at all: nobody.example\n');
    expect(icons).toHaveLength(1);
    expect(icons[0]?.[0]).toMatch(/^[0-9A-F]{6}$/);
    expect(keys).toEqual({ github: 0, githubenterprise: 0 });
  });
});
