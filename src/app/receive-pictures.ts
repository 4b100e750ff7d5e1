/** Pictures that the person gives: whatever enrols waits, the rest is told file by file. */
import { err, ok, type Result } from '../result';
import { isEnrolling } from './enrolling';
import { readPayload, type ScannedPayload } from './payload';
import { type Received, type ReceiveFailure, receivePayloads } from './receive';
import { isCutOff, type ScanCancelled, type ScannedPicture } from './scan-picture';
import { type PictureFileFailure, scanPictures } from './scan-pictures';

/** What stands in a picture and enrols nothing, or why there is nothing to tell of. */
export interface PictureRemark {
  /** Of the file; '' where it has none. */
  readonly name: string;
  readonly about:
    | PictureFileFailure
    | { readonly kind: 'no-code-in-picture' | 'code-cut-off-in-picture' | 'picture-left-out' }
    | { readonly kind: 'no-enrolment-code'; readonly payload: Exclude<ScannedPayload, { kind: 'account' }> };
}

export interface ReceivedPictures {
  readonly received: Received;
  readonly remarks: readonly PictureRemark[];
}

/** One code in several pictures counts once. */
export async function receivePictures(
  files: readonly File[],
  signal: AbortSignal,
): Promise<Result<ReceivedPictures, ReceiveFailure | ScanCancelled>> {
  const { files: scanned, leftOut, texts } = await scanPictures(files, signal);
  if (signal.aborted) return err({ kind: 'cancelled' });
  const received = await receivePayloads(texts.map(readPayload).filter(isEnrolling));
  if (!received.ok) return received;
  const remarks: PictureRemark[] = [
    ...scanned.flatMap(({ name, outcome }) =>
      (outcome.ok ? remarksOn(outcome.value) : [outcome.error]).map((about) => ({ name, about })),
    ),
    ...leftOut.map((name) => ({ name, about: { kind: 'picture-left-out' } as const })),
  ];
  return ok({ received: received.value, remarks });
}

function remarksOn(picture: ScannedPicture): readonly PictureRemark['about'][] {
  if (picture.codes.length === 0)
    return [{ kind: isCutOff(picture) ? 'code-cut-off-in-picture' : 'no-code-in-picture' }];
  return picture.codes
    .map(({ text }) => readPayload(text))
    .flatMap((payload) =>
      payload.kind === 'account' || isEnrolling(payload) ? [] : [{ kind: 'no-enrolment-code' as const, payload }],
    );
}
