/** The one place where a kind of failure becomes a sentence: what is so, and what to do now. */
import type { NextCodeFailure } from '../app/account';
import type { LinkFailure } from '../app/account-link';
import type { ArrangeFailure } from '../app/arrange';
import type { BringBackFailure, MakeBackupFailure, OpenBackupFailure, RestoreAsVaultFailure } from '../app/backup';
import type { BindAccountFailure } from '../app/bind-account';
import type { ConfirmFailure } from '../app/confirm';
import type { CopyFailure } from '../app/copy-code';
import type { EditFailure } from '../app/edit';
import type { FillFailure } from '../app/fill-tab';
import type { HomeProblem } from '../app/home';
import type { LiveFailure } from '../app/live-scan';
import type { SetPassphraseFailure } from '../app/passphrase';
import type { MigrationError, NoEnrolmentCode, ReceiveFailure, ScannedPayload } from '../app/receive';
import type { RecoveryFailure } from '../app/recovery';
import type { FirstSaveFailure, SaveFailure } from '../app/save';
import type { ScanFailure } from '../app/scan-tab';
import type { OpenFailure } from '../app/unlock';
import type { UriError } from '../otp/otpauth-uri';
import type { TypedError } from '../otp/typed-account';
import { t, visibleExcerpt } from './text';
import type { ReadFileFailure } from './text-files';

export type ShownFailure =
  | LiveFailure
  | ScanFailure
  | NoEnrolmentCode
  | ReceiveFailure
  | UriError
  | MigrationError
  | SaveFailure
  | FirstSaveFailure
  | OpenFailure
  | NextCodeFailure
  | ArrangeFailure
  | LinkFailure
  | EditFailure
  | CopyFailure
  | Exclude<FillFailure, { readonly kind: 'site-unknown' | 'other-site' }>
  | BindAccountFailure
  | SetPassphraseFailure
  | ConfirmFailure
  | MakeBackupFailure
  | RestoreAsVaultFailure
  | RecoveryFailure
  | { readonly kind: HomeProblem };

export function errorText(failure: ShownFailure): string {
  switch (failure.kind) {
    case 'no-code':
      return t('errorNoCode');
    case 'no-code-in-view':
      return t('errorNoCodeInView');
    case 'cut-off':
      return t('errorCutOff');
    case 'no-enrolment-code':
      return payloadText(failure.payload);
    case 'live-refused':
      return t('liveRefused');
    case 'screen-missing':
      return t('screenMissing');
    case 'camera-missing':
      return t('cameraMissing');
    case 'live-unavailable':
      return t('liveUnavailable');
    case 'capture-refused':
      return t('errorCaptureRefused');
    case 'picture-unreadable':
      return t('errorPictureUnreadable');
    case 'picture-too-large':
      return t('errorPictureTooLarge');
    case 'not-otpauth':
      return t('errorNotOtpauth');
    case 'migration':
    case 'not-a-migration':
    case 'migration-damaged':
      return t('errorExportDamaged');
    case 'migration-too-long':
      return t('errorExportTooLong');
    case 'uri-too-long':
    case 'name-too-long':
    case 'secret-too-long':
      return t('errorTooLong');
    case 'unsupported-type':
      return t('errorUnsupportedType');
    case 'secret-missing':
    case 'secret-too-short':
      return t('errorSecretMissing');
    case 'secret-illegal':
      return t('errorSecretIllegal');
    case 'digits-invalid':
      return t('errorDigits');
    case 'period-invalid':
      return t('errorPeriod');
    case 'counter-invalid':
      return t('errorCounter');
    case 'algorithm-unknown':
      return t('errorAlgorithm');
    case 'wrong-passphrase':
      return t('errorWrongPassphrase');
    case 'passphrase-too-short':
      return t('errorPassphraseShort');
    case 'kdf-failed':
      return t('errorKdf');
    case 'storage-failed':
      return t('errorStorage');
    case 'storage-full':
      return t('errorStorageFull');
    case 'read-back-failed':
      return t('errorReadBack');
    case 'damaged':
      return t('errorDamaged');
    case 'newer':
      return t('errorNewer');
    case 'device-key-missing':
      return t('errorDeviceKeyMissing');
    case 'device-key-elsewhere':
      return t('errorDeviceKeyElsewhere');
    case 'mirror-elsewhere':
      return t('errorMirrorElsewhere');
    case 'private-window':
      return t('errorPrivateWindow');
    case 'no-passphrase':
      return t('errorNoPassphrase');
    case 'read-only':
      return t('readOnlyNotice');
    case 'superseded':
      return t('newsSuperseded');
    case 'vault-exists':
      return t('errorVaultExists');
    case 'vault-opens':
      return t('errorVaultOpens');
    case 'absent':
    case 'key-refused':
    case 'locked':
      return t('errorLocked');
    case 'session-failed':
      return t('errorSession');
    case 'not-confirmed':
      return t('errorNotConfirmed');
    case 'backup-unproven':
      return t('errorBackupUnproven');
    case 'no-snapshot':
      return t('errorNoSnapshot');
    case 'account-gone':
      return t('errorAccountGone');
    case 'link-too-long':
      return t('errorLinkTooLong');
    case 'group-name-empty':
      return t('errorGroupNameEmpty');
    case 'group-name-taken':
      return t('errorGroupNameTaken');
    case 'account-broken':
      return t('brokenAccount');
    case 'clipboard-refused':
      return t('errorClipboard');
    case 'no-field':
      return t('errorNoField');
    case 'several-fields':
      return t('errorSeveralFields');
    case 'occupied':
      return t('errorOccupied');
    case 'rejected':
      return t('errorRejected');
    case 'page-left':
      return t('errorPageLeft');
    case 'wrong-page':
      return t('errorWrongPage');
    case 'page-closed-to-extensions':
      return t('errorPageClosed');
    case 'page-not-secure':
      return t('errorPageNotSecure');
  }
}

/** What a code that enrols nothing is, and what to do. */
function payloadText(payload: Exclude<ScannedPayload, { kind: 'account' }>): string {
  switch (payload.kind) {
    case 'broken-account':
    case 'broken-migration':
      return errorText(payload.error);
    case 'migration':
      return t('errorExportEmpty');
    case 'web-link':
      return t('errorWebLink', visibleExcerpt(payload.text));
    case 'wifi':
      return t('errorWifi');
    case 'text':
      return t('errorPlainText', visibleExcerpt(payload.text));
  }
}

/** What is wrong with a field that a person typed into. */
export function typedErrorText(error: TypedError): string {
  switch (error.kind) {
    case 'secret-missing':
      return t('typedSecretMissing');
    case 'secret-illegal':
      return t('typedSecretIllegal');
    case 'secret-too-short':
      return t('typedSecretShort');
    case 'secret-too-long':
      return t('typedSecretLong');
    case 'digits-invalid':
      return t('typedDigits');
    case 'period-invalid':
      return t('typedPeriod');
    case 'counter-invalid':
      return t('typedCounter');
    case 'algorithm-unknown':
      return t('errorAlgorithm');
    case 'issuer-too-long':
    case 'label-too-long':
      return t('typedName');
  }
}

/** What is wrong with a vault that was set aside. */
export function bringBackErrorText(failure: Exclude<BringBackFailure, { kind: 'passphrase-needed' }>): string {
  switch (failure.kind) {
    case 'damaged':
      return t('bringBackDamaged');
    case 'device-key-missing':
      return t('bringBackKeyMissing');
    default:
      return errorText(failure);
  }
}

/** What is wrong with a file that a person gave. */
export function fileErrorText({ kind }: OpenBackupFailure | ReadFileFailure): string {
  switch (kind) {
    case 'file-unreadable':
      return t('fileUnreadable');
    case 'too-large':
      return t('fileTooLarge');
    case 'not-a-backup':
      return t('fileNotBackup');
    case 'damaged':
      return t('fileDamaged');
    case 'newer':
      return t('fileNewer');
    case 'no-passphrase':
      return t('fileNoPassphrase');
    case 'wrong-passphrase':
      return t('errorWrongPassphrase');
    case 'kdf-failed':
      return t('errorKdf');
  }
}
