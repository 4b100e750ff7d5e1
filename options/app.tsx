/** Navigation beside the open section. */
import { useEffect } from 'preact/hooks';
import { openPictureDoors } from '../src/ui/picture-doors';
import { type TextKey, t } from '../src/ui/text';
import { AboutSection, type HeldPermissions } from './about-section';
import { AccountsSection } from './accounts-section';
import { AddSection } from './add-section';
import { AppearanceSection } from './appearance-section';
import { BackupSection } from './backup-section';
import { LockingSection } from './locking-section';
import { SECTIONS, type Section, section } from './section';
import { takePictures } from './take-pictures';

const TITLES: Readonly<Record<Section, TextKey>> = {
  accounts: 'accountsTitle',
  add: 'addTitle',
  backup: 'backupTitle',
  locking: 'lockingTitle',
  appearance: 'appearanceTitle',
  about: 'aboutTitle',
};

export function App({ held }: { readonly held: HeldPermissions }) {
  useEffect(() => openPictureDoors({ onPictures: (files) => void takePictures(files) }), []);
  const open = section.value;
  return (
    <div class="page">
      <header class="page-head">
        <img src="/icons/icon-48.png" width="32" height="32" alt="" />
        <strong>Halfminute</strong>
      </header>
      <nav class="sections" aria-label={t('sectionsLabel')}>
        {SECTIONS.map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === open ? 'page' : undefined} data-do={`open-${name}`}>
            {t(TITLES[name])}
          </a>
        ))}
      </nav>
      <main class="section" data-screen={open}>
        <h1>{t(TITLES[open])}</h1>
        <OpenSection name={open} held={held} />
      </main>
    </div>
  );
}

function OpenSection({ name, held }: { readonly name: Section; readonly held: HeldPermissions }) {
  switch (name) {
    case 'accounts':
      return <AccountsSection />;
    case 'add':
      return <AddSection />;
    case 'backup':
      return <BackupSection />;
    case 'locking':
      return <LockingSection />;
    case 'appearance':
      return <AppearanceSection />;
    case 'about':
      return <AboutSection held={held} />;
  }
}
