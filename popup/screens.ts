/** The screens beside the list, and what seldom stands in it: each loaded when it is first needed. */
import { later } from '../src/ui/later';

export const AskSiteScreen = later(async () => (await import('./ask-site-screen')).AskSiteScreen);
export const ChooserScreen = later(async () => (await import('./chooser-screen')).ChooserScreen);
export const CheckClockScreen = later(async () => (await import('./check-clock-screen')).CheckClockScreen);
export const ClockCheckedScreen = later(async () => (await import('./clock-checked-screen')).ClockCheckedScreen);
export const EditScreen = later(async () => (await import('./edit-screen')).EditScreen);
export const KeepHereScreen = later(async () => (await import('./keep-here-screen')).KeepHereScreen);
export const LockedScreen = later(async () => (await import('./locked-screen')).LockedScreen);
export const LookAlikeScreen = later(async () => (await import('./look-alike-screen')).LookAlikeScreen);
export const ManualScreen = later(async () => (await import('./manual-screen')).ManualScreen);
export const NothingFoundScreen = later(async () => (await import('./nothing-found-screen')).NothingFoundScreen);
export const OtherSiteScreen = later(async () => (await import('./other-site-screen')).OtherSiteScreen);
export const PassphraseScreen = later(async () => (await import('./passphrase-screen')).PassphraseScreen);
export const PasteScreen = later(async () => (await import('./paste-screen')).PasteScreen);
export const PreviewScreen = later(async () => (await import('./preview-screen')).PreviewScreen);
export const ProblemScreen = later(async () => (await import('./problem-screen')).ProblemScreen);
export const ProtectScreen = later(async () => (await import('./protect-screen')).ProtectScreen);
export const Said = later(async () => (await import('./said')).Said);
export const ShowScreen = later(async () => (await import('./show-screen')).ShowScreen);
export const PageWarning = later(async () => (await import('./page-warning')).PageWarning);
export const WelcomeScreen = later(async () => (await import('./welcome-screen')).WelcomeScreen);
