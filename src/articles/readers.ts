import type { Describer, FormatReader } from './reader.ts';

/** Formats that need a parser. It is loaded with the first file that needs it, so that nobody else waits for it. */
export const loaders = {
  html: async (): Promise<FormatReader> => (await import('./html/open.ts')).openHtml,
  pdf: async (): Promise<FormatReader> => (await import('./pdf/open.ts')).openPdf,
  docx: async (): Promise<FormatReader> => (await import('./docx/open.ts')).openDocx,
} as const;

export const describers = {
  html: async (): Promise<Describer> => (await import('./html/open.ts')).aboutHtml,
  pdf: async (): Promise<Describer> => (await import('./pdf/open.ts')).aboutPdf,
} as const;

export type ParsedFormat = keyof typeof loaders;
