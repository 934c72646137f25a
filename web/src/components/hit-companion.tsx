import type { DocumentSummary } from '../../../client/index.js'
import { readDocument } from '../api.js'
import { Kept, useLoaded } from '../hooks/use-loaded.js'
import { trackOf } from '../player-state.js'
import { playFrom } from '../player.js'
import { documentPath } from '../url-state.js'
import { Icon } from './icon.js'

const kept = new Kept<readonly DocumentSummary[]>()

/** The recording that a post belongs to, to be heard from here. It comes late, and stands where that moves nothing. */
export function HitCompanion({ documentId }: { documentId: string }) {
  const { value } = useLoaded(
    `companions:${documentId}`,
    async (signal) => (await readDocument(documentId, signal)).companions,
    kept,
  )
  const companion = value?.find(({ kind }) => kind !== 'post')
  if (!companion) return null
  const track = trackOf(companion)
  return (
    <p class="hit-companion">
      <a
        href={documentPath({ id: companion.id, startMs: null, anchor: null, q: '' })}
        title={companion.title}
        aria-label={`companion ${companion.kind}: ${companion.title}`}
      >
        companion {companion.kind}
      </a>
      {track && (
        <button
          type="button"
          class="time time-quiet"
          aria-label={`Play ${companion.title}`}
          onClick={() => playFrom(track, 0)}
        >
          <Icon name="play" />
        </button>
      )}
    </p>
  )
}
