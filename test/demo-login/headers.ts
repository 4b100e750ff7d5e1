import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { otherOriginOf } from './other-origin';

type Policy = NonNullable<NonNullable<Parameters<typeof secureHeaders>[0]>['contentSecurityPolicy']>;

const STRICT: Policy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

const otherOrigin = (c: Context) => otherOriginOf(c);

/** No script anywhere, nothing from elsewhere, no frame around it, and nothing kept in a cache. */
export function withSecureHeaders(): MiddlewareHandler {
  return withPolicy(STRICT, 'DENY');
}

/** The gallery alone has a script, from its own file, and frames: of this server, under either of its names. */
export function withGalleryHeaders(): MiddlewareHandler {
  return withPolicy({ ...STRICT, scriptSrc: ["'self'"], frameSrc: ["'self'", otherOrigin] }, 'DENY');
}

/** What stands inside those frames. X-Frame-Options could not name the one other site that may hold it. */
export function withFramedHeaders(): MiddlewareHandler {
  return withPolicy({ ...STRICT, frameAncestors: ["'self'", otherOrigin] }, false);
}

function withPolicy(contentSecurityPolicy: Policy, xFrameOptions: 'DENY' | false): MiddlewareHandler {
  const secure = secureHeaders({
    contentSecurityPolicy,
    xFrameOptions,
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: false, geolocation: false, microphone: false },
    // Only for https; this speaks plain http on the loopback address.
    strictTransportSecurity: false,
  });
  return async (c, next) => {
    c.header('Cache-Control', 'no-store');
    return secure(c, next);
  };
}
