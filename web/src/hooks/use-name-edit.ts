import type { Concept } from '../../../client/index.js'
import { useState } from 'preact/hooks'
import { toApiError, type ApiError } from '../api.js'
import { editConcept, type NameEdit } from '../concepts-api.js'
import { keptConcepts, keyOfConcept } from '../concepts/kept-concepts.js'
import { withToken } from '../token-gate.js'
import { forgetLibrary } from './use-loaded.js'

export interface NameEditing {
  /** Sends it; says `words` once it is accepted. */
  apply: (edit: NameEdit, words: string) => void
  isBusy: boolean
  error: ApiError | null
  /** What was last done; empty before. */
  said: string
}

/**
 * Decisions about a concept's names, one at a time.
 * @param onEdited gets the concept that it left, or that stays after a merge
 */
export function useNameEdit(slug: string, onEdited: (concept: Concept) => void): NameEditing {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [said, setSaid] = useState('')

  const apply = (edit: NameEdit, words: string): void => {
    setBusy(true)
    setError(null)
    setSaid('')
    withToken(() => editConcept(slug, edit))
      .then(
        (concept) => {
          forgetLibrary()
          keptConcepts.set(keyOfConcept(concept.slug), concept)
          setSaid(words)
          onEdited(concept)
        },
        (failure: unknown) => setError(toApiError(failure)),
      )
      .finally(() => setBusy(false))
  }
  return { apply, isBusy, error, said }
}
