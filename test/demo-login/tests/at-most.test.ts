import { expect, it } from 'vitest';
import { atMost } from '../at-most';

it('lets so many go on at once, the others in their order, and goes on after a failure', async () => {
  const inTurn = atMost(2);
  const started: number[] = [];
  const finish: ((failure?: Error) => void)[] = [];
  const answers = [0, 1, 2, 3].map((index) =>
    inTurn(() => {
      started.push(index);
      return new Promise<number>((resolve, reject) => {
        finish[index] = (failure) => (failure === undefined ? resolve(index) : reject(failure));
      });
    }),
  );
  expect(started).toEqual([0, 1]);
  finish[1]?.(new Error('no'));
  await expect(answers[1]).rejects.toThrow('no');
  expect(started).toEqual([0, 1, 2]);
  finish[0]?.();
  expect(await answers[0]).toBe(0);
  expect(started).toEqual([0, 1, 2, 3]);
  finish[2]?.();
  finish[3]?.();
  expect(await Promise.all([answers[2], answers[3]])).toEqual([2, 3]);
  const last = inTurn(() => Promise.resolve('free again'));
  expect(await last).toBe('free again');
});
