/** Before every test file: the seed that HALFMINUTE_SEED names is that of every property. Without it each has its own, told where it fails. */
import fc from 'fast-check';
import { namedSeed } from './seed';

const seed = namedSeed();
if (seed !== undefined) fc.configureGlobal({ seed });
