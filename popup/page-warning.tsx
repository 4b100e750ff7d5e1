/** Above the accounts, where the page looks like the site of one of them and belongs to none. */
import type { PageSite } from '../src/app/sites';
import { hostOf, Sentence } from '../src/ui/site-text';
import { PageHost } from './host';
import { siteCheck } from './page';

export function PageWarning({ page }: { readonly page: PageSite }) {
  const [realSite] = siteCheck.value?.lookAlikes.values() ?? [];
  if (realSite === undefined) return null;
  return (
    <div class="notice bad" data-show="page-warning">
      <p role="alert">
        <Sentence
          words="pageWarning"
          parts={[
            <PageHost host={page.host} show="page-host" />,
            <PageHost host={hostOf(realSite)} show="real-site" />,
          ]}
        />
      </p>
    </div>
  );
}
