/**
 * A component whose code is loaded when it is first drawn: most openings of the popup only show codes. Nothing is drawn in
 * its place until it has come, which is one read of a file of the package.
 */
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** Grows with each component that has come: for what waits for a screen to be there. */
export const loads = signal(0);

export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Loaded: ComponentType<P> | undefined;
  return function Later(props: P) {
    // Read for its effect: what has come is drawn.
    loads.value;
    useEffect(() => {
      if (Loaded !== undefined) return;
      void load().then((loaded) => {
        Loaded = loaded;
        loads.value += 1;
      });
    }, []);
    return Loaded === undefined ? null : <Loaded {...props} />;
  };
}
