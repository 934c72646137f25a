import { useMemo, useState } from 'preact/hooks'
import type { Concept } from '../../../../client/index.js'
import { findNearestMark, layoutTimeline } from '../../concepts/timeline-picture.js'
import { describeTimeline, describeUndated } from '../../concepts/timeline-words.js'
import { KindLabel } from '../icon.js'
import { TimelineChosen } from './timeline-chosen.js'
import { TimelineMarks } from './timeline-marks.js'
import { TimelineTable } from './timeline-table.js'

const axisHeightPx = 24

/** Every document that mentions a concept, by date and kind; the same as a table, and document by document below. */
export function MentionTimeline({ concept: { slug, name, timeline } }: { concept: Concept }) {
  const picture = useMemo(() => layoutTimeline(timeline), [timeline])
  const [chosenId, setChosen] = useState<string | null>(null)
  const chosen = timeline.find(({ documentId }) => documentId === chosenId)
  const { rows, marks, heightPx } = picture
  if (marks.length === 0)
    return timeline.length === 0 ? null : <p class="note">{describeUndated(picture, name)}</p>

  const choose = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect()
    const near = findNearestMark(marks, width, { xPx: event.clientX - left, yPx: event.clientY - top })
    if (near) setChosen(near.documentId)
  }
  return (
    <figure class="timeline" data-testid="timeline">
      <figcaption>
        <p>{describeTimeline(picture, timeline)}</p>
        {picture.undated > 0 && <p>{describeUndated(picture, name)}</p>}
      </figcaption>
      <div class="timeline-plot">
        <ul class="timeline-rows" aria-hidden="true">
          {rows.map(({ kind, heightPx }) => (
            <li key={kind} style={{ height: heightPx }}>
              <KindLabel kind={kind} />
            </li>
          ))}
        </ul>
        <svg
          role="img"
          aria-label={`Mentions of ${name} by date and kind`}
          height={heightPx + axisHeightPx}
          onPointerMove={choose}
          onPointerDown={choose}
        >
          <TimelineMarks picture={picture} chosenId={chosenId} />
        </svg>
      </div>
      <TimelineChosen slug={slug} chosen={chosen ?? null} />
      <TimelineTable timeline={timeline} />
    </figure>
  )
}
