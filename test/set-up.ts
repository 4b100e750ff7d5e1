/** Before every test file in Node. */
import fc from 'fast-check';
import { namedSeed } from './seed';

// The seed that HALFMINUTE_SEED names is that of every property. Without it each has its own, told where it fails.
const seed = namedSeed();
if (seed !== undefined) fc.configureGlobal({ seed });

// Node 20's own, once it is compiled, refuses every address with a Latin letter outside of ASCII, such as https://münchen.de.
// Browsers have no such mistake.
URL.canParse = (url, base) => {
  try {
    return new URL(url, base) instanceof URL;
  } catch {
    return false;
  }
};
