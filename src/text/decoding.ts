/**
 * The bytes of a text in an encoding, without a single wrong one. Throws `TypeError` where there is one, and `RangeError` where
 * nobody knows the encoding, as the Encoding Standard has it.
 *
 * @param label Of the Encoding Standard. A byte order mark is no part of the text.
 */
export function decodeStrictly(bytes: Uint8Array, label: string): { readonly text: string; readonly encoding: string } {
  const decoder = new TextDecoder(label, { fatal: true });
  const text = decoder.decode(bytes);
  return { text: decoder.encoding === 'windows-1252' ? withSigns(text) : text, encoding: decoder.encoding };
}

/** What Windows-1252 has from 0x80 to 0x9f, where Latin-1 has controls; a point stands for a control. */
const signs = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** Node takes Windows-1252 for Latin-1 in several versions (nodejs/node#56542): its quotation marks, dashes and € would be lost. */
const withSigns = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => {
    const sign = signs[control.charCodeAt(0) - 0x80];
    return sign === undefined || sign === '.' ? control : sign;
  });
