/** What holds for the whole account, by name. What was never chosen is as it is here. */
import { text } from './columns';
import type { Site } from './site';

const DEFAULTS = {
  /** By type of person: whether two factor is mandatory. */
  'forced-staff': 'off',
  'forced-client': 'off',
  'forced-contractor': 'off',
  /** A financial plug-in makes it mandatory for everyone, or for Staff alone. */
  'plug-in': 'off',
  'plug-in-staff-only': 'off',
  /** How far the site's clock is from the computer's. */
  'clock-offset-ms': '0',
  /** Of what is set up next. */
  'next-hash': 'sha1',
  'next-digits': '6',
  'next-period': '30',
} as const;

export type SettingName = keyof typeof DEFAULTS;

type Database = Pick<Site, 'database'>;

export function readSetting({ database }: Database, name: SettingName): string {
  const row = database.find('SELECT value FROM settings WHERE name = :name', { ':name': name });
  return row === undefined ? DEFAULTS[name] : text(row, 'value');
}

export function isOn(site: Database, name: SettingName): boolean {
  return readSetting(site, name) === 'on';
}

export function writeSetting({ database }: Database, name: SettingName, value: string): void {
  database.run('INSERT OR REPLACE INTO settings VALUES (:name, :value)', { ':name': name, ':value': value });
}
