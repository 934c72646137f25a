import { useId, useState } from 'preact/hooks'
import { formatMoment, parseMoment } from '../../desk/moment-text.js'
import type { Edge } from '../../desk/trim-words.js'
import type { Trim } from '../../hooks/desk/use-trim.js'
import { Icon } from '../icon.js'

const nudgeMs = 100

/** One end of a clip in numbers, with buttons for each way to move it. */
export function TrimEdge({ edge, label, trim }: { edge: Edge; label: string; trim: Trim }) {
  const id = useId()
  const ms = edge === 'start' ? trim.range.startMs : trim.range.endMs
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = typed !== null && parseMoment(typed) === null
  const take = () => {
    const asked = typed === null ? null : parseMoment(typed)
    setTyped(null)
    if (asked !== null) trim.set(edge, asked)
  }
  const { hear } = trim
  const noun = label.toLowerCase()
  const button = (words: string, [sign, unit]: readonly [string, string], act: () => void) => (
    <button type="button" class="nudge" aria-label={words} title={words} onClick={act}>
      <span>{sign}</span>
      <span class="nudge-unit">{unit}</span>
    </button>
  )
  return (
    <div class="trim-edge" role="group" aria-label={label}>
      <div class="trim-time">
        <label for={id}>{label}</label>
        <input
          id={id}
          value={typed ?? formatMoment(ms)}
          inputMode="decimal"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          data-testid={`trim-${edge}`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take()
            else if (event.key === 'Escape') setTyped(null)
          }}
          onBlur={take}
        />
        {hear && (
          <button
            type="button"
            class="time time-quiet"
            aria-label={edge === 'start' ? 'Hear 1 s at the start' : 'Hear 1 s at the end'}
            data-testid={`hear-${edge}`}
            onClick={() => hear(edge)}
          >
            <Icon name="play" /> 1 s
          </button>
        )}
      </div>
      {isWrong && (
        <p id={`${id}-wrong`} class="dim small" role="status">
          A time is written as 12:34.500
        </p>
      )}
      <div class="nudges">
        {button(`${label} a sentence earlier`, ['«', 'sentence'], () => trim.step(edge, -1, 'sentence'))}
        {button(`${label} a word earlier`, ['‹', 'word'], () => trim.step(edge, -1, 'word'))}
        {button(`Move the ${noun} 0.1 s earlier`, ['−', '0.1 s'], () => trim.nudge(edge, -nudgeMs))}
        {button(`Move the ${noun} 0.1 s later`, ['+', '0.1 s'], () => trim.nudge(edge, nudgeMs))}
        {button(`${label} a word later`, ['›', 'word'], () => trim.step(edge, 1, 'word'))}
        {button(`${label} a sentence later`, ['»', 'sentence'], () => trim.step(edge, 1, 'sentence'))}
      </div>
    </div>
  )
}
