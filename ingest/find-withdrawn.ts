import type { KnownDocument } from '../src/catalog/catalog.js'

/**
 * Documents that the publisher deleted: the source no longer lists them, though it still lists older ones. What is
 * older than everything listed has only left a feed that shows its newest items, and stays.
 * @param listed publication date of each item that the source lists, by guid; null when undated
 */
export function findWithdrawn(
  known: ReadonlyMap<string, KnownDocument>,
  listed: ReadonlyMap<string, string | null>,
): KnownDocument[] {
  const dates = [...listed.values()].filter((date) => date !== null)
  const oldest = dates.reduce<string | null>((min, date) => (min === null || date < min ? date : min), null)
  if (oldest === null) return []
  return [...known]
    .filter(([guid, { publishedAt }]) => !listed.has(guid) && publishedAt !== null && publishedAt > oldest)
    .map(([, document]) => document)
}
