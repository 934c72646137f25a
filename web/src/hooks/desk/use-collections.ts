import { useEffect } from 'preact/hooks'
import type { CollectionSummary } from '../../../../client/index.js'
import { listCollections } from '../../collections-api.js'
import { onNews } from '../../desk/collection-news.js'
import { useLoaded, type Loaded } from '../use-loaded.js'

/** All collections, changed last first; listed again when one is changed, in whichever window of this browser. */
export function useCollections(): Loaded<CollectionSummary[]> {
  const loaded = useLoaded('collections', listCollections)
  useEffect(() => {
    const stop = onNews(loaded.reload)
    addEventListener('focus', loaded.reload)
    return () => {
      stop()
      removeEventListener('focus', loaded.reload)
    }
  }, [loaded.reload])
  return loaded
}
