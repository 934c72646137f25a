import { useState } from 'preact/hooks'
import type { Hit } from '../../../client/index.js'
import { clipOfHit } from '../new-clip.js'
import { AddButton } from './add-button.js'
import { ConceptChips } from './concepts/concept-chips.js'
import { MoreMoments } from './more-moments.js'

/** Where one may go from a hit: its further moments, opened in place, and its concepts. */
export function HitFoot({ hit, q }: { hit: Hit; q: string }) {
  const [open, setOpen] = useState(false)
  const { more, concepts } = hit
  const listId = `more-${hit.passageId}`
  return (
    <>
      <div class="hit-foot">
        {more.length > 0 && (
          <button
            type="button"
            class="more-toggle"
            data-testid="hit-more"
            aria-expanded={open}
            aria-controls={listId}
            onClick={() => setOpen(!open)}
          >
            {describeMore(hit)}
          </button>
        )}
        <ConceptChips concepts={concepts} />
        <AddButton clip={clipOfHit(hit)} label={hit.document.title} hasWord />
      </div>
      <div id={listId} hidden={!open}>
        {open && <MoreMoments hit={hit} q={q} />}
      </div>
    </>
  )
}

function describeMore({ more, document }: Hit): string {
  const repeats = more.filter(({ documentId }) => documentId !== undefined).length
  const here = more.length - repeats
  const parts = [
    here > 0 && `${here} more ${here === 1 ? 'moment' : 'moments'} in this ${document.kind}`,
    repeats > 0 && `${here > 0 ? '' : 'Also '}said in ${repeats} ${repeats === 1 ? 'other' : 'others'}`,
  ]
  return parts.filter((part) => part !== false).join(', ')
}
