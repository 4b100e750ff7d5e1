/** Several codes on one page: where each stands, what it is, and which of them to add. */
import { useEffect, useState } from 'preact/hooks';
import { isEnrolling } from '../src/app/enrolling';
import type { PageScan, ScannedPayload } from '../src/app/receive';
import type { AccountDetails } from '../src/otp/otp';
import { accountName } from '../src/ui/account-name';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { payloadLabel } from '../src/ui/payload-label';
import { t, visibleText } from '../src/ui/text';
import { turnTo } from './state';
import { choose } from './tasks';
import './chooser.css';
import '../src/ui/preview.css';

export function ChooserScreen({ scan }: { readonly scan: PageScan }) {
  const enrolling = scan.found.map(({ payload }) => payload).filter(isEnrolling);
  // What was found in the page itself has no place on its picture.
  const isPlaced = scan.found.every(({ corners }) => corners.length > 0);
  return (
    <main class="screen" data-screen="chooser">
      <h1>{t(enrolling.length > 0 ? 'chooserTitle' : 'chooserNoneTitle')}</h1>
      {isPlaced && <PagePicture scan={scan} />}
      <ol class="found-list">
        {scan.found.map(({ payload }, place) => (
          <li key={place} class="found">
            <span class="number" aria-hidden="true">
              {place + 1}
            </span>
            <FoundCode payload={payload} />
          </li>
        ))}
      </ol>
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="cancel" onClick={() => turnTo(undefined)}>
          {t('cancel')}
        </button>
        {enrolling.length > 1 && (
          <button type="button" class="button" data-do="choose-all" onClick={() => void choose(enrolling)}>
            {t('chooseAll', String(enrolling.length))}
          </button>
        )}
      </div>
    </main>
  );
}

function FoundCode({ payload }: { readonly payload: ScannedPayload }) {
  if (!isEnrolling(payload)) return <p class="found-other soft small">{payloadLabel(payload)}</p>;
  const isAccount = payload.kind === 'account';
  const name = isAccount ? accountName(payload.account) : payloadLabel(payload);
  return (
    <>
      {isAccount ? <AccountNames account={payload.account} /> : <p class="found-other">{name}</p>}
      <button
        type="button"
        class="button small primary"
        data-do="choose"
        aria-label={t('actionFor', t('choose'), name)}
        onClick={() => void choose([payload])}
      >
        {t('choose')}
      </button>
    </>
  );
}

function AccountNames({ account: { issuer, label } }: { readonly account: AccountDetails }) {
  return (
    <span class="found-names" dir="auto">
      <strong>{visibleText(issuer || label) || t('unnamedAccount')}</strong>
      {issuer !== '' && <span class="soft">{visibleText(label)}</span>}
    </span>
  );
}

/** The page as it was scanned, with a numbered outline around each code. */
function PagePicture({ scan: { picture, width, height, found } }: { readonly scan: PageScan }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  // In the picture's own pixels: as wide on the screen whatever the page's size.
  const unit = width / 348;
  return (
    <svg
      class="page-picture"
      data-show="page-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('chooserPicture', String(found.length))}
    >
      {url !== undefined && <image href={url} width={width} height={height} />}
      {found.map(({ payload, corners }, place) => {
        const [{ x = 0, y = 0 } = {}] = corners;
        return (
          <g key={place} class={isEnrolling(payload) ? 'enrols' : 'other'}>
            <polygon points={corners.map((corner) => `${corner.x},${corner.y}`).join(' ')} stroke-width={3 * unit} />
            <circle cx={x} cy={y} r={10 * unit} />
            <text x={x} y={y} font-size={13 * unit} text-anchor="middle" dominant-baseline="central">
              {place + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
