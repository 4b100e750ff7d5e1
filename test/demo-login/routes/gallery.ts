/** The galleries. They need no session, and have a policy of their own: see headers.ts. */
import { type Context, Hono } from 'hono';
import { findGalleryItem, GALLERY, GALLERY_GROUPS } from '../gallery/gallery';
import { withFramedHeaders, withGalleryHeaders } from '../headers';
import { otherOriginOf } from '../other-origin';
import { framedPage, galleryItemPage, galleryPage } from '../views/gallery';

export function galleryRoutes(): Hono {
  const routes = new Hono();

  routes.get('/gallery/qr', withGalleryHeaders(), (c) => c.html(galleryPage(GALLERY_GROUPS)));

  routes.get('/gallery/qr/:id', withGalleryHeaders(), (c) => {
    const item = findGalleryItem(c.req.param('id'));
    if (item === undefined) return c.notFound();
    const at = GALLERY.indexOf(item);
    const [previous, next] = [GALLERY[at - 1], GALLERY[at + 1]];
    return c.html(galleryItemPage({ item, place: { otherOrigin: otherOriginOf(c) }, previous, next }));
  });

  routes.get('/gallery/qr/:id/inside', withFramedHeaders(), (c) => {
    const inside = findGalleryItem(c.req.param('id'))?.inside;
    return inside === undefined ? c.notFound() : c.html(framedPage(inside()));
  });

  routes.get('/gallery/qr/:id/code.png', withGalleryHeaders(), (c: Context) => {
    const png = findGalleryItem(c.req.param('id') ?? '')?.png;
    return png === undefined ? c.notFound() : c.body(png(), 200, { 'Content-Type': 'image/png' });
  });

  return routes;
}
