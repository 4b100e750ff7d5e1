import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** No script anywhere, nothing from elsewhere, no frame around it, and nothing kept in a cache. */
export function withSecureHeaders(): MiddlewareHandler {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: 'DENY',
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
