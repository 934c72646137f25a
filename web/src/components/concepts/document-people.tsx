import type { DocumentConcepts } from '../../../../client/index.js'
import { describePerson } from '../../concepts/concept-words.js'
import { LimitedList } from '../limited-list.js'

const shownAtFirst = 8

/** Who speaks, who wrote, and of whom it is spoken. */
export function DocumentPeople({ people }: { people: DocumentConcepts['people'] }) {
  if (people.length === 0) return null
  return (
    <section class="people-here">
      <h2>People</h2>
      <LimitedList items={people} limit={shownAtFirst} noun="name">
        {(person) => (
          <li key={`${person.role} ${person.name}`}>
            <span dir="auto">{person.name}</span> <span class="dim small">{describePerson(person)}</span>
          </li>
        )}
      </LimitedList>
    </section>
  )
}
