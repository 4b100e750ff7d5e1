/** The ways in that want a whole page: pictures, a link or key, everything typed by hand. */
import { openCamera, openScreen } from '../src/app/live-scan';
import { LinkForm } from '../src/ui/link-form';
import { ManualForm } from '../src/ui/manual-form';
import { notice } from '../src/ui/page-state';
import { PicturePicker } from '../src/ui/picture-picker';
import { PictureRemarks, remarks } from '../src/ui/picture-remarks';
import { receiveDetails, receiveText } from '../src/ui/receive-tasks';
import { t } from '../src/ui/text';
import { LiveScan } from './live-scan';
import { takePictures } from './take-pictures';
import { type OpenWay, Way } from './way';

export function WaysIn({ opened }: { readonly opened: OpenWay }) {
  const close = () => {
    opened.value = undefined;
  };
  const leave = () => {
    notice.value = undefined;
    close();
  };
  return (
    <>
      <section data-show="way-pictures">
        <h2>{t('picturesTitle')}</h2>
        <p class="soft">{t('picturesText')}</p>
        <div>
          <PicturePicker label={t('choosePictures')} onPictures={(files) => void takePictures(files)} />
        </div>
        <PictureRemarks remarks={remarks.value} />
      </section>
      <Way name="link" title={t('pasteLinkTitle')} text={t('pasteLinkText')} action={t('pasteLink')} opened={opened}>
        <LinkForm onText={(text) => void receiveText(text, leave)} onBack={leave} isFocused />
      </Way>
      <Way name="manual" title={t('manualTitle')} text={t('manualText')} action={t('manual')} opened={opened}>
        <ManualForm onReady={(account) => void receiveDetails([account], leave)} onBack={leave} />
      </Way>
      <Way name="screen" title={t('screenTitle')} text={t('screenText')} action={t('screenAction')} opened={opened}>
        <LiveScan open={openScreen} onEnd={close} />
      </Way>
      <Way name="camera" title={t('cameraTitle')} text={t('cameraText')} action={t('cameraAction')} opened={opened}>
        <LiveScan open={openCamera} onEnd={close} />
      </Way>
      <section>
        <h2>{t('scanTitle')}</h2>
        <p class="soft">{t('scanText')}</p>
      </section>
    </>
  );
}
