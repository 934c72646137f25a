import type { DocumentConcepts } from '../../../../client/index.js'
import { describePerson } from '../../concepts/concept-words.js'
import { emptySearch, searchPath } from '../../url-state.js'
import { LimitedList } from '../limited-list.js'

const shownAtFirst = 8

type Person = DocumentConcepts['people'][number]

/** What somebody says anywhere in the library; of whom does not speak in it, where the name is. */
const personPath = ({ name, role }: Pick<Person, 'name' | 'role'>): string =>
  searchPath(
    role === 'speaker' ? { ...emptySearch, speaker: name } : { ...emptySearch, q: name, exact: true },
  )

/** Who speaks, who wrote, and of whom it is spoken. */
export function DocumentPeople({ people }: { people: DocumentConcepts['people'] }) {
  if (people.length === 0) return null
  return (
    <section class="people-here">
      <h2>People</h2>
      <LimitedList items={people} limit={shownAtFirst} noun="name">
        {(person) => (
          <li key={`${person.role} ${person.name}`}>
            <a class="concept-link" href={personPath(person)} dir="auto">
              {person.name}
            </a>{' '}
            <span class="dim small">{describePerson(person)}</span>
          </li>
        )}
      </LimitedList>
    </section>
  )
}
