import { expect, it } from 'vitest';
import { isFillableUrl } from '../../src/sites/fillable-origin';

it.each([
  ['https://example.com/a', true],
  ['http://localhost:8080/', true],
  ['http://demo.localhost/', true],
  ['http://127.0.0.1:3000/x', true],
  ['http://127.8.8.8/', true],
  ['http://[::1]:9/', true],
  ['http://example.com/', false],
  ['http://localhost.example.com/', false],
  ['http://127.0.0.1.example.com/', false],
  ['file:///etc/hosts', false],
  ['chrome://settings', false],
  ['about:blank', false],
  ['nonsense', false],
])('%s: %s', (url, isFillable) => expect(isFillableUrl(url)).toBe(isFillable));
