import type { Concept } from '../../../../client/index.js'
import { describeCounts } from '../../concepts/concept-words.js'
import { findKeyPlaces } from '../../concepts/key-places.js'
import { PlaceLine } from './place-line.js'
import { Statement, Statements } from './statement.js'

/** Name, definition and analogy with their sources, and where to hear it first and best. */
export function ConceptHeader({ concept }: { concept: Concept }) {
  const { name, aliases, hidden, mentions, definitions, analogies } = concept
  const [definition] = definitions
  const places = findKeyPlaces(concept)
  const isDefinition = ({ passageId }: { passageId: string }) => passageId === definition?.passageId
  const further = places.filter((place) => !isDefinition(place))
  return (
    <header class="concept-header">
      <h1 dir="auto" data-testid="concept-name">
        {name}
      </h1>
      {aliases.length > 0 && (
        <p class="dim" dir="auto" data-testid="concept-aliases">
          also {aliases.join(', ')}
        </p>
      )}
      <p class="dim small">{describeCounts(concept)}</p>
      {hidden && <p class="note">Its name was hidden: lists, search and maps leave it out.</p>}
      {definition && <Statement place={definition} isMain label={places.find(isDefinition)?.label ?? ''} />}
      {!definition && mentions > 0 && (
        <p class="note">No passage says in a sentence what it is; the mentions below show how it is used.</p>
      )}
      <Statements title={analogies.length > 1 ? 'Analogies' : 'Analogy'} places={analogies} />
      {further.length > 0 && (
        <ul class="key-places">
          {further.map(({ label, passageId, ...place }) => (
            <li key={passageId} data-testid="key-place">
              <strong>{label}</strong>
              <PlaceLine {...place} />
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}
