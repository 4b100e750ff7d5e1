/** What the tests of bound sites look at: the boxes of a preview, the list in the form of an account. */
import { expect } from 'vitest';
import { violationsInBoth } from './axe-look';
import type { ColorScheme, View } from './rig/extension-browser';
import { picture, type Stage } from './stage';

const SIDEWAYS = "document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth";
/** How much of the popup is out of sight. */
export const BELOW = "document.querySelector('main').scrollHeight - document.querySelector('main').clientHeight";
const SITES = `[...document.querySelectorAll('[data-show=sites] [data-site]')].map((one) =>
  one.dataset.site + (one.querySelector('[data-choice=submits]').checked ? ' submits' : ''))`;
const ROWS = `Object.fromEntries([...document.querySelectorAll('.row, .incoming')].map((one) =>
  [one.querySelector('[data-show=label]').innerText, one.dataset.account]))`;

export async function isTicked(view: View, target: string): Promise<boolean> {
  await view.waitFor(target);
  return await view.evaluate<boolean>(`document.querySelector('${target}').checked`);
}

/** In the form of an account, each as it is stored, with "submits" behind it where that is ticked. */
export async function sitesIn(view: View): Promise<string[]> {
  await view.waitFor('[data-show=sites]');
  return await view.evaluate<string[]>(SITES);
}

/** A row of the list, or of a preview of several. */
export async function rowOf(view: View, label: string): Promise<string> {
  const ids = await view.evaluate<Record<string, string>>(ROWS);
  return `[data-account="${ids[label]}"]`;
}

export async function edit(popup: View, label: string): Promise<void> {
  await popup.waitFor('[data-screen=list]');
  await popup.click(`${await rowOf(popup, label)} [data-do=edit]`);
  await popup.waitFor('[data-screen=edit]');
}

/** In both colours: a picture, no accessibility violation, nothing that scrolls sideways. */
export async function glance({ browser }: Stage, view: View, name: string): Promise<void> {
  const shoot = async (scheme: ColorScheme) => await picture(view, `${browser.kind}-${scheme}-${name}`);
  expect(await violationsInBoth(view, shoot), name).toEqual([]);
  expect(await view.evaluate(SIDEWAYS), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}
