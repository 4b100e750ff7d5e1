// Faults that somebody could make: each is a snippet of the product, found wherever it stands, and what takes its place.
// `npm run prove:tests` puts them in one after the other, in a copy, and tells which tests notice.
import { readFileSync } from 'node:fs';
import { background } from './background.mjs';
import { codes } from './codes.mjs';
import { demo } from './demo.mjs';
import { fill } from './fill.mjs';
import { gate } from './gate.mjs';
import { popup } from './popup.mjs';
import { scan } from './scan.mjs';
import { session } from './session.mjs';
import { sites } from './sites.mjs';
import { vault } from './vault.mjs';

/**
 * @typedef {object} Planted
 * @property {string} name
 * @property {string} find a snippet that stands in the product exactly once
 * @property {string} replace
 * @property {string} why what a person or an attacker would notice
 * @property {readonly string[]} tests the test files that should fall first
 */

/** @type {Readonly<Record<string, readonly Planted[]>>} */
export const rooms = { fill, vault, session, scan, sites, popup, background, demo, gate, codes };

const FOLDERS = /^(?:src|popup|options|test\/demo-login)\/.*\.(?:tsx?|js|css|html)$/;
const TESTS = /^test\/demo-login\/tests\/|\.test\.ts$/;
const SINGLE = ['manifest.json', 'scripts/gate.mjs'];

/** Whether a fault may be planted in this file. */
export function isProduct(path) {
  return SINGLE.includes(path) || (FOLDERS.test(path) && !TESTS.test(path));
}

/** The files that hold the snippet, each once for every time it stands there. */
export function placesOf(find, paths, read = (path) => readFileSync(path, 'utf8')) {
  return paths.flatMap((path) => Array.from({ length: read(path).split(find).length - 1 }, () => path));
}
