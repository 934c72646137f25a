import { useMemo } from 'preact/hooks'
import type { DocumentConcepts } from '../../../client/index.js'
import { readDocumentConcepts } from '../concepts-api.js'
import { keptOfDocuments } from '../concepts/kept-concepts.js'
import { useLoaded, type Loaded } from './use-loaded.js'

/** Slug → what the concept is called and what it is, for links in a text. */
export type ConceptTitles = ReadonlyMap<string, { name: string; definition: string | null }>

/** What a document mentions; fetched beside the document, which is shown without it. */
export function useDocumentConcepts(documentId: string): {
  loaded: Loaded<DocumentConcepts>
  titles: ConceptTitles
} {
  const loaded = useLoaded(
    `concepts-of:${documentId}`,
    (signal) => readDocumentConcepts(documentId, signal),
    keptOfDocuments,
  )
  const titles = useMemo(
    () =>
      new Map(
        loaded.value?.concepts.map(({ slug, name, definition }) => [slug, { name, definition }] as const),
      ),
    [loaded.value],
  )
  return { loaded, titles }
}
