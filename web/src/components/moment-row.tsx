import type { Hit } from '../../../client/index.js'
import { documentPath } from '../url-state.js'
import { clipOfHit } from '../new-clip.js'
import { AddButton } from './add-button.js'
import { KindLabel } from './icon.js'
import { PlaceHandle } from './place-handle.js'

/** A place elsewhere: its handle, its best sentence, and what it is of. */
export function MomentRow({ hit }: { hit: Hit }) {
  const { document, jumpMs, anchor, text, best } = hit
  return (
    <li class="moment-row">
      <PlaceHandle document={document} atMs={jumpMs} anchor={anchor} quiet />
      <p class="clamp-4 moment-text" dir="auto">
        {text.slice(...best)}
      </p>
      <p class="hit-line">
        <KindLabel kind={document.kind} />
        <a class="detail" href={documentPath({ id: document.id, startMs: jumpMs, anchor, q: '' })} dir="auto">
          {document.title}
        </a>
        <AddButton clip={clipOfHit(hit)} label={document.title} />
      </p>
    </li>
  )
}
