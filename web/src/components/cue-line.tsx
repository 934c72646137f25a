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
  isCurrent: boolean
  isTabbable: boolean
}

/**
 * A line that plays, its concepts beside the parts that do: a button holds no links. Only one line is in the Tab order,
 * with its links; the arrow keys reach the others.
 */
export function CueLine({ line, pieces, titles, isPlayable, isCurrent, isTabbable }: CueLineProps) {
  const { index, startMs } = line
  /** A line that is nothing but a name still plays. */
  const firstPlaying = pieces.findIndex(({ slug }) => slug === null)
  return (
    <>
      <span
        {...(isPlayable && { class: 'cue' })}
        data-testid="cue"
        data-index={index}
        {...(startMs !== null && { 'data-start-ms': startMs })}
        {...(isCurrent && { 'aria-current': 'true' as const })}
      >
        {pieces.map(({ slug, parts }, position) =>
          slug !== null && (!isPlayable || firstPlaying !== -1) ? (
            <ConceptName key={position} slug={slug} titles={titles} isTabbable={!isPlayable || isTabbable}>
              <MarkedText parts={parts} />
            </ConceptName>
          ) : isPlayable ? (
            <span
              key={position}
              role="button"
              tabIndex={isTabbable && position === Math.max(0, firstPlaying) ? 0 : -1}
              data-plays
            >
              <MarkedText parts={parts} />
            </span>
          ) : (
            <MarkedText key={position} parts={parts} />
          ),
        )}
      </span>{' '}
    </>
  )
}
