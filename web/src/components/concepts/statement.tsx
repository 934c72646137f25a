import type { ConceptPlaceResponse } from '../../../../src/api/schemas/concept.js'
import { LimitedList } from '../limited-list.js'
import { PlaceLine } from './place-line.js'

/** What was said of a concept, word for word, and where. */
export function Statement({ place, isMain = false }: { place: ConceptPlaceResponse; isMain?: boolean }) {
  return (
    <figure class="statement" data-main={isMain}>
      <blockquote dir="auto">{place.text}</blockquote>
      <figcaption>
        <PlaceLine document={place.document} atMs={place.jumpMs ?? place.startMs} anchor={place.anchor} />
      </figcaption>
    </figure>
  )
}

const shownAtFirst = 3

export function Statements({ title, places }: { title: string; places: readonly ConceptPlaceResponse[] }) {
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
