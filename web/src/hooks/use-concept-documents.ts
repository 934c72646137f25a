import type { ConceptDocuments, Query } from '../../../client/index.js'
import { listConceptDocuments } from '../concepts-api.js'
import { keptConceptDocuments } from '../concepts/kept-concepts.js'
import { usePages, type PagesView } from './use-pages.js'

type Listing = Pick<NonNullable<Query<'listConceptDocuments'>>, 'order' | 'kind'> & { limit: number }

/** The documents that mention a concept, page by page. */
export const useConceptDocuments = (
  slug: string,
  listing: Listing,
): PagesView<ConceptDocuments['documents'][number]> =>
  usePages(
    `${slug}:${listing.kind ?? ''}:${listing.order ?? ''}`,
    async (cursor, signal) => {
      const query = { ...listing, ...(cursor !== null && { cursor }) }
      const { documents, ...page } = await listConceptDocuments(slug, query, signal)
      return { items: documents, ...page }
    },
    keptConceptDocuments,
  )
