import { useState } from 'preact/hooks'
import type { Document, DocumentConcepts } from '../../../../client/index.js'
import { PlaceHandle } from '../place-handle.js'

const shownAtFirst = 3

interface DocumentPlacesProps {
  document: Document
  /** Of the concept. */
  name: string
  places: DocumentConcepts['concepts'][number]['places']
}

/** The times at which a document mentions a concept; what has no times has no handles. */
export function DocumentPlaces({ document, name, places }: DocumentPlacesProps) {
  const [isWhole, setWhole] = useState(false)
  const timed = places.filter(({ startMs }) => startMs !== null)
  if (timed.length === 0) return null
  const shown = isWhole || timed.length === shownAtFirst + 1 ? timed : timed.slice(0, shownAtFirst)
  const further = timed.length - shown.length
  return (
    <span class="concept-places">
      {shown.map(({ passageId, startMs }) => (
        <PlaceHandle key={passageId} document={document} atMs={startMs} quiet />
      ))}
      {further > 0 && (
        <button
          type="button"
          class="more-toggle"
          aria-label={`${further} more times of ${name}`}
          onClick={() => setWhole(true)}
        >
          {further} more
        </button>
      )}
    </span>
  )
}
