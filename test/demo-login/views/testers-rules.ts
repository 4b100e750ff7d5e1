import { html } from 'hono/html';
import { isOn, type SettingName } from '../settings';
import type { Site } from '../site';
import type { View } from './layout';

export interface ListedRule {
  readonly name: string;
  readonly does: string;
  readonly isOn: boolean;
}

const RULES: readonly (Omit<ListedRule, 'isOn'> & { readonly setting: SettingName })[] = [
  {
    setting: 'forced-staff',
    name: 'Mandatory for Staff',
    does: 'Mira, Jonas and Ines have to set two factor up at their next sign-in, and cannot turn it off.',
  },
  {
    setting: 'forced-client',
    name: 'Mandatory for Clients',
    does: 'Noor and Tomas have to set two factor up at their next sign-in, and cannot turn it off.',
  },
  {
    setting: 'forced-contractor',
    name: 'Mandatory for Contractors',
    does: 'Kei has to set two factor up at the next sign-in, and cannot turn it off.',
  },
  {
    setting: 'plug-in',
    name: 'Financial plug-in connected',
    does: 'Everybody has to set two factor up at their next sign-in, and cannot turn it off.',
  },
  {
    setting: 'plug-in-staff-only',
    name: 'The plug-in’s rule only for Staff',
    does: 'The plug-in then makes it mandatory for Staff alone. Without the plug-in it does nothing.',
  },
];

export function rulesOf(site: Site): readonly ListedRule[] {
  return RULES.map(({ setting, name, does }) => ({ name, does, isOn: isOn(site, setting) }));
}

export function rulesSection(rules: readonly ListedRule[]): View {
  const count = rules.filter((rule) => rule.isOn).length;
  return html`<section class="testers" aria-labelledby="rules">
<h2 id="rules">Rules</h2>
<p><span data-show="rules-on">${onText(count)}</span> To change them, sign in as Mira Holt and open <a href="/settings" data-do="to-settings">Settings, General settings</a>. Whoever is signed in already stays so: a rule takes effect at the next sign-in.</p>
<ul class="card rules">
${rules.map(
  ({ name, does, isOn }) => html`<li class="rule" data-show="rule">
<div>
<h3>${name}</h3>
<p class="hint">${does}</p>
</div>
<p class="state${isOn ? ' state-on' : ''}">${isOn ? 'On' : 'Off'}</p>
</li>`,
)}
</ul>
</section>`;
}

function onText(count: number): string {
  if (count === 0) return 'No rule is on: two factor is everybody’s own choice.';
  return count === 1 ? 'One rule is on.' : `${count} rules are on.`;
}
