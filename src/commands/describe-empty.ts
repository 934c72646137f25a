import type { CatalogCounts } from '../catalog/catalog.js'

export const noSourcesYet =
  'The library is empty: add a feed, a page or a folder with `cuepoint add <url|path>`.'

/** What to do about a library in which nothing can be found; null where something is. */
export function describeEmpty({
  sources,
  documents,
}: Pick<CatalogCounts, 'sources' | 'documents'>): string | null {
  if (sources === 0) return noSourcesYet
  if (Object.values(documents).some((count) => count > 0)) return null
  return 'The library has no documents yet: `cuepoint pull` asks its sources for them.'
}
