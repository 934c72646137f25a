import type { CollectionSummary } from '../../../../client/index.js'
import type { Loaded } from '../../hooks/use-loaded.js'
import { countClips } from '../../desk/clip-words.js'
import { formatSpan } from '../../desk/moment-text.js'
import { FailureNote } from '../failure-note.js'
import { Spinner } from '../spinner.js'
import { NewCollectionForm } from './new-collection-form.js'

interface NoCollectionProps {
  collections: Loaded<CollectionSummary[]>
  onOpen: (id: string) => void
}

/** Before a collection is open: those that there are, a new one, and what all this is for. */
export function NoCollection({ collections: { value, error, reload }, onOpen }: NoCollectionProps) {
  return (
    <section class="desk-column desk-choose" data-column="collection" aria-labelledby="collections-title">
      <h2 id="collections-title">Collections</h2>
      {error && <FailureNote title="The collections cannot be listed." error={error} retry={reload} />}
      {!value && !error && <Spinner waiting label="Loading" />}
      {value && value.length > 0 && (
        <ul class="collection-list">
          {value.map((collection) => (
            <li key={collection.id}>
              <button type="button" class="collection-choice" onClick={() => onOpen(collection.id)}>
                <span dir="auto">{collection.title}</span>
                <span class="count">
                  {countClips(collection.clipCount)}
                  {collection.totalMs > 0 && ` · ${formatSpan(collection.totalMs)}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <NewCollectionForm onAdded={onOpen} isFirst={value?.length === 0} />
      {value?.length === 0 && (
        <div class="desk-teach">
          <p>
            A collection holds clips: passages of recordings and posts, in the order in which you want them.
          </p>
          <ol>
            <li>Search beside it, hear a hit, and add it.</li>
            <li>Move the clips into order, and set where each begins and ends, by its words.</li>
            <li>Hear them as one cut, and take them away: quotes, captions, timelines, sound.</li>
          </ol>
        </div>
      )}
    </section>
  )
}
