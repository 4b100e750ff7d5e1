/** What rows and buttons do, loaded behind the first drawing: most openings end with one of them, and none begins with one. */
import type { Account } from '../src/app/account';

const filling = () => import('./fill-tasks');

export async function fill(account: Account): Promise<void> {
  await (await filling()).fill(account);
}

export async function copy(account: Account): Promise<void> {
  await (await filling()).copy(account);
}

export async function copyNext(account: Account): Promise<void> {
  await (await filling()).copyNext(account);
}

export async function scan(): Promise<void> {
  await (await import('./tasks')).scan();
}

/** Codes go by the computer's clock alone again. */
export async function stopCorrecting(): Promise<void> {
  await (await import('./clock-tasks')).stopCorrecting();
}

export async function showBackups(): Promise<void> {
  await (await import('./tasks')).showBackups();
}

export async function loadActs(): Promise<void> {
  const dragging = import('./drag').then(({ followDrags }) => followDrags());
  await Promise.all([filling(), import('./tasks'), dragging, import('../src/ui/error-text')]);
}
