import { useMemo } from 'preact/hooks'
import { overlaps, type TimeRange } from '../../../src/domain/time.js'
import type { NamesByLine } from '../concepts/place-names.js'
import { cutByNames } from '../concepts/text-pieces.js'
import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import type { Track } from '../player-state.js'
import { findWordMarks } from '../text-marks.js'
import type { Line, Paragraph } from '../transcript-lines.js'
import { CueLine } from './cue-line.js'
import { TimeButton } from './time-button.js'

/** What is shown in and about the lines, beside who speaks them when. */
export interface TranscriptContent {
  track: Track | null
  q: string
  /** Titles of the chapters that begin with a paragraph, by its position; empty for the others. */
  headings: readonly string[]
  /** The concepts that are named in a paragraph, by its position. */
  namesIn: (paragraph: number) => NamesByLine
  titles: ConceptTitles
  /** The part that the address names. */
  clip: TimeRange | null
}

interface TranscriptParagraphProps {
  paragraph: Paragraph
  /** In the transcript. */
  position: number
  content: TranscriptContent
  /** Index of the line being spoken, or -1. */
  current: number
  /** Index of the one line that the Tab key stops at, or -1. */
  tabbable: number
}

/** Hours of talk are thousands of lines: a paragraph is made anew only when something in it changes. */
export function TranscriptParagraph({
  paragraph,
  position,
  content,
  current,
  tabbable,
}: TranscriptParagraphProps) {
  const { speaker, continued, ad, adReason, startMs, lines } = paragraph
  const { track, q, titles, clip } = content
  const pieces = useMemo(() => {
    const names = content.namesIn(position)
    return lines.map(({ index, text }) => cutByNames(text, names.get(index) ?? [], findWordMarks(text, q)))
  }, [lines, position, content.namesIn, q])
  const heading = content.headings[position] ?? ''
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
            {lines.map((line, at) => (
              <CueLine
                key={line.index}
                line={line}
                pieces={pieces[at] ?? []}
                titles={titles}
                isPlayable={track !== null && line.startMs !== null}
                isInClip={isIn(clip, line)}
                isCurrent={line.index === current}
                isTabbable={line.index === tabbable}
              />
            ))}
          </p>
        </div>
      </>
    ),
    [paragraph, heading, track, pieces, titles, clip, current, tabbable],
  )
}

const isIn = (clip: TimeRange | null, { startMs, endMs }: Line): boolean =>
  clip !== null && startMs !== null && overlaps(clip, { startMs, endMs: endMs ?? startMs + 1 })
