import { useMemo } from 'preact/hooks'
import type { Track } from '../player-state.js'
import type { NamesByLine } from '../concepts/place-names.js'
import { cutByNames } from '../concepts/text-pieces.js'
import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import { findWordMarks } from '../text-marks.js'
import type { Paragraph } from '../transcript-lines.js'
import { CueLine } from './cue-line.js'
import { TimeButton } from './time-button.js'

interface TranscriptParagraphProps {
  paragraph: Paragraph
  /** Title of the chapter that begins here; empty otherwise. */
  heading: string
  track: Track | null
  q: string
  /** The concepts that are named in it. */
  names: NamesByLine
  titles: ConceptTitles
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
  names,
  titles,
  current,
  tabbable,
}: TranscriptParagraphProps) {
  const { speaker, continued, ad, adReason, startMs, lines } = paragraph
  const pieces = useMemo(
    () => lines.map(({ index, text }) => cutByNames(text, names.get(index) ?? [], findWordMarks(text, q))),
    [lines, q, names],
  )
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
              <CueLine
                key={line.index}
                line={line}
                pieces={pieces[position] ?? []}
                titles={titles}
                isPlayable={track !== null && line.startMs !== null}
                isCurrent={line.index === current}
                isTabbable={line.index === tabbable}
              />
            ))}
          </p>
        </div>
      </>
    ),
    [paragraph, heading, track, pieces, titles, current, tabbable],
  )
}
