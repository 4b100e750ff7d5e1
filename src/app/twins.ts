/** Accounts that are there already, held against those that come in. */
export { repeatedIds, type Twin, twinFinder } from '../vault/twins';
