import type { ConceptPlace } from '../../../../client/index.js'
import { LimitedList } from '../limited-list.js'
import { PlaceLine } from './place-line.js'

interface StatementProps {
  place: ConceptPlace
  isMain?: boolean
  /** What else this place is; empty for nothing. */
  label?: string
}

/** What was said of a concept, word for word, and where. */
export function Statement({ place, isMain = false, label = '' }: StatementProps) {
  return (
    <figure class="statement" data-main={isMain}>
      <blockquote dir="auto">{place.text}</blockquote>
      <figcaption {...(label !== '' && { 'data-testid': 'key-place' })}>
        {label !== '' && <strong>{label}</strong>}
        <PlaceLine document={place.document} atMs={place.jumpMs ?? place.startMs} anchor={place.anchor} />
      </figcaption>
    </figure>
  )
}

const shownAtFirst = 3

export function Statements({ title, places }: { title: string; places: readonly ConceptPlace[] }) {
  if (places.length === 0) return null
  return (
    <section class="statements">
      <h2>{title}</h2>
      <LimitedList items={places} limit={shownAtFirst} noun="passage">
        {(place) => (
          <li key={place.passageId + place.text}>
            <Statement place={place} />
          </li>
        )}
      </LimitedList>
    </section>
  )
}
