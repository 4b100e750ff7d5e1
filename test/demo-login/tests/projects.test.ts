import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../database';
import { createDemoSite } from '../server';
import { CHEAP_PASSWORDS } from './cheap-passwords';
import { type OpenSite, openSite } from './visitor';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite();
});

async function frontOf(name: string): Promise<{ html: string; projects: (string | undefined)[] }> {
  const person = site.people.find((one) => one.name === name);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  const { html } = await site.visitorAt('signed-in', person);
  return { html, projects: [...html.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, title]) => title) };
}

const ALL = [
  'Tram stop signs',
  'Greenhouse open day',
  'Harbour Library refit',
  'Timetable for one hand',
  'Autumn seed catalogue',
  'Town square benches',
];

describe('the front', () => {
  it.each(['Mira Holt', 'Jonas Vik', 'Ines Duarte'])(
    'shows %s, who is staff, every project, what is due first',
    async (name) => {
      expect((await frontOf(name)).projects).toEqual(ALL);
    },
  );

  it.each([
    ['Noor Alder', ['Harbour Library refit', 'Town square benches'], 'Alder Council'],
    ['Tomas Fern', ['Greenhouse open day', 'Autumn seed catalogue'], 'Fernhill Nursery'],
    ['Kei Sato', ['Tram stop signs'], 'Northline Transit'],
  ])('shows %s nothing of anybody else’s projects', async (name, projects, client) => {
    const front = await frontOf(name);
    expect(front.projects).toEqual(projects);
    for (const other of ALL) expect(front.html.includes(other)).toBe(projects.includes(other));
    for (const other of ['Alder Council', 'Fernhill Nursery', 'Northline Transit']) {
      expect(front.html.includes(other)).toBe(other === client);
    }
  });

  it('tells of a project when it is due, what is next, how far it is, and who is on it', async () => {
    const { html } = await frontOf('Kei Sato');
    const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Hello, Kei One project is on the bench. Due next: Tram stop signs,');
    expect(text).toMatch(/Needs a look Due \w{3},? \d+ Feb Tram stop signs Northline Transit/);
    expect(text).toContain('Answer the printer about the blue Check the sign at night 3 of 6 tasks done');
    expect(html).toContain('<progress max="6" value="3"');
    for (const name of ['Jonas Vik', 'Kei Sato']) expect(html).toContain(`<span class="unseen">${name}</span>`);
  });

  it('is the same after starting over', async () => {
    const before = await frontOf('Noor Alder');
    const visitor = await site.visitor().get('/sign-in');
    await visitor.post('/start-over');
    expect((await frontOf('Noor Alder')).projects).toEqual(before.projects);
    expect(site.database.all('SELECT * FROM projects')).toHaveLength(ALL.length);
    expect(site.database.all('SELECT * FROM project_people')).toHaveLength(13);
  });
});

describe('a database in which there are none, as an earlier demo leaves it', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-projects-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is given them when it is opened, once', async () => {
    const file = join(folder, 'demo.db');
    for (const empties of [true, false, false]) {
      const database = openDatabase(file);
      await createDemoSite({ database, passwordCost: CHEAP_PASSWORDS });
      expect(database.all('SELECT * FROM projects')).toHaveLength(ALL.length);
      expect(database.all('SELECT * FROM people')).toHaveLength(6);
      if (empties) database.run('DELETE FROM projects');
      expect(database.all('SELECT * FROM tasks')).toHaveLength(empties ? 0 : 30);
      database.close();
    }
  });
});
