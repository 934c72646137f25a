import { useMemo } from 'preact/hooks'
import type { Track } from '../player-state.js'
import { findWordMarks, splitByMarks } from '../text-marks.js'
import type { Line, Paragraph } from '../transcript-lines.js'
import { MarkedText } from './marked-text.js'
import { TimeButton } from './time-button.js'

interface TranscriptParagraphProps {
  paragraph: Paragraph
  /** Title of the chapter that begins here; empty otherwise. */
  heading: string
  track: Track | null
  q: string
  /** Index of the line being spoken, or -1. */
  current: number
  /** Index of the one line that the Tab key stops at, or -1. */
  tabbable: number
}

/** Hours of talk are thousands of lines: a paragraph is made anew only when something in it changes. */
export function TranscriptParagraph({
  paragraph,
  heading,
  track,
  q,
  current,
  tabbable,
}: TranscriptParagraphProps) {
  const { speaker, continued, ad, adReason, startMs, lines } = paragraph
  const parts = useMemo(() => lines.map(({ text }) => splitByMarks(text, findWordMarks(text, q))), [lines, q])
  return useMemo(
    () => (
      <>
        {heading !== '' && (
          <h2 class="chapter-heading" dir="auto">
            {heading}
          </h2>
        )}
        <div class="paragraph" data-ad={ad} data-continued={continued && heading === ''}>
          <div class="paragraph-head">
            {track && startMs !== null && <TimeButton track={track} startMs={startMs} quiet />}
            {speaker !== null && (!continued || heading !== '') && (
              <span class="speaker" dir="auto">
                {speaker}
              </span>
            )}
            {ad && (
              <span class="ad-word" title={adReason ?? undefined}>
                advertisement
              </span>
            )}
          </div>
          <p dir="auto">
            {lines.map((line, position) => (
              <Cue
                key={line.index}
                line={line}
                isPlayable={track !== null && line.startMs !== null}
                isCurrent={line.index === current}
                isTabbable={line.index === tabbable}
              >
                <MarkedText parts={parts[position] ?? []} />
              </Cue>
            ))}
          </p>
        </div>
      </>
    ),
    [paragraph, heading, track, parts, current, tabbable],
  )
}

interface CueProps {
  line: Line
  isPlayable: boolean
  isCurrent: boolean
  isTabbable: boolean
  children: preact.ComponentChildren
}

/** A line that plays; only one of them is in the Tab order, the arrow keys reach the others. */
function Cue({ line: { index, startMs }, isPlayable, isCurrent, isTabbable, children }: CueProps) {
  if (!isPlayable)
    return (
      <>
        <span data-testid="cue" data-index={index} {...(startMs !== null && { 'data-start-ms': startMs })}>
          {children}
        </span>{' '}
      </>
    )
  return (
    <>
      <span
        class="cue"
        role="button"
        tabIndex={isTabbable ? 0 : -1}
        data-testid="cue"
        data-index={index}
        data-start-ms={startMs}
        {...(isCurrent && { 'aria-current': 'true' as const })}
      >
        {children}
      </span>{' '}
    </>
  )
}
