/** A text as the modules of a QR code: true is dark. Row by row, quiet zone included. */
import { encodeQR } from 'qr';

export type Modules = readonly (readonly boolean[])[];

/** ISO/IEC 18004 5.3.8: four modules of white all round. */
const QUIET_ZONE_MODULES = 4;

interface SymbolOptions {
  readonly correction?: 'low' | 'medium' | 'high';
  readonly quietZone?: number;
  /** ISO 8859-1 in place of UTF-8, as old encoders write; every character must be one of its 256. */
  readonly isLatin1?: boolean;
}

export function symbol(text: string, options: SymbolOptions = {}): Modules {
  const { correction = 'medium', quietZone = QUIET_ZONE_MODULES, isLatin1 = false } = options;
  const framed = encodeQR(text, 'raw', {
    ecc: correction,
    // The encoder insists on some border, so there is always one row too many.
    border: quietZone + 1,
    ...(isLatin1 ? { textEncoder: (latin: string) => Uint8Array.from(Buffer.from(latin, 'latin1')) } : {}),
  });
  return framed.slice(1, -1).map((row) => row.slice(1, -1));
}
