/** Live pictures: a screen or window the person chooses to share, or the camera. The browser asks each time. */
import { err, ok, type Result } from '../result';

export type LiveFailure = { readonly kind: 'live-refused' | 'screen-missing' | 'camera-missing' | 'live-unavailable' };

/** A code stands still: few frames, but sharp ones. */
const FRAMES = { frameRate: { ideal: 10 } };

export async function openScreen(): Promise<Result<MediaStream, LiveFailure>> {
  return await open(() => navigator.mediaDevices.getDisplayMedia({ video: FRAMES, audio: false }), 'screen-missing');
}

/** The one that looks away from the person, where there are two. */
export async function openCamera(): Promise<Result<MediaStream, LiveFailure>> {
  const video = { ...FRAMES, facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };
  return await open(() => navigator.mediaDevices.getUserMedia({ video, audio: false }), 'camera-missing');
}

export function closeLive(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function open(
  ask: () => Promise<MediaStream>,
  missing: LiveFailure['kind'],
): Promise<Result<MediaStream, LiveFailure>> {
  try {
    return ok(await ask());
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'NotAllowedError' || name === 'AbortError') return err({ kind: 'live-refused' });
    return err({ kind: name === 'NotFoundError' || name === 'OverconstrainedError' ? missing : 'live-unavailable' });
  }
}
