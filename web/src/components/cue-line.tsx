import type { TextPiece } from '../concepts/text-pieces.js'
import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import type { Line } from '../transcript-lines.js'
import { ConceptName } from './concepts/concept-name.js'
import { MarkedText } from './marked-text.js'

interface CueLineProps {
  line: Line
  pieces: readonly TextPiece[]
  titles: ConceptTitles
  isPlayable: boolean
  /** Part of the clip that the address names. */
  isInClip: boolean
  isCurrent: boolean
  isTabbable: boolean
}

/**
 * A line that plays, its concepts beside the parts that do: a button holds no links. Only one line is in the Tab order,
 * with its links; the arrow keys reach the others.
 */
export function CueLine({ line, pieces, titles, isPlayable, isInClip, isCurrent, isTabbable }: CueLineProps) {
  const { index, startMs } = line
  /** A line that is nothing but a name still plays. */
  const firstPlaying = pieces.findIndex((piece) => piece.slug === null && hasWords(piece))
  return (
    <>
      <span
        {...(isPlayable && { class: 'cue' })}
        data-testid="cue"
        data-index={index}
        {...(startMs !== null && { 'data-start-ms': startMs })}
        {...(isInClip && { 'data-clip': true })}
        {...(isCurrent && { 'aria-current': 'true' as const })}
      >
        {pieces.map((piece, position) => {
          const { slug, parts } = piece
          if (slug !== null && (!isPlayable || firstPlaying !== -1))
            return (
              <ConceptName key={position} slug={slug} titles={titles} isTabbable={!isPlayable || isTabbable}>
                <MarkedText parts={parts} />
              </ConceptName>
            )
          // What stands between two names is no button of its own.
          if (!isPlayable || !hasWords(piece)) return <MarkedText key={position} parts={parts} />
          return (
            <span
              key={position}
              role="button"
              tabIndex={isTabbable && position === Math.max(0, firstPlaying) ? 0 : -1}
              data-plays
            >
              <MarkedText parts={parts} />
            </span>
          )
        })}
      </span>{' '}
    </>
  )
}

const hasWords = ({ parts }: TextPiece): boolean => parts.some(({ text }) => /[\p{L}\p{N}]/u.test(text))
