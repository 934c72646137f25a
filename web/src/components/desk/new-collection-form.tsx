import { useState } from 'preact/hooks'
import { addCollection } from '../../collections-api.js'
import { tellNews } from '../../desk/collection-news.js'
import { useAction } from '../../hooks/use-action.js'

interface NewCollectionFormProps {
  onAdded: (id: string, title: string) => void
  /** There is none yet. */
  isFirst?: boolean
}

export function NewCollectionForm({ onAdded, isFirst = false }: NewCollectionFormProps) {
  const [title, setTitle] = useState('')
  const add = useAction(
    async () => {
      const { id, version, title: added } = await addCollection(title.trim() || 'Clips')
      setTitle('')
      tellNews({ id, version })
      onAdded(id, added)
    },
    () => undefined,
  )
  return (
    <form
      class="new-collection"
      onSubmit={(event) => {
        event.preventDefault()
        add.start()
      }}
    >
      <label>
        <span>{isFirst ? 'Your first collection' : 'A new collection'}</span>
        <input
          name="title"
          data-testid="new-collection"
          value={title}
          maxLength={300}
          placeholder="Clips"
          autocomplete="off"
          dir="auto"
          onInput={({ currentTarget }) => setTitle(currentTarget.value)}
        />
      </label>
      <button class="button" disabled={add.isBusy}>
        Make it
      </button>
      {add.error && (
        <p class="words-failure" role="alert">
          {add.error.message}
        </p>
      )}
    </form>
  )
}
