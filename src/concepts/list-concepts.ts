import type { ConceptStore } from '../catalog/concept-store.js'
import { conceptKey } from './concept-key.js'

export interface ConceptListFilter {
  /** What a name must contain, as typed. */
  text?: string
  /** Only the hidden ones; default: only the others. */
  hidden?: boolean
}

/** Best first. What was typed may be the beginning of a word; without a word in it, nothing is what it names. */
export async function listConcepts(
  { text = '', hidden = false }: ConceptListFilter,
  page: { limit: number; cursor: string | null },
  catalog: Pick<ConceptStore, 'listConcepts'>,
): ReturnType<ConceptStore['listConcepts']> {
  const key = conceptKey(text)
  if (key === '' && text.trim() !== '') return { concepts: [], total: 0, next: null }
  return catalog.listConcepts({ hidden, ...(key && { key }) }, page)
}
