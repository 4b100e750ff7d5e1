/** The rule of thumb that asks for one click more. */
import { expect, it } from 'vitest';
import { isWeak } from '../../src/ui/weak-passphrase';

it.each([
  'password',
  'Password1!',
  'passw0rd123',
  'qwertyuiop',
  'iloveyou2',
  'correcthorsebatterystaple',
  'halfminute',
  '12345678',
  '0000000000000000',
  'abababababab',
  'lanterns',
  'ÄÖÜÄÖÜÄÖÜ',
])('%s is weak', (passphrase) => expect(isWeak(passphrase)).toBe(true));

it.each([
  'quiet river carries lanterns',
  'correct horse battery staple',
  'password of my grandmother’s bicycle',
  'Tr0ub4dor&3',
  'x7!kQp2#',
  '橡皮鸭子在河里游泳 1',
])('%s is let through', (passphrase) => expect(isWeak(passphrase)).toBe(false));

it('says nothing of one that is too short anyway', () => expect(isWeak('short')).toBe(false));
