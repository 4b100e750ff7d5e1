/** A live picture with an outline around each code in it. What enrols is taken at once; an export of several parts, part by part. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { closeLive, type LiveFrame, type openCamera, watchLive } from '../src/app/live-scan';
import type { BatchProgress } from '../src/app/receive';
import { BatchLines } from '../src/ui/batch-lines';
import { errorText } from '../src/ui/error-text';
import { Notice } from '../src/ui/notice';
import { home, notice, sayFailure } from '../src/ui/page-state';
import { payloadLabel } from '../src/ui/payload-label';
import { receiveCodes } from '../src/ui/receive-tasks';
import { t } from '../src/ui/text';
import { CodeOutlines } from './code-outlines';

interface Props {
  readonly open: typeof openCamera;
  readonly onEnd: () => void;
}

/** So long the outline of what was taken stands before its preview. */
const SHOWN_MS = 600;

export function LiveScan({ open, onEnd }: Props) {
  const whole = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [hasSize, setHasSize] = useState(false);
  const [frame, setFrame] = useState<LiveFrame>();
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const end = () => {
      ending.abort();
      onEnd();
    };
    void show(open, video.current, signal, end, async (seen) => {
      setFrame(seen);
      if (await takeNew(seen)) end();
    });
    return () => ending.abort();
  }, []);
  // The picture gets its size, and sentences come, when the way is open already: all of it stays in sight.
  useLayoutEffect(() => whole.current?.scrollIntoView({ block: 'nearest' }), [hasSize, notice.value]);
  const other = frame?.found.find(({ isEnrolling }) => !isEnrolling)?.payload;
  const now = home.value;
  return (
    <div ref={whole} class="stack" data-show="live">
      <div class="live">
        <video ref={video} muted playsInline aria-label={t('liveLooking')} onLoadedMetadata={() => setHasSize(true)} />
        {frame !== undefined && <CodeOutlines frame={frame} />}
      </div>
      <div class="said" role="status">
        <p data-show="live-says">
          {other === undefined || other.kind === 'account' ? t('liveLooking') : payloadLabel(other)}
        </p>
      </div>
      <BatchLines batches={now?.state === 'absent' || now?.state === 'unlocked' ? now.batches : []} />
      <Notice notice={notice.value} />
      <div>
        <button type="button" class="button" data-do="stop-live" onClick={onEnd}>
          {t('liveStop')}
        </button>
      </div>
    </div>
  );
}

async function show(
  open: typeof openCamera,
  video: HTMLVideoElement | null,
  signal: AbortSignal,
  end: () => void,
  onFrame: (frame: LiveFrame) => Promise<void>,
): Promise<void> {
  const opened = await open();
  if (!opened.ok) {
    if (signal.aborted) return;
    end();
    notice.value = { tone: 'bad', text: errorText(opened.error) };
    return;
  }
  const stream = opened.value;
  // What ends here ends the sharing too, and the other way round.
  signal.addEventListener('abort', () => closeLive(stream), { once: true });
  if (signal.aborted || video === null) return closeLive(stream);
  for (const track of stream.getTracks()) track.addEventListener('ended', end, { once: true });
  video.srcObject = stream;
  const isPlaying = await video.play().then(
    () => true,
    () => false,
  );
  // Taken away before its first picture, a video says that it can't play.
  if (signal.aborted || (isPlaying && (await watchLive(video, onFrame, signal)))) return;
  end();
  await sayFailure({ kind: 'live-unavailable' });
}

/** Answers whether that was all: nothing of an export is missing. */
async function takeNew({ found }: LiveFrame): Promise<boolean> {
  const fresh = found.filter(({ isEnrolling, isNew }) => isEnrolling && isNew).map(({ payload }) => payload);
  if (fresh.length === 0) return false;
  await receiveCodes(fresh, () => undefined);
  const now = home.value;
  if (now?.state !== 'absent' && now?.state !== 'unlocked') return true;
  // Of another export that lacks a part, nothing was shown here.
  const isShown = ({ id, size }: BatchProgress) =>
    fresh.some(
      (payload) =>
        payload.kind === 'migration' && payload.migration.batch?.id === id && payload.migration.batch.size === size,
    );
  if (now.batches.some((batch) => batch.missing.length > 0 && isShown(batch)) || notice.value?.tone === 'bad')
    return false;
  await new Promise((resolve) => setTimeout(resolve, SHOWN_MS));
  return true;
}
