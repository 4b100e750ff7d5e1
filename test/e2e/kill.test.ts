/** T15: the browser killed in the middle of writes: twice, in the long run four times, and fifty by `npm run prove:vault`. */
import { expect, it } from 'vitest';
import { killRounds } from './kill-rounds';
import { IS_LONG } from './kinds';

it('T15: nothing that was said to be saved is gone after a SIGKILL within writes', async () => {
  const rounds = IS_LONG ? 4 : 2;
  expect(await killRounds(rounds, console.log)).toMatchObject({ rounds, lostAcknowledged: 0 });
});
