import { useId, useState } from 'preact/hooks'
import type { Document } from '../../../client/index.js'
import type { Nudge } from '../hooks/use-nudge.js'
import { formatOffset, readOffset } from '../shift-times.js'

const steps = [-1000, -500, 500, 1000]

interface TimingNoteProps {
  document: Pick<Document, 'timing' | 'timingReason'>
  /** Null where there are no times to move. */
  nudge: Nudge | null
}

/** How far the times can be trusted, and how to put them right. */
export function TimingNote({ document: { timing, timingReason }, nudge }: TimingNoteProps) {
  const doubt = timing === 'exact' ? '' : timing === 'approximate' ? 'Approximate times' : 'No times'
  const reason = doubt === '' || timingReason === '' ? '' : `: ${timingReason.replace(/\.$/, '')}`
  const isMoved = nudge !== null && nudge.keptMs !== 0
  if (!nudge) return doubt === '' ? null : <p class="note">{`${doubt}${reason}.`}</p>
  return (
    <details class="timing" data-testid="timing" data-quiet={doubt === '' && !isMoved}>
      <summary>
        {doubt !== '' && `${doubt}${reason}. `}
        {isMoved && `Moved by ${formatOffset(nudge.keptMs)} s. `}
        <span class="timing-open">Times off?</span>
      </summary>
      <NudgeForm nudge={nudge} />
    </details>
  )
}

function NudgeForm({ nudge }: { nudge: Nudge }) {
  const { offsetMs, keptMs, undoMs, isSaving, error, preview } = nudge
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const isTried = offsetMs !== keptMs
  return (
    <form
      class="nudge"
      onSubmit={(event) => {
        event.preventDefault()
        setTyped(null)
        if (isTried) nudge.save()
      }}
    >
      <p class="small">
        Play, and move the times until the marked line is the one you hear. Less: the text comes earlier.
      </p>
      <div class="nudge-row">
        {steps
          .map((stepMs) => (
            <NudgeStep
              key={stepMs}
              stepMs={stepMs}
              onPress={() => {
                setTyped(null)
                preview(offsetMs + stepMs)
              }}
            />
          ))
          .toSpliced(
            2,
            0,
            <span class="nudge-field" key="field">
              <label class="visually-hidden" for={id}>
                Seconds added to all times
              </label>
              <input
                id={id}
                inputMode="decimal"
                autocomplete="off"
                data-testid="nudge-field"
                value={typed ?? formatOffset(offsetMs)}
                onInput={({ currentTarget }) => {
                  setTyped(currentTarget.value)
                  const toMs = readOffset(currentTarget.value)
                  if (toMs !== null) preview(toMs)
                }}
                onBlur={() => setTyped(null)}
              />
              <span aria-hidden="true">s</span>
            </span>,
          )}
      </div>
      <div class="nudge-row">
        <button
          type="submit"
          class={isTried ? 'button button-main' : 'button'}
          disabled={!isTried || isSaving}
        >
          {isSaving ? 'Keeping' : 'Keep these times'}
        </button>
        {isTried && !isSaving && (
          <button type="button" class="button" onClick={nudge.cancel}>
            Cancel
          </button>
        )}
        {!isTried && undoMs !== null && (
          <button type="button" class="button" onClick={nudge.undo}>
            Undo
          </button>
        )}
      </div>
      <p role="status" class="small">
        {isTried
          ? `Trying ${formatOffset(offsetMs) || '0'} s; nothing is kept yet.`
          : undoMs !== null
            ? `Kept: ${formatOffset(keptMs)} s.`
            : ''}
      </p>
      {error && (
        <p class="note" role="alert">
          {error.message}
        </p>
      )}
    </form>
  )
}

function NudgeStep({ stepMs, onPress }: { stepMs: number; onPress: () => void }) {
  return (
    <button
      type="button"
      class="button"
      aria-label={`${Math.abs(stepMs) / 1000} seconds ${stepMs < 0 ? 'earlier' : 'later'}`}
      onClick={onPress}
    >
      {formatOffset(stepMs)}
    </button>
  )
}
