import { useEffect, useState } from 'preact/hooks'
import { formatClock } from '../../../src/domain/time.js'
import { readSimilar } from '../document-api.js'
import { useLoaded } from '../hooks/use-loaded.js'
import { usePassageHere } from '../hooks/use-passage-here.js'
import { FailureNote } from './failure-note.js'
import { MomentRow } from './moment-row.js'
import { Spinner } from './spinner.js'

const shown = 6

interface SimilarMomentsProps {
  documentId: string
  isPost: boolean
  version: number
  at: { startMs: number | null; anchor: string | null }
}

/** What else in the library says much the same as what is being heard. Asked for when it is opened. */
export function SimilarMoments(props: SimilarMomentsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      class="side-part"
      data-testid="similar"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>More {props.isPost ? 'passages' : 'moments'} like this</summary>
      {isOpen && <Similar {...props} />}
    </details>
  )
}

/** Stays with the passage it was asked for while the sound goes on: nobody reads a list that changes by itself. */
function Similar({ documentId, isPost, version, at }: SimilarMomentsProps) {
  const { passage, loaded } = usePassageHere(documentId, version, at)
  const [chosen, setChosen] = useState<typeof passage>(null)
  const asked = chosen ?? passage
  const similar = useLoaded(`similar:${asked?.passageId ?? ''}`, async (signal) =>
    asked ? readSimilar(asked.passageId, shown, signal) : null,
  )
  const error = loaded.error ?? similar.error
  useEffect(() => {
    if (passage && !chosen) setChosen(passage)
  }, [passage])
  const isElsewhere = passage !== null && passage.passageId !== asked?.passageId
  return (
    <>
      {asked?.startMs != null && !isPost && (
        <p class="dim small">
          Like what is said at {formatClock(asked.startMs)}.
          {isElsewhere && passage.startMs !== null && (
            <button type="button" class="more-toggle" onClick={() => setChosen(passage)}>
              Ask again for {formatClock(passage.startMs)}
            </button>
          )}
        </p>
      )}
      <Spinner
        waiting={!error && !similar.value && (loaded.value === null || asked !== null)}
        label="Looking"
      />
      {error && (
        <FailureNote
          title="This cannot be asked now."
          error={error}
          retry={loaded.error ? loaded.reload : similar.reload}
        />
      )}
      {(similar.value?.hits.length === 0 || (loaded.value && !asked)) && (
        <p class="dim small">Nothing in the library says much the same.</p>
      )}
      <ul class="plain-list">
        {similar.value?.hits.map((hit) => (
          <MomentRow key={hit.passageId} hit={hit} />
        ))}
      </ul>
    </>
  )
}
