import { useEffect, useState } from 'preact/hooks'
import type { ConceptList } from '../../../../client/index.js'
import { isAbort, toApiError, type ApiError } from '../../api.js'
import { describeCounts } from '../../concepts/concept-words.js'
import { listConcepts } from '../../concepts-api.js'

/** A pause in typing that means "now". */
const pauseMs = 200
const maxOffered = 6

type Summary = ConceptList['concepts'][number]

interface MergeFormProps {
  slug: string
  isBusy: boolean
  onMerge: (into: Pick<Summary, 'slug' | 'name'>) => void
}

/** Finds the concept that this one is the same as, by its name. */
export function MergeForm({ slug, isBusy, onMerge }: MergeFormProps) {
  const [text, setText] = useState('')
  const [offered, setOffered] = useState<{ q: string; concepts: Summary[] } | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const q = text.trim()

  useEffect(() => {
    setError(null)
    if (q === '') return setOffered(null)
    const controller = new AbortController()
    const timer = setTimeout(() => {
      listConcepts({ q, hidden: false }, { limit: maxOffered + 1, cursor: null }, controller.signal).then(
        ({ concepts }) =>
          setOffered({ q, concepts: concepts.filter((each) => each.slug !== slug).slice(0, maxOffered) }),
        (failure: unknown) => {
          if (!isAbort(failure)) setError(toApiError(failure))
        },
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [q, slug])

  return (
    <section>
      <label for="merge-into">The same as another concept?</label>
      <input
        id="merge-into"
        type="search"
        placeholder="Name of the concept to merge this one into"
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p class="small dim" role="status">
        {error
          ? error.message
          : offered?.concepts.length === 0 && `No other concept has “${offered.q}” in its name.`}
      </p>
      <ul>
        {offered?.concepts.map((concept) => (
          <li key={concept.slug} class="edit-row">
            <span>
              <span dir="auto">{concept.name}</span> <span class="dim small">{describeCounts(concept)}</span>
            </span>
            <button
              type="button"
              class="button"
              disabled={isBusy}
              aria-label={`Merge into ${concept.name}`}
              onClick={() => onMerge(concept)}
            >
              Merge
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
