/** Texts in QR codes that enrol no account, and what a person is told of each. */
export const ENROLS_NOTHING: readonly (readonly [name: string, text: string, answer: RegExp])[] = [
  ['a web link', 'https://example.com/a?b=c', /is a web link.*https:\/\/example\.com\/a\?b=c/s],
  ['a wireless network', 'WIFI:T:WPA;S:home;P:do-not-show-me;;', /^(?!.*do-not-show-me).*Wi-Fi/s],
  ['plain text', 'hello \u202eworld', /plain text.*hello \[U\+202E\]world/s],
  ['an export of nothing usable', 'otpauth-migration://offline?data=CgA%3D', /export.*none of the accounts in it/],
  ['a damaged export', 'otpauth-migration://offline?data=XXXX', /export.*damaged or incomplete/],
  ['an illegal secret', 'otpauth://totp/x?secret=JBSW1890', /characters that can’t be in one/],
  ['no secret', 'otpauth://totp/x?issuer=y', /holds no secret/],
  ['an otpauth link that is none', 'otpauth:totp?secret=JBSWY3DPEHPK3PXP', /plain text, not a set-up code/],
  ['an unknown kind of code', 'otpauth://yotp/x?secret=JBSWY3DPEHPK3PXP', /kind of code Halfminute can’t make/],
  ['0 digits', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&digits=0', /number of digits/],
  ['262 digits', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&digits=262', /number of digits/],
  ['a period of 0', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&period=0', /impossible period/],
  ['a period of 90,000 s', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&period=90000', /impossible period/],
  ['an unknown algorithm', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&algorithm=MD5', /algorithm/],
];
