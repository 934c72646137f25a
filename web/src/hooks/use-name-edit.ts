import type { ConceptResponse } from '../../../src/api/schemas/concept.js'
import { useState } from 'preact/hooks'
import { toApiError, type ApiError } from '../api.js'
import { editConcept, type NameEdit } from '../concepts-api.js'
import { forgetConcepts, keptConcepts, keyOfConcept } from '../concepts/kept-concepts.js'
import { forgetAnswers } from './use-search.js'

export interface NameEditing {
  /** Sends it; says `words` once it is accepted. */
  apply: (edit: NameEdit, words: string) => void
  isBusy: boolean
  error: ApiError | null
  /** What was last done; empty before. */
  said: string
  /** The server wants its token before it takes changes. */
  needsToken: boolean
  /** Sends again what was refused. */
  retry: () => void
}

/**
 * Decisions about a concept's names, one at a time.
 * @param onEdited gets the concept that it left, or that stays after a merge
 */
export function useNameEdit(slug: string, onEdited: (concept: ConceptResponse) => void): NameEditing {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState<(() => void) | null>(null)

  const apply = (edit: NameEdit, words: string): void => {
    setBusy(true)
    setError(null)
    setSaid('')
    setRefused(null)
    editConcept(slug, edit)
      .then(
        (concept) => {
          forgetConcepts()
          forgetAnswers()
          keptConcepts.set(keyOfConcept(concept.slug), concept)
          setSaid(words)
          onEdited(concept)
        },
        (failure: unknown) => {
          const failed = toApiError(failure)
          setError(failed)
          if (failed.code === 'TOKEN_REQUIRED') setRefused(() => () => apply(edit, words))
        },
      )
      .finally(() => setBusy(false))
  }
  return { apply, isBusy, error, said, needsToken: refused !== null, retry: () => refused?.() }
}
