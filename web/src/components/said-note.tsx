import type { DocumentSummary } from '../../../client/index.js'
import type { FoundAlignment } from '../alignment-api.js'
import type { Loaded } from '../hooks/use-loaded.js'
import { documentPath } from '../url-state.js'

interface SaidNoteProps {
  /** Recordings of the post, at least one. */
  recordings: readonly DocumentSummary[]
  recording: DocumentSummary
  onChoose: (id: string) => void
  loaded: Loaded<FoundAlignment | null>
}

/** What the times beside a post's sections play. One line from the start, so that nothing below it moves. */
export function SaidNote({
  recordings,
  recording,
  onChoose,
  loaded: { value, error, reload },
}: SaidNoteProps) {
  const link = (
    <a href={documentPath({ id: recording.id, startMs: null, anchor: null, q: '' })} dir="auto">
      {recording.title}
    </a>
  )
  return (
    <div class="said-note" data-testid="said-note">
      {error ? (
        <p>
          When this is said in {link} cannot be told now.{' '}
          <button type="button" class="more-toggle" onClick={reload}>
            Try again
          </button>
        </p>
      ) : (
        <p>
          {describe(value)} {link}
        </p>
      )}
      {recordings.length > 1 && (
        <label class="said-choice">
          <span class="visually-hidden">Times of another recording</span>
          <select value={recording.id} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
            {recordings.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

function describe(found: FoundAlignment | null): string {
  if (found === 'silent') return 'Belongs to, without a transcript:'
  if (found === null) return 'Times play where it is said in'
  const placed = found.topics.filter(({ passageId }) => passageId !== null)
  if (placed.length === 0) return 'Nothing of this post was found in'
  if (placed.every(({ startMs }) => startMs === null)) return 'Said, at times that are not known, in'
  return 'Times play where it is said in'
}
