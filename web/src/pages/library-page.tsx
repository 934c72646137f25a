import { useCallback, useEffect, useState } from 'preact/hooks'
import { listSources } from '../api.js'
import { AddSourceForm } from '../components/add-source-form.js'
import { FailureNote } from '../components/failure-note.js'
import { SourceRow } from '../components/source-row.js'
import { Spinner } from '../components/spinner.js'
import { TokenForm } from '../components/token-form.js'
import { useLoaded } from '../hooks/use-loaded.js'
import { useScrollMemory } from '../hooks/use-scroll-memory.js'
import { refreshStatus } from '../hooks/use-status.js'

/** Sources with their pulls and what went wrong in them; the place to add one and to give the token. */
export function LibraryPage() {
  const { value, error, reload } = useLoaded('sources', listSources)
  /** What was refused for want of the token, to be done once it is there. */
  const [refused, setRefused] = useState<(() => void) | null>(null)
  const askToken = useCallback((again: () => void) => setRefused(() => again), [])
  const onChange = useCallback(() => {
    reload()
    refreshStatus()
  }, [reload])
  useScrollMemory(value !== null, '/library')
  useEffect(() => {
    document.title = 'Library · Cuepoint'
  }, [])

  return (
    <div class="page page-library">
      <h1>Library</h1>
      {refused && (
        <TokenForm
          onAccepted={() => {
            setRefused(null)
            refused()
          }}
        />
      )}
      <AddSourceForm onAdded={onChange} askToken={askToken} />
      <section aria-labelledby="sources-title">
        <h2 id="sources-title">
          Sources {value && <span class="count">{value.sources.length}</span>}
          <Spinner waiting={!value && !error} label="Loading" />
        </h2>
        {error && <FailureNote title="The sources cannot be listed." error={error} retry={reload} />}
        {value?.sources.length === 0 && (
          <p class="note">No sources yet: add the address of a feed, or a folder, above.</p>
        )}
        <ul class="sources">
          {value?.sources.map((source) => (
            <SourceRow key={source.id} source={source} onChange={onChange} askToken={askToken} />
          ))}
        </ul>
      </section>
    </div>
  )
}
