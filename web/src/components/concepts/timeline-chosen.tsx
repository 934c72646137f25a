import type { Concept } from '../../../../client/index.js'
import { explainingStrength } from '../../concepts/timeline-picture.js'
import { countOf } from '../../words.js'
import { PlaceLine } from './place-line.js'

/** The document of the mark that is pointed at; its room is kept before one is. */
export function TimelineChosen({ chosen }: { chosen: Concept['timeline'][number] | null }) {
  return (
    <div class="timeline-chosen">
      {chosen ? (
        <>
          <PlaceLine document={chosen.document} atMs={chosen.best.startMs} anchor={null} />
          <p class="dim small">
            {countOf(chosen.passages, 'passage')}
            {chosen.best.strength >= explainingStrength && ', one of them explains it'}
          </p>
        </>
      ) : (
        <p class="dim small">
          {matchMedia('(hover: none)').matches ? 'Tap' : 'Point at'} a mark to see its document.
        </p>
      )}
    </div>
  )
}
