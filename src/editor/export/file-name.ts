import { toLine, toWellFormed } from './plain-line.js'

/** Names of files made of titles. */

/** File systems take 255 bytes; an ending, a number and a suffix for copies come behind it. */
const maxBytes = 150
/** Windows keeps these for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
/** They make `exe.txt` out of `txt.exe`. */
const directionSigns = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** One name without a path, for any file system; never empty, never hidden, never an option of a command. */
export function toFileName(title: string, fallback: string): string {
  const plain = toLine(title)
    .normalize('NFC')
    .replace(directionSigns, '')
    .replace(/: /g, ' - ')
    .replace(/"/g, "'")
    .replace(/[?*]+/g, '')
    .replace(/[\\/:<>|]+/g, '-')
    .replace(/\s+/gu, ' ')
  const name = trim(cutBytes(trim(plain)))
  if (name === '') return fallback
  return reserved.test(name) ? `_${name}` : name
}

/** Windows drops dots and spaces at the end; a dot at the beginning hides, a hyphen is an option. */
const trim = (name: string): string => name.replace(/^[\s.~-]+|[\s.-]+$/gu, '')

function cutBytes(name: string): string {
  let bytes = 0
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > maxBytes) break
    kept += segment
  }
  return kept
}

/** `Content-Disposition` of a file to save (RFC 6266): the name itself, and one in ASCII for what cannot read it. */
export function describeAttachment(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]|["\\%;]/gu, '_')
  const encoded = encodeURIComponent(toWellFormed(name)).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
