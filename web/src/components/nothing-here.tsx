import type { Status } from '../../../client/index.js'

/** Nothing is here, and nothing is on its way. */
export const isEmptyLibrary = ({ documents: { episode, short, post }, jobs }: Status): boolean =>
  episode + short + post === 0 && jobs.length === 0

/** What to do about an empty library. */
export function NothingHere() {
  return (
    <p class="note">
      Nothing is here yet. <a href="/library">Add a feed, a folder or a page</a>, and it can be searched while
      it is read.
    </p>
  )
}
