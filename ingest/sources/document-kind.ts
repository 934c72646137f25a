import type { DocumentKind, Enclosure } from '../../src/domain/document.js'

/** A short is at most this long: the limit of the platforms that shorts come from. */
export const maxShortMs = 180_000

/** Sound is never a short. */
export function kindOf(enclosure: Enclosure | null, durationMs: number | null): DocumentKind {
  const isVideo = enclosure?.mediaType.startsWith('video/') ?? false
  return isVideo && durationMs !== null && durationMs <= maxShortMs ? 'short' : 'episode'
}
