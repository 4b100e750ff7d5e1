/**
 * T15: one operation after another, disturbed at its every call in every way. What the disk then amounts to must be what it
 * did before the operation or after it, and after it where the operation said that it was done.
 */
import { copyOf, portsOf, withFault } from './disk';
import { lookAfter, OPERATIONS, type Operation } from './fault-operations';
import { atEveryCall, type FaultKind } from './faulty';

export interface FaultCount {
  readonly faultPoints: number;
  /** One sentence for each point that was left neither before nor after. */
  readonly thirdStates: readonly string[];
}

export async function disturb({ name, prepare }: Operation, kind: FaultKind): Promise<FaultCount> {
  const prepared = await prepare();
  const { disk, run, look, nowMs, mustSucceed } = prepared;
  const [before, after] = [await look(disk), await lookAfter(prepared)];
  const isTransient = !kind.startsWith('stop') && !kind.endsWith('full');
  const thirdStates: string[] = [];
  const faultPoints = await atEveryCall(kind, async (fault) => {
    const faulty = withFault(disk, fault);
    const { ok } = await run(portsOf(faulty, nowMs));
    if (!fault.hasHit) return;
    const left = await look(copyOf(faulty));
    const where = `${name}, ${kind} at call ${fault.at}`;
    if (left !== after && (ok || left !== before)) thirdStates.push(`${where} (${ok ? 'done' : 'failed'}): ${left}`);
    else if (!ok && mustSucceed && isTransient) thirdStates.push(`${where}: refused`);
  });
  return { faultPoints, thirdStates };
}

export async function disturbAll(
  kinds: readonly FaultKind[],
  say: (line: string) => void = () => {},
): Promise<FaultCount> {
  let faultPoints = 0;
  const thirdStates: string[] = [];
  for (const operation of OPERATIONS) {
    for (const kind of kinds) {
      const one = await disturb(operation, kind);
      faultPoints += one.faultPoints;
      thirdStates.push(...one.thirdStates);
    }
    say(`${operation.name}: ${faultPoints} points so far, ${thirdStates.length} third states`);
  }
  return { faultPoints, thirdStates };
}
