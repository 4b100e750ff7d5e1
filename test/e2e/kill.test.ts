/** T15: the browser killed in the middle of writes. `npm run prove:vault` does it fifty times. */
import { expect, it } from 'vitest';
import { killRounds } from './kill-rounds';

it('T15: nothing that was said to be saved is gone after a SIGKILL within writes', async () => {
  expect(await killRounds(4, () => undefined)).toMatchObject({ rounds: 4, lostAcknowledged: 0 });
});
