/** A text as a QR code (ISO/IEC 18004), for an app on another device to scan. */
import encodeQR from 'qr';

/** Rows of modules, true where dark, with the quiet zone of four that scanners need. Throws where the text is too long for one. */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  return encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
}

/** The dark modules as one path of an SVG in which a module is one unit. */
export function modulesPath(modules: readonly (readonly boolean[])[]): string {
  return modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
}
