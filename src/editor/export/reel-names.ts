import type { ExportDocument } from './export-format.js'
import { mediaNameOf } from './media-name.js'

/** CMX 3600 gives a reel eight columns. */
const maxLength = 8
/** Auxiliary source, black and colour bars. */
const reserved = ['AX', 'BL', 'BLACK', 'BARS', 'NONE']

/**
 * Document id → its reel: capital letters, digits and underscores from the name of its file, another one for each
 * recording.
 */
export function nameReels(documents: readonly ExportDocument[]): Map<string, string> {
  const reels = new Map<string, string>()
  const taken = new Set(reserved)
  for (const document of documents) {
    if (reels.has(document.id)) continue
    const base = foldName(mediaNameOf(document)) || 'REEL'
    let reel = base.slice(0, maxLength)
    for (let number = 2; taken.has(reel); number++)
      reel = `${base.slice(0, maxLength - 1 - String(number).length)}_${number}`
    taken.add(reel)
    reels.set(document.id, reel)
  }
  return reels
}

const foldName = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .normalize('NFKD')
    .toUpperCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
