/** The form gallery. It needs no session, takes no posts, and has a policy of its own: see headers.ts. */
import { type Context, Hono } from 'hono';
import { FORM_GROUPS, FORMS, findForm } from '../forms/forms';
import type { FormItem } from '../forms/item';
import { withFramedFormHeaders, withGalleryHeaders, withSandboxedHeaders } from '../headers';
import { originUnder, otherOriginOf } from '../other-origin';
import { formPage, formsPage, framedFormPage } from '../views/forms';

export function formRoutes(): Hono {
  const routes = new Hono();
  const plain = withGalleryHeaders();
  const sandboxed = withSandboxedHeaders();

  routes.get('/gallery/forms', plain, (c) => c.html(formsPage(FORM_GROUPS)));

  routes.get(
    '/gallery/forms/:id',
    (c, next) => (findForm(c.req.param('id'))?.isSandboxed === true ? sandboxed : plain)(c, next),
    (c) => {
      const item = findForm(c.req.param('id'));
      if (item === undefined) return c.notFound();
      const at = FORMS.indexOf(item);
      const [previous, next] = [FORMS[at - 1], FORMS[at + 1]];
      return c.html(
        formPage({ item, place: { otherOrigin: otherOriginOf(c) }, named: namedUrl(c, item), previous, next }),
      );
    },
  );

  routes.get('/gallery/forms/:id/inside', withFramedFormHeaders(), (c) => {
    const inside = findForm(c.req.param('id'))?.inside;
    return inside === undefined ? c.notFound() : c.html(framedFormPage(inside()));
  });

  return routes;
}

function namedUrl(c: Context, { id, at }: FormItem): string | undefined {
  return at === undefined ? undefined : `${originUnder(c, at)}/gallery/forms/${id}`;
}
