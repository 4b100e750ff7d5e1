/** The text of a URI: percent escapes (RFC 3986 section 2.1) and the query's fields, where nothing malformed loses the rest. */

/** Half a surrogate pair, which has no UTF-8 form, becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Escapes all but unreserved characters; a space is %20. Never throws. */
export function encodePercent(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** Decodes every run of escapes that is valid UTF-8, once, and leaves any other as it stands. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** The fields by their names in lower case. A plus is a space; of a field given twice the first counts. */
export function readQuery(query: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const field of query.split('&')) {
    const equals = field.indexOf('=');
    const name = decodeValue(equals < 0 ? field : field.slice(0, equals))
      .trim()
      .toLowerCase();
    if (!fields.has(name)) fields.set(name, equals < 0 ? '' : decodeValue(field.slice(equals + 1)));
  }
  return fields;
}

function decodeValue(text: string): string {
  return decodePercent(text.replaceAll('+', ' '));
}
