import { sha256 } from '../../articles/sha256.ts';
import { Html, html } from './html.ts';

/** What stands around a page that is one file. */
export interface DocumentFacts {
  readonly title: string;
  readonly version: string;
  readonly style: string;
}

/**
 * The beginning of a page, up to its body. Its content security policy allows the one style that it holds, by its hash,
 * and nothing else: no script, no image, no address.
 */
export const documentStart = ({ title, version, style }: DocumentFacts): Html =>
  html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hashOf(style)}'; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="generator" content="Policy Records ${version}"><title>${title}</title><style>${new Html(style)}</style></head>
`;

/** As a content security policy names a style: SHA-256 in base 64. */
const hashOf = (text: string): string =>
  btoa(sha256(new TextEncoder().encode(text)).replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))));
