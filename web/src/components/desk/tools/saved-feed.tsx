import type { SavedSearch } from '../../../../../client/index.js'
import { feedPathOf } from '../../../desk/saved-search.js'
import { CopyField } from './copy-field.js'

/** The address that a feed reader is given. */
export function SavedFeed({ search }: { search: SavedSearch }) {
  return (
    <section class="saved-part" aria-label="Feed">
      <CopyField label="As a feed (RSS)" value={location.origin + feedPathOf(search)} testId="saved-feed" />
    </section>
  )
}
