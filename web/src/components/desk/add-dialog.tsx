import { useEffect, useRef, useState } from 'preact/hooks'
import { toApiError } from '../../api.js'
import { addClip, listCollections, removeClip, type NewClip } from '../../collections-api.js'
import { countClips } from '../../desk/clip-words.js'
import { tellNews } from '../../desk/collection-news.js'
import { lastFirst, readLastCollection, rememberCollection } from '../../desk/last-collection.js'
import { useLoaded } from '../../hooks/use-loaded.js'
import { showNotice } from '../../notice.js'
import { withToken } from '../../token-gate.js'
import { FailureNote } from '../failure-note.js'
import { Spinner } from '../spinner.js'
import { NewCollectionForm } from './new-collection-form.js'
import '../../styles/desk-add.css'

interface AddDialogProps {
  clip: NewClip
  onClose: () => void
}

/** Which collection a clip goes to: the one used last comes first, so that Enter takes it. It is added at once. */
export function AddDialog({ clip, onClose }: AddDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { value, error, reload } = useLoaded('collections-to-add', listCollections)
  const [problem, setProblem] = useState('')
  const isBusy = useRef(false)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    dialog.current?.querySelector<HTMLElement>('.collection-choice, input')?.focus()
  }, [value])

  const add = async (id: string, title: string) => {
    if (isBusy.current) return
    isBusy.current = true
    setProblem('')
    try {
      const { id: clipId, collectionVersion } = await withToken(() => addClip(id, clip, null))
      rememberCollection(id)
      tellNews({ id, version: collectionVersion })
      dialog.current?.close()
      showNotice(`Added to “${title}”.`, [
        { label: 'Undo', act: () => void takeBack(id, { clipId, title }) },
        { label: 'Open desk', href: `/desk?${new URLSearchParams({ c: id, clip: clipId }).toString()}` },
      ])
    } catch (failure) {
      setProblem(toApiError(failure).message)
    } finally {
      isBusy.current = false
    }
  }
  return (
    <dialog
      ref={dialog}
      class="ask"
      aria-labelledby="add-clip-title"
      data-testid="add-dialog"
      onClose={onClose}
    >
      <h2 id="add-clip-title">Add to a collection</h2>
      <div class="ask-text">
        {error && <FailureNote title="The collections cannot be listed." error={error} retry={reload} />}
        {!value && !error && <Spinner waiting label="Loading" />}
        {value && value.length > 0 && (
          <ul class="collection-list">
            {lastFirst(value, readLastCollection()).map(({ id, title, clipCount }) => (
              <li key={id}>
                <button type="button" class="collection-choice" onClick={() => void add(id, title)}>
                  <span dir="auto">{title}</span>
                  <span class="count">{countClips(clipCount)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {value && (
          <NewCollectionForm isFirst={value.length === 0} onAdded={(id, title) => void add(id, title)} />
        )}
        <p class="words-failure" role="alert">
          {problem}
        </p>
      </div>
      <div class="ask-buttons">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
      </div>
    </dialog>
  )
}

async function takeBack(id: string, { clipId, title }: { clipId: string; title: string }): Promise<void> {
  try {
    const { version } = await withToken(() => removeClip(id, clipId, null))
    tellNews({ id, version })
    showNotice(`Taken out of “${title}” again.`)
  } catch (failure) {
    showNotice(`It could not be taken out: ${toApiError(failure).message}`)
  }
}
