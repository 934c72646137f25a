import type { HitResponse } from '../../../src/api/schemas/search.js'
import { formatClock } from '../../../src/domain/time.js'
import type { Track } from '../player-state.js'
import { Icon, KindLabel } from './icon.js'
import { TimeButton } from './time-button.js'

/** The handle of a hit: its time plays; without sound of our own it leads to the page, as a post does. */
export function PlayCell({ hit, track, path }: { hit: HitResponse; track: Track | null; path: string }) {
  const { jumpMs, document } = hit
  return (
    <div class="hit-handle">
      {track && jumpMs !== null ? (
        <TimeButton track={track} startMs={jumpMs} testId="hit-play" />
      ) : (
        <a class="time" href={path} aria-label={`Read ${document.title}`}>
          {jumpMs === null ? (
            'Read'
          ) : (
            <>
              <Icon name="outside" />
              {formatClock(jumpMs)}
            </>
          )}
        </a>
      )}
      <KindLabel kind={document.kind} />
    </div>
  )
}
