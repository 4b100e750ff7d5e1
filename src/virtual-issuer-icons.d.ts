/** Made by scripts/issuer-icons.mjs: colours (six hex digits) and paths on a grid of 24, and each known issuer's place there. */
declare module 'virtual:issuer-icons' {
  export const icons: readonly (readonly [hex: string, path: string])[];
  export const keys: Readonly<Record<string, number>>;
}
