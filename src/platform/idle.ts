/** Tells when nobody has touched the computer for a while, or when its screen was locked. */
import browser from 'webextension-polyfill';

export function onIdle(afterSeconds: number, idle: () => void): void {
  browser.idle.setDetectionInterval(afterSeconds);
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') idle();
  });
}
