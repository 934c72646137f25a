import { useState } from 'preact/hooks'
import { keep, readKept } from '../../../browser-storage.js'
import {
  forgetReuse,
  goOnWithReuse,
  readReuseRun,
  startReuse,
  stopReuse,
  subscribeToReuse,
} from '../../../desk/reuse-run.js'
import { describeRun } from '../../../desk/reuse-words.js'
import type { DeskToolProps } from '../../../desk/tool-props.js'
import { useStore } from '../../../hooks/use-store.js'
import '../../../styles/desk-tools.css'
import { FailureNote } from '../../failure-note.js'
import { ProgressBar } from '../../progress-bar.js'
import { Spinner } from '../../spinner.js'
import { DraftField } from './draft-field.js'
import { DraftParagraph } from './draft-paragraph.js'

const draftKey = 'cuepoint.desk.draft'

/** A draft, and for each of its paragraphs what the library has of it. It is sent when that is asked for, and kept in this window. */
export function DraftTool({ collection, onAdd }: DeskToolProps) {
  const [draft, setDraft] = useState(
    () => readKept('sessionStorage', draftKey) ?? readReuseRun()?.draft ?? '',
  )
  const run = useStore(readReuseRun, subscribeToReuse)
  const change = (text: string) => {
    setDraft(text)
    keep('sessionStorage', draftKey, text === '' ? null : text)
    if (text === '') forgetReuse()
  }
  const isBusy = run?.isBusy ?? false
  const isOther = run !== null && run.draft !== draft.trim()
  return (
    <>
      <DraftField
        draft={draft}
        isBusy={isBusy}
        isAnswered={run !== null && !isOther && run.next === null && run.total !== null}
        onChange={change}
        onFind={() => startReuse(draft.trim())}
        onStop={stopReuse}
      />
      {!run && (
        <div class="desk-teach">
          <p>
            For each paragraph of a post, a script or a newsletter: where it was said before, where the same
            was said in other words, what supports it, and whether that is in a collection already.
          </p>
          <p class="small">Nothing is sent before you press Find passages.</p>
        </div>
      )}
      {run && (
        <>
          {isBusy && (
            <ProgressBar
              share={run.total === null ? null : run.paragraphs.length / run.total}
              label="Paragraphs looked for"
            />
          )}
          <p class="desk-line" role="status" data-testid="draft-state">
            {describeRun(run)} <Spinner waiting={isBusy && run.total === null} label="Looking for passages" />
            {!isBusy && run.next !== null && !run.error && (
              <button type="button" class="more-toggle" onClick={goOnWithReuse}>
                Go on
              </button>
            )}
          </p>
          {isOther && !isBusy && (
            <p class="note">The draft was changed since: what follows is about what it was.</p>
          )}
          {run.isDegraded && (
            <p class="note">Part of the search did not answer: there may be better passages than these.</p>
          )}
          <ol class="draft-paragraphs" data-stale={run.total === null}>
            {run.paragraphs.map((paragraph) => (
              <DraftParagraph
                key={paragraph.from}
                paragraph={paragraph}
                clips={collection?.clips ?? []}
                onAdd={onAdd}
              />
            ))}
          </ol>
          {run.error && (
            <FailureNote
              title={
                run.paragraphs.length === 0
                  ? 'The draft could not be looked for.'
                  : 'The rest of the draft could not be looked for.'
              }
              error={run.error}
              retry={goOnWithReuse}
            />
          )}
        </>
      )}
    </>
  )
}
