/** Hosts of the page in front, and of the sites it is held against, with their letters as far as those are known yet. */
import { Host } from '../src/ui/site-text';
import { hostTexts } from './page';

export function PageHost({ host, show }: { readonly host: string; readonly show: string }) {
  const { ascii, letters } = hostTexts(host);
  return <Host host={ascii} letters={letters} show={show} />;
}
