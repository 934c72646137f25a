import { useState } from 'preact/hooks'
import type { SourceResponse } from '../../../src/api/schemas/source.js'
import { addSource, toApiError, type ApiError } from '../api.js'
import { describeSourceKind } from '../words.js'
import { Spinner } from './spinner.js'

interface AddSourceFormProps {
  onAdded: () => void
  askToken: (again: () => void) => void
}

/** Adds a source by its address and says what it turned out to be. */
export function AddSourceForm({ onAdded, askToken }: AddSourceFormProps) {
  const [location, setLocation] = useState('')
  const [waiting, setWaiting] = useState(false)
  const [added, setAdded] = useState<SourceResponse | null>(null)
  const [error, setError] = useState<ApiError | null>(null)

  const add = async () => {
    setWaiting(true)
    setError(null)
    setAdded(null)
    try {
      const { source } = await addSource(location.trim())
      setAdded(source)
      setLocation('')
      onAdded()
    } catch (failure) {
      const failed = toApiError(failure)
      setError(failed)
      if (failed.code === 'TOKEN_REQUIRED') askToken(() => void add())
    } finally {
      setWaiting(false)
    }
  }

  return (
    <form
      class="add-source"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label for="add-location">Add a feed, a channel, a page or a folder</label>
      <div class="field-row">
        <input
          id="add-location"
          name="location"
          required
          maxLength={2000}
          placeholder="https://example.org/feed.xml, or a path on the server"
          autocomplete="off"
          spellcheck={false}
          value={location}
          onInput={({ currentTarget }) => setLocation(currentTarget.value)}
        />
        <button class="button button-main" disabled={waiting || location.trim() === ''}>
          Add
        </button>
      </div>
      <p class="form-answer" role="status">
        {waiting && <Spinner waiting label="Looking at what is there" />}
        {error && <span class="words-failure">{error.message}</span>}
        {added && (
          <span>
            Added “<bdi>{added.title}</bdi>” ({describeSourceKind(added.kind)}); it can be searched while it
            is read.
          </span>
        )}
      </p>
    </form>
  )
}
