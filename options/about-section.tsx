/** Version, first steps, the popup's keys, and the permissions the browser really holds for the extension. */
import { version } from '../src/app/about';
import { KeyList } from '../src/ui/key-list';
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

export interface HeldPermissions {
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
}

export function AboutSection({ held }: { readonly held: HeldPermissions }) {
  return (
    <>
      <p>
        {t('aboutText')}{' '}
        <span class="soft" data-show="version">
          {t('aboutVersion', version())}
        </span>
      </p>
      <h2>{t('aboutUseTitle')}</h2>
      <ol>
        <li>{t('aboutUse1')}</li>
        <li>{t('aboutUse2')}</li>
        <li>{t('aboutUse3')}</li>
      </ol>
      <h2>{t('aboutKeysTitle')}</h2>
      <KeyList />
      <h2>{t('aboutPermissionsTitle')}</h2>
      <p>{t('aboutPermissionsText')}</p>
      <dl class="permissions" data-show="permissions">
        {held.permissions.map((permission) => {
          const words = WORDS[permission];
          return (
            <div key={permission}>
              <dt>
                <code>{permission}</code>
              </dt>
              <dd>{words === undefined ? '' : t(words)}</dd>
            </div>
          );
        })}
      </dl>
      <p data-show="origins">
        {held.origins.length === 0 ? t('aboutNoOrigins') : t('aboutOrigins', held.origins.join(', '))}
      </p>
    </>
  );
}
