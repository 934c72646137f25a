import type { Catalog } from '../catalog/catalog.js'
import type { ConceptGraph, ConceptStore } from '../catalog/concept-store.js'
import { listDocumentConcepts, type DocumentConcepts } from './document-concepts.js'
import {
  hideConcept,
  mergeConcept,
  renameConcept,
  splitConcept,
  type EditDependencies,
} from './edit-concept.js'
import {
  listConceptDocuments,
  type ConceptDocument,
  type ConceptDocumentFilter,
  type ConceptDocumentOrder,
} from './list-concept-documents.js'
import { listConcepts, type ConceptListFilter } from './list-concepts.js'
import { listMentions, type ShownMention } from './list-mentions.js'
import { showConcept, type ShownConcept } from './show-concept.js'
import { showGraph } from './show-graph.js'

type Page = Parameters<ConceptStore['listConcepts']>[1]

/** What the API asks of concepts. A slug may be a former one of its concept. Edits answer with the concept as it is then. */
export interface Concepts {
  list(filter: ConceptListFilter, page: Page): ReturnType<ConceptStore['listConcepts']>
  show(slug: string): Promise<ShownConcept>
  listDocuments(
    slug: string,
    filter: ConceptDocumentFilter & { order: ConceptDocumentOrder },
    page: Page,
  ): Promise<{ documents: ConceptDocument[]; total: number; next: string | null }>
  listMentions(
    slug: string,
    filter: { documentId?: string },
    page: Page,
  ): Promise<{ mentions: ShownMention[]; next: string | null }>
  showGraph(options: { limit: number; around?: string }): Promise<ConceptGraph>
  listOfDocument(documentId: string): Promise<DocumentConcepts>
  merge(slug: string, into: string): Promise<ShownConcept>
  split(slug: string, alias: string): Promise<ShownConcept>
  rename(slug: string, name: string): Promise<ShownConcept>
  hide(slug: string, hidden: boolean): Promise<ShownConcept>
}

/** @param refresh see `EditDependencies` */
export function bindConcepts(catalog: Catalog, refresh: EditDependencies['refresh']): Concepts {
  const editing = { catalog, refresh }
  const show = (slug: string) => showConcept(slug, catalog)
  return {
    show,
    list: (filter, page) => listConcepts(filter, page, catalog),
    listDocuments: (slug, filter, page) => listConceptDocuments(slug, filter, page, catalog),
    listMentions: (slug, filter, page) => listMentions(slug, filter, page, catalog),
    showGraph: (options) => showGraph(options, catalog),
    listOfDocument: (documentId) => listDocumentConcepts(documentId, catalog),
    merge: async (slug, into) => show(await mergeConcept(slug, into, editing)),
    split: async (slug, alias) => show(await splitConcept(slug, alias, editing)),
    rename: async (slug, name) => show(await renameConcept(slug, name, editing)),
    hide: async (slug, hidden) => show(await hideConcept(slug, hidden, editing)),
  }
}
