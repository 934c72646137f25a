import type { Catalog } from '../../catalog/catalog.js'
import type { RepeatFilter } from '../../catalog/repeat-store.js'
import type { ModelIdentity } from '../../embed/embedder.js'
import type { SearchIndex } from '../../index/search-index.js'
import { findRepeatsOf, type RepeatsOf, type SoughtRange } from './find-repeats-of.js'
import { KnownMeasureReader } from './known-measure.js'
import { listRepeats, type RepeatList } from './list-repeats.js'
import type { RepeatRunner } from './repeat-runner.js'

/** What is told in several places, as the API asks for it. */
export interface Repeats {
  /** As of the last search; false in `upToDate` while a newer one is due or under way. */
  list(
    filter: RepeatFilter,
    page: { limit: number; cursor: string | null },
  ): Promise<RepeatList & { upToDate: boolean }>
  /** @throws DOCUMENT_NOT_FOUND, PASSAGE_NOT_FOUND, CLIP_INVALID */
  findOf(range: SoughtRange): Promise<RepeatsOf>
}

export interface RepeatsParts {
  catalog: Catalog
  index: SearchIndex
  embedder: { identity: ModelIdentity }
  repeatRunner: Pick<RepeatRunner, 'isUpToDate' | 'ask'>
}

export function bindRepeats({ catalog, index, embedder, repeatRunner }: RepeatsParts): Repeats {
  const dependencies = {
    catalog,
    index,
    identity: embedder.identity,
    measures: new KnownMeasureReader(catalog),
  }
  return {
    async list(filter, page) {
      const upToDate = await repeatRunner.isUpToDate()
      if (!upToDate) repeatRunner.ask()
      return { ...(await listRepeats(filter, page, catalog)), upToDate }
    },
    findOf: (range) => findRepeatsOf(range, dependencies),
  }
}
