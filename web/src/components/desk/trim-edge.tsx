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
  const [refusal, setRefusal] = useState<string | null>(null)
  const asked = typed === null ? null : parseMoment(typed)
  const problem = typed !== null && asked === null ? 'A time is written as 12:34.500' : refusal
  const type = (text: string | null) => {
    setTyped(text)
    setRefusal(null)
  }
  /** What cannot be stays to be mended, and is told. */
  const take = () => {
    if (typed === null) return
    const why = asked === null ? null : trim.refuse(edge, asked)
    if (asked === null || why !== null) return setRefusal(why)
    type(null)
    trim.set(edge, asked)
  }
  const leave = () => {
    if (asked !== null && trim.refuse(edge, asked) === null) take()
    else type(null)
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
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-wrong`}
          data-testid={`trim-${edge}`}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take()
            else if (event.key === 'Escape') type(null)
          }}
          onBlur={leave}
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
      {problem !== null && (
        <p id={`${id}-wrong`} class="dim small" role="status">
          {problem}
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
