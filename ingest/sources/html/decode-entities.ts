import { decodeHTMLStrict } from 'entities'

/**
 * Decodes the character references of HTML once. Numbers 0x80 to 0x9F are read as Windows-1252, in which careless feeds
 * were written; an unknown name, or one without its `;`, stays as it is; a number that is no character becomes U+FFFD.
 */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTMLStrict(text) : text)
