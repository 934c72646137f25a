import type { KnownDocument } from '../src/catalog/catalog.js'

/**
 * Documents that the publisher deleted: the source no longer lists them. Of a source that lists all it has, these are
 * all that it does not list. A feed lists its newest items: what is older than everything listed has only left it, and
 * where the listed items are in no order of date nothing can be told.
 * @param listed publication date of each item that the source lists, by guid, in its order; null when undated
 */
export function findWithdrawn(
  known: ReadonlyMap<string, KnownDocument>,
  listed: ReadonlyMap<string, string | null>,
  { listsAll }: { listsAll: boolean },
): KnownDocument[] {
  const missing = [...known].filter(([guid]) => !listed.has(guid)).map(([, document]) => document)
  if (listsAll) return missing
  const dates = [...listed.values()].filter((date) => date !== null)
  const oldest = oldestOf(dates)
  if (oldest === null) return []
  return missing.filter(({ publishedAt }) => publishedAt !== null && publishedAt > oldest)
}

/** Null when they neither rise nor fall. ISO dates in UTC compare as text. */
function oldestOf(dates: readonly string[]): string | null {
  const isFalling = dates.every((date, index) => date <= (dates[index - 1] ?? date))
  const isRising = dates.every((date, index) => date >= (dates[index - 1] ?? date))
  return (isFalling ? dates.at(-1) : isRising ? dates[0] : null) ?? null
}
