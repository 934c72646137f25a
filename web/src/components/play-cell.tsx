import type { HitResponse } from '../../../src/api/schemas/search.js'
import { KindLabel } from './icon.js'
import { PlaceHandle } from './place-handle.js'

/** The handle of a hit: its time plays; without sound of our own it leads to the page, as a post does. */
export function PlayCell({ hit, q }: { hit: HitResponse; q: string }) {
  const { jumpMs, anchor, document } = hit
  return (
    <div class="hit-handle">
      <PlaceHandle document={document} atMs={jumpMs} anchor={anchor} q={q} testId="hit-play" />
      <KindLabel kind={document.kind} />
    </div>
  )
}
