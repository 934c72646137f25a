import { useMemo } from 'preact/hooks'
import type { DocumentKind } from '../../../../src/domain/document.js'
import type { TimelinePicture } from '../../concepts/timeline-picture.js'

interface TimelineMarksProps {
  picture: TimelinePicture
  chosenId: string | null
}

/** Places across are shares of the width, so that the picture needs no measuring. */
const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

export function TimelineMarks({ picture, chosenId }: TimelineMarksProps) {
  const drawn = useMemo(
    () => (
      <>
        {picture.ticks.map(({ x, label }) => (
          <g key={label} class="timeline-tick">
            <line x1={percent(x)} x2={percent(x)} y1={0} y2={picture.heightPx} />
            <text x={percent(x)} y={picture.heightPx + 17} text-anchor={anchorOf(x)}>
              {label}
            </text>
          </g>
        ))}
        {picture.rows.map(({ kind, yPx }) => (
          <line key={kind} class="timeline-row" x1="0" x2="100%" y1={yPx} y2={yPx} />
        ))}
        {picture.marks.map(({ documentId, kind, x, yPx, radiusPx, explains }) => (
          <svg key={documentId} x={percent(x)} y={yPx} overflow="visible">
            <Shape kind={kind} radiusPx={radiusPx} explains={explains} />
          </svg>
        ))}
      </>
    ),
    [picture],
  )
  const chosen = picture.marks.find(({ documentId }) => documentId === chosenId)
  return (
    <>
      {drawn}
      {chosen && (
        <circle class="timeline-chosen-mark" cx={percent(chosen.x)} cy={chosen.yPx} r={chosen.radiusPx + 4} />
      )}
    </>
  )
}

/** A label at an edge must not be cut off. */
const anchorOf = (x: number): 'start' | 'middle' | 'end' => (x < 0.04 ? 'start' : x > 0.96 ? 'end' : 'middle')

/** Round for what is heard, upright for a short, square for what is read. */
function Shape({ kind, radiusPx, explains }: { kind: DocumentKind; radiusPx: number; explains: boolean }) {
  const look = { class: 'timeline-mark', 'data-explains': explains }
  if (kind === 'episode') return <circle {...look} r={radiusPx} />
  const width = kind === 'short' ? radiusPx * 1.1 : radiusPx * 1.8
  const height = kind === 'short' ? radiusPx * 2 : radiusPx * 1.8
  return <rect {...look} x={-width / 2} y={-height / 2} width={width} height={height} rx={2} />
}
