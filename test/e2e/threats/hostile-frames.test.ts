/** T3: hostile frames, and pages that turn into another one while a code is on its way. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IS_LONG, KINDS } from '../kinds';
import { eventually } from '../rig/eventually';
import type { View } from '../rig/extension-browser';
import { act, BoundStage } from './bound-stage';
import { bait, ear, FIELD, frame, quoted } from './hostile-markup';

const EVIL = 'evil.example';

/** From here on the popup tells when it runs something in the page. */
const TELL_INJECTIONS = `(() => {
  const { scripting } = chrome;
  const run = scripting.executeScript.bind(scripting);
  scripting.executeScript = (order) => { window.isRun = true; return run(order); };
})()`;

/** From here on the popup holds back what it would run in the page until it is let go. */
const HOLD_INJECTIONS = `(() => {
  const { scripting } = chrome;
  const run = scripting.executeScript.bind(scripting);
  const held = new Promise((letGo) => { window.letGo = () => letGo(); });
  scripting.executeScript = async (order) => { window.isHeld = true; await held; return await run(order); };
})()`;

describe.each(KINDS)('%s', (kind) => {
  let stage: BoundStage;
  let page: View;
  beforeAll(async () => {
    stage = await BoundStage.set(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const earUrl = () => stage.site.at('ear.example', '/heard');
  const baited = (name: string) => bait(name, earUrl());
  const told = () => stage.site.heard.filter(({ host }) => host === 'ear.example').map(({ body }) => body);
  const code = () => expect.toSatisfy((text: string) => stage.codes().includes(text));
  const value = () => page.evaluate<string>('document.querySelector("[name=otp]").value');
  /** Shows `body` at the account's own site, and a document with a baited field everywhere else. */
  const open = async (body: string, url = stage.site.at('contoso.com'), headers = {}) => {
    const { hostname } = new URL(url);
    stage.site.show({
      '*': baited('elsewhere'),
      [hostname]: { body, headers },
      [`${hostname}/inner`]: baited('inner'),
      [`${EVIL}/outer`]: `${baited('outer')}${frame('within', `src="${new URL('/inner', url)}"`)}`,
    });
    page = await stage.browser.openPage(url);
  };
  const hear = async (...wanted: string[]) => await expect.poll(told).toEqual(expect.arrayContaining(wanted));
  /** Every frame looks once more and says so, and none has told of a code or of a message from anybody else. */
  const expectNothingHeard = async (...names: string[]) => {
    await page.evaluate(
      `[...Array(frames.length).keys()].forEach((place) => frames[place].postMessage('look now', '*'))`,
    );
    await hear(...names.map((name) => `${name} looked`));
    expect(stage.withCode(stage.site.heard.map(({ path, body }) => `${path} ${body}`))).toEqual([]);
    expect(told().filter((words) => words.includes(' message '))).toEqual([]);
    const typing = /^\S+ (?:keydown|beforeinput|input|change|paste|drop) /;
    expect(told().filter((words) => typing.test(words))).toEqual([]);
  };

  /** All at once: each would be glad of the code, and the last one has the focus. */
  const hostileFrames = (at: (host: string, path?: string) => string) => ({
    names: ['elsewhere', 'sandboxed', 'sandboxed-inline', 'data', 'outer'],
    html: [
      frame('sandboxed', `sandbox="allow-scripts" src="data:text/html,${encodeURIComponent(baited('sandboxed'))}"`),
      frame('sandboxed-inline', `sandbox="allow-scripts allow-forms" srcdoc="${quoted(baited('sandboxed-inline'))}"`),
      frame('sandboxed-own', `sandbox="allow-scripts allow-same-origin" src="${at(EVIL)}"`),
      frame('sandboxed-same', `sandbox="allow-scripts" src="/inner"`),
      frame('data', `src="data:text/html,${encodeURIComponent(baited('data'))}"`),
      frame('same-site', `src="${at('login.contoso.com')}"`),
      frame('other-local', `src="${at('a.localhost')}"`),
      frame('outer', `src="${at(EVIL, '/outer')}"`),
      frame('last', `src="${at(EVIL)}"`),
    ].join(''),
  });
  const SITES = [
    ['https://contoso.com', (host = 'contoso.com', path = '/') => stage.site.at(host, path)],
    ['this machine', (host = '127.0.0.1', path = '/') => stage.site.plainAt(host, path)],
  ] as const;

  describe.each(SITES)('on %s, full of frames of others', (name, at) => {
    // In which frames a field counts is asked in a document; the long wait for one is the same on either site.
    it.runIf(IS_LONG || name !== 'this machine')(
      'T3: a focused field in one of them gets nothing where the page has none',
      async () => {
        const { names, html } = hostileFrames(at);
        await open(html, at());
        await hear(...names.map((name) => `${name} here`), 'inner here');
        expect(await page.evaluate('document.activeElement.tagName')).toBe('IFRAME');
        expect(await stage.fill(await stage.openList())).not.toBe('filled');
        await expectNothingHeard(...names);
      },
    );

    it('T3: the page’s own field gets the code, whichever frame has the focus', async () => {
      const { names, html } = hostileFrames(at);
      await open(`${FIELD}<br>${html}`, at());
      await hear(...names.map((name) => `${name} here`), 'inner here');
      expect(await stage.fill(await stage.openList())).toBe('filled');
      expect(await value()).toEqual(code());
      await expectNothingHeard(...names);
    });
  });

  describe('frames that move', () => {
    const evilFrame = () => frame('mover', `src="${stage.site.at(EVIL)}"`);
    it.each([
      [
        'over the field and away again',
        () => `${FIELD}${evilFrame()}<script>
          const { style } = document.querySelector('iframe');
          style.cssText = 'position: fixed; left: 0; width: 300px; height: 80px';
          let turn = 0;
          const move = () => { turn += 1; style.top = turn % 3 === 0 ? '0' : '200px'; requestAnimationFrame(move); };
          move();
        </script>`,
      ],
      [
        'into the place of a field that comes late',
        () => `<p>Wait</p>${evilFrame()}<script>
          const own = document.querySelector('iframe');
          let turn = 0;
          const swap = () => {
            turn += 1;
            document.querySelector('[name=otp]')?.remove();
            if (turn % 2 === 0) own.before(Object.assign(document.createElement('input'), { name: 'otp', autocomplete: 'one-time-code' }));
            else own.focus();
            setTimeout(swap, 15);
          };
          setTimeout(swap, 300);
        </script>`,
      ],
      [
        'from the page’s own origin to another one',
        () => `${frame('mover', 'src="/inner"')}<script>
          const own = document.querySelector('iframe');
          let turn = 0;
          own.onload = () => { if ((turn += 1) < 8) own.src = turn % 2 === 1 ? '${stage.site.at(EVIL)}' : '/inner'; };
        </script>`,
      ],
    ])('T3: %s get nothing', async (_, body) => {
      await open(body());
      await hear('elsewhere here');
      await stage.fill(await stage.openList());
      await page.evaluate('document.querySelector("iframe").src = "about:blank"');
      const byOthers = told().filter((words) => !words.startsWith('inner '));
      expect(stage.withCode(byOthers)).toEqual([]);
    });

    it.each([
      ['the field', FIELD, 'beforeinput'],
      ['the second of six boxes', '<input name="otp" maxlength="1" size="1">'.repeat(6), 'input'],
    ])('T3: one that takes the place of %s while it is typed into', async (_, fields, moment) => {
      await open(`${fields}<script>
        document.addEventListener('${moment}', ({ target }) => {
          const evil = Object.assign(document.createElement('iframe'), { src: '${stage.site.at(EVIL)}' });
          (target.nextElementSibling ?? target).replaceWith(evil);
          evil.focus();
        }, { capture: true, once: true });
      </script>`);
      await stage.fill(await stage.openList());
      await hear('elsewhere here');
      await expectNothingHeard('elsewhere');
    });
  });

  it('T3: the account’s site in a frame of another page gets nothing', async () => {
    await open('Nothing');
    page = await stage.browser.openPage(stage.site.at(EVIL, '/outer'));
    await hear('outer here', 'inner here');
    expect(await stage.fill(await stage.openList())).not.toBe('filled');
    await expectNothingHeard('inner');
  });

  it('T3: a page that its own site has put into a sandbox gets nothing', async () => {
    await open(baited('boxed'), undefined, { 'content-security-policy': 'sandbox allow-scripts allow-forms' });
    await hear('boxed here');
    expect(await stage.fill(await stage.openList())).not.toBe('filled');
    expect(await value()).toBe('');
  });

  describe('a page that turns into another', () => {
    const leaveFor = async (url: string) => await page.evaluate(`void (location.href = ${JSON.stringify(url)})`);

    it('T3: while the popup is open, leads the code nowhere', async () => {
      await open(FIELD);
      const popup = await stage.openList();
      await leaveFor(stage.site.at(EVIL));
      await hear('elsewhere here');
      expect(await stage.fill(popup)).not.toBe('filled');
      expect(await value()).toBe('');
      await expectNothingHeard();
    });

    it.each([
      ['another site', () => stage.site.at(EVIL), 'elsewhere'],
      ['another host of the same site', () => stage.site.at('login.contoso.com'), 'elsewhere'],
    ])('T3: %s, between the check and the fill, leads the code nowhere', async (_, url, name) => {
      await open(FIELD);
      const popup = await stage.openList();
      await popup.evaluate(HOLD_INJECTIONS);
      await popup.click(act('fill'));
      await eventually(
        () => popup.evaluate<boolean>('window.isHeld === true'),
        () => 'the popup to be about to fill',
      );
      await leaveFor(url());
      await hear(`${name} here`);
      await popup.evaluate('letGo()');
      expect(await stage.outcome(popup)).not.toBe('filled');
      expect(await value()).toBe('');
      await expectNothingHeard();
    });

    it.each([
      ['another site', () => stage.site.at(EVIL), 'elsewhere'],
      ['another page of its own', () => stage.site.at('contoso.com', '/inner'), 'inner'],
    ])('T3: %s, while the fill waits for a field, leads the code to nobody else', async (_, url, name) => {
      await open(`<p>Wait${ear('waiting', earUrl())}`);
      await hear('waiting here');
      const popup = await stage.openList();
      await popup.evaluate(TELL_INJECTIONS);
      await popup.click(act('fill'));
      await eventually(
        () => popup.evaluate<boolean>('window.isRun === true'),
        () => 'the fill to begin',
      );
      await leaveFor(url());
      await hear(`${name} here`);
      const outcome = await stage.outcome(popup);
      expect(stage.withCode(told().filter((words) => !words.startsWith('inner ')))).toEqual([]);
      const typed = await value();
      if (name !== 'inner') expect(typed).toBe('');
      // Of a page that went on nobody knows whether it was typed into, and the popup says no more than that.
      else expect(outcome === 'filled' ? stage.codes() : ['', ...stage.codes()]).toContain(typed);
    });
  });
});
