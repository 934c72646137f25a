import { useState } from 'preact/hooks'
import type { Source } from '../../../../client/index.js'
import { useAction } from '../../hooks/use-action.js'
import { removeSource } from '../../library-api.js'
import { countOf } from '../../words.js'
import { ConfirmDialog } from './confirm-dialog.js'

/** Takes a source out of the library, after saying what goes with it. */
export function RemoveSource({ source, onRemoved }: { source: Source; onRemoved: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const action = useAction(
    () => removeSource(source.id),
    () => {
      setAsking(false)
      onRemoved()
    },
  )
  const name = source.title || source.location
  return (
    <>
      <button
        type="button"
        class="button button-quiet"
        aria-label={`Remove ${name}`}
        onClick={() => setAsking(true)}
      >
        Remove
      </button>
      {isAsking && (
        <ConfirmDialog
          title={
            <>
              Remove “<bdi>{name}</bdi>”?
            </>
          }
          verb="Remove it"
          action={action}
          onClose={() => {
            setAsking(false)
            action.reset()
          }}
        >
          <p>
            {source.documents === 0
              ? 'It leaves the library and is not pulled any more.'
              : `Its ${countOf(source.documents, 'document')} leave the library with it, and are found no more.`}
          </p>
          <p>
            Clips of them stay in their collections, with their words and times; they can no longer be
            trimmed.
          </p>
          <p class="dim">
            Nothing is deleted where it comes from. Corrections that you made are kept: add it again, and they
            are back.
          </p>
        </ConfirmDialog>
      )}
    </>
  )
}
