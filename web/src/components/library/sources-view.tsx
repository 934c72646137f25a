import { useRef, useState } from 'preact/hooks'
import type { Source } from '../../../../client/index.js'
import { useAction } from '../../hooks/use-action.js'
import type { Library } from '../../hooks/use-library.js'
import { useScrollMemory } from '../../hooks/use-scroll-memory.js'
import { pullAllSources } from '../../library-api.js'
import { FailureNote } from '../failure-note.js'
import { Spinner } from '../spinner.js'
import { AddSources } from './add-sources.js'
import { EmptyLibrary } from './empty-library.js'
import { LibrarySettings } from './library-settings.js'
import { SourceCard } from './source-card.js'

/** The place to add sources and to see how each is. */
export function SourcesView({ library }: { library: Library }) {
  const { sources, error, refresh } = library
  const [removed, setRemoved] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  const pullAll = useAction(pullAllSources, refresh)
  useScrollMemory(sources !== null, '/library')
  const onRemoved = (source: Source) => {
    setRemoved(source.title || source.location)
    refresh()
    // What had the focus is gone.
    title.current?.focus()
  }

  return (
    <>
      <AddSources onAdded={refresh} />
      {sources?.length === 0 && <EmptyLibrary onAdded={refresh} />}
      {error && <FailureNote title="The sources cannot be listed." error={error} retry={refresh} />}
      {(sources === null || sources.length > 0) && (
        <section aria-labelledby="sources-title">
          <div class="sources-head">
            <h2 ref={title} id="sources-title" tabIndex={-1}>
              Sources <span class="count">{sources?.length.toLocaleString('en')}</span>
              <Spinner waiting={sources === null && error === null} label="Loading" />
            </h2>
            {sources !== null && sources.length > 1 && (
              <button
                type="button"
                class="button button-quiet"
                disabled={pullAll.isBusy}
                onClick={pullAll.start}
              >
                Pull all
              </button>
            )}
          </div>
          <p class="words-failure" role="alert">
            {pullAll.error?.message}
          </p>
          <p class="dim" role="status">
            {removed !== '' && (
              <>
                “<bdi>{removed}</bdi>” was removed.
              </>
            )}
          </p>
          <ul class="sources">
            {sources?.map((source) => (
              <li key={source.id}>
                <SourceCard source={source} library={library} onRemoved={onRemoved} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <LibrarySettings />
    </>
  )
}
