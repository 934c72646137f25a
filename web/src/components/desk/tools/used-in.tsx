import { useLocation } from 'preact-iso'
import type { ReusablePassage } from '../../../../../client/index.js'
import { deskPath, readDeskState } from '../../../desk/desk-state.js'
import { documentPath } from '../../../url-state.js'

/** Where a passage was used already: clips of collections, and posts about its recording. */
export function UsedIn({ usedIn: { clips, companions } }: Pick<ReusablePassage, 'usedIn'>) {
  const { url } = useLocation()
  if (clips.length + companions.length === 0) return null
  const state = readDeskState(new URL(url, location.origin).search)
  // Of a collection that holds it twice the first is enough.
  const firsts = clips.filter(
    ({ collectionId }, at) => clips.findIndex((clip) => clip.collectionId === collectionId) === at,
  )
  return (
    <span class="used-in">
      Already used in{' '}
      {firsts.map(({ collectionId, collectionTitle, clipId }, at) => (
        <span key={collectionId}>
          {at > 0 && ', '}
          <a href={deskPath({ ...state, collection: collectionId, clip: clipId })} dir="auto">
            {collectionTitle}
          </a>
        </span>
      ))}
      {companions.map(({ id, kind, title }, at) => (
        <span key={id}>
          {at + firsts.length > 0 && ', '}
          {`the ${kind} `}
          <a href={documentPath({ id, startMs: null, anchor: null, q: '' })} dir="auto">
            {title}
          </a>
        </span>
      ))}
    </span>
  )
}
