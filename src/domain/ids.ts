import { createHash } from 'node:crypto'

/** Ids are content hashes, so that the same input, read twice or on another machine, is the same thing. */

/** Bumped when passages are cut differently, so that old and new passages never share an id. */
export const segmentationVersion = 2

/** Twenty hexadecimal digits: with a million ids the chance of any collision is below 1e-12. */
function shortHash(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest('hex').slice(0, 20)
}

export const sourceId = (guid: string): string => shortHash('source', guid)

/** Survives a moved feed: it does not contain the address that the feed is fetched from. */
export const documentId = (sourceGuid: string, itemGuid: string): string =>
  shortHash('document', sourceGuid, itemGuid)

/** `occurrence` counts earlier passages of the document with the same normalised text, from 0. */
export const passageId = (documentId: string, text: string, occurrence: number): string =>
  shortHash('passage', documentId, String(segmentationVersion), normalizeForId(text), String(occurrence))

/** Key of a vector: the exact input that was embedded. 32 hexadecimal digits. */
export const inputHash = (input: string): string =>
  createHash('sha256').update(input).digest('hex').slice(0, 32)

/** White space and case do not make a passage another one. */
function normalizeForId(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
