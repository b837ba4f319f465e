import { visible } from './display.ts';

/** A text as it may stand in XML 1.0, in an element or between quotation marks: no control, no half character, no mark-up. */
export const xmlText = (text: string): string =>
  visible(text).replace(/[&<>"'\ufffe\uffff]/g, (character) => entities[character] ?? '\ufffd');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export const xmlAttributes = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
