import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { otherOriginOf } from './other-origin';
import type { Site } from './site';

type Policy = NonNullable<NonNullable<Parameters<typeof secureHeaders>[0]>['contentSecurityPolicy']>;

const STRICT: Policy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  // For an extension that asks inside the page what time it is here: Firefox holds it to the page's policy.
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/**
 * RFC 9110 6.6.1, by the site's clock: whoever compares clocks finds the one that codes are held against. Read when the
 * answer is ready, since that answer may have set the clock.
 */
export function withSiteDate(site: Site): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header('Date', new Date(site.nowMs()).toUTCString());
  };
}

const otherOrigin = (c: Context) => otherOriginOf(c);

/** No script anywhere, nothing from elsewhere, no frame around it, and nothing kept in a cache. */
export function withSecureHeaders(): MiddlewareHandler {
  return withPolicy(STRICT, 'DENY');
}

/** Style sheets and scripts are everybody's: a sandboxed page is of no origin, so not even of this one. */
export function withAssetHeaders(): MiddlewareHandler {
  return withPolicy(STRICT, 'DENY', 'cross-origin');
}

/** The galleries alone have scripts, from their own files, and frames: of this server, under either of its names. */
const GALLERY: Policy = { ...STRICT, scriptSrc: ["'self'"], frameSrc: ["'self'", otherOrigin] };

export function withGalleryHeaders(): MiddlewareHandler {
  return withPolicy(GALLERY, 'DENY');
}

/** A page that keeps its address and loses its origin. */
export function withSandboxedHeaders(): MiddlewareHandler {
  return withPolicy({ ...GALLERY, sandbox: ['allow-scripts', 'allow-forms'] }, 'DENY');
}

/** What stands inside those frames. X-Frame-Options could not name the one other site that may hold it. */
export function withFramedHeaders(): MiddlewareHandler {
  return withPolicy({ ...STRICT, frameAncestors: ["'self'", otherOrigin] }, false);
}

/** A form in such a frame, which its script answers. */
export function withFramedFormHeaders(): MiddlewareHandler {
  return withPolicy({ ...STRICT, scriptSrc: ["'self'"], frameAncestors: ["'self'", otherOrigin] }, false);
}

function withPolicy(
  contentSecurityPolicy: Policy,
  xFrameOptions: 'DENY' | false,
  crossOriginResourcePolicy: 'same-origin' | 'cross-origin' = 'same-origin',
): MiddlewareHandler {
  const secure = secureHeaders({
    contentSecurityPolicy,
    xFrameOptions,
    crossOriginResourcePolicy,
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
