/** Version, first steps, and the permissions the browser really holds for the extension. */
import { version } from '../src/app/about';
import { type TextKey, t } from '../src/ui/text';

const WORDS: Readonly<Record<string, TextKey>> = {
  activeTab: 'permissionActiveTab',
  scripting: 'permissionScripting',
  storage: 'permissionStorage',
  unlimitedStorage: 'permissionUnlimitedStorage',
  alarms: 'permissionAlarms',
  idle: 'permissionIdle',
  contextMenus: 'permissionContextMenus',
};

interface Props {
  readonly held: { readonly permissions: readonly string[]; readonly origins: readonly string[] };
}

export function AboutSection({ held }: Props) {
  return (
    <main class="page" data-screen="about">
      <header class="page-head">
        <img src="/icons/icon-128.png" width="56" height="56" alt="" />
        <div>
          <h1>{t('aboutTitle')}</h1>
          <p class="soft" data-show="version">
            {t('aboutVersion', version())}
          </p>
        </div>
      </header>
      <p>{t('aboutText')}</p>
      <h2>{t('aboutUseTitle')}</h2>
      <ol>
        <li>{t('aboutUse1')}</li>
        <li>{t('aboutUse2')}</li>
        <li>{t('aboutUse3')}</li>
      </ol>
      <h2>{t('aboutPermissionsTitle')}</h2>
      <p>{t('aboutPermissionsText')}</p>
      <ul data-show="permissions">
        {held.permissions.map((permission) => {
          const words = WORDS[permission];
          return (
            <li key={permission}>
              <code>{permission}</code>
              {words !== undefined && <span> {t(words)}</span>}
            </li>
          );
        })}
      </ul>
      <p data-show="origins">
        {held.origins.length === 0 ? t('aboutNoOrigins') : t('aboutOrigins', held.origins.join(', '))}
      </p>
    </main>
  );
}
