import type { DocumentSummary, Hit } from '../../../client/index.js'
import { formatClock } from '../../../src/domain/time.js'
import type { Preview } from '../hooks/use-preview.js'
import { usePlayer } from '../hooks/use-player.js'
import { documentPath } from '../url-state.js'
import { HitCompanion } from './hit-companion.js'
import { Icon, KindLabel } from './icon.js'
import { PlaceHandle } from './place-handle.js'

interface HitHandleProps {
  hit: Pick<Hit, 'jumpMs' | 'anchor'> & { document: Hit['document'] | DocumentSummary }
  q: string
  preview: Preview | null
  /** A post is shown with its recording. */
  hasCompanion?: boolean
}

/** The handle of a hit: its time plays the passage; without sound it leads to the page, as a post does. */
export function HitHandle({ hit, q, preview, hasCompanion = true }: HitHandleProps) {
  const { document, jumpMs, anchor } = hit
  return (
    <div class="hit-handle">
      {preview ? (
        <PreviewButton preview={preview} />
      ) : document.kind === 'post' ? (
        <a
          class="time"
          data-testid="hit-play"
          href={documentPath({ id: document.id, startMs: null, anchor, q })}
          aria-label={`Read ${document.title}`}
        >
          <span aria-hidden="true">¶</span> Read
        </a>
      ) : (
        <PlaceHandle document={document} atMs={jumpMs} anchor={anchor} q={q} testId="hit-play" />
      )}
      <KindLabel kind={document.kind} />
      {hasCompanion && document.kind === 'post' && <HitCompanion documentId={document.id} />}
      {preview?.isHeld && (
        <button
          type="button"
          class="keep-listening"
          data-testid="keep-listening"
          onClick={preview.keepListening}
        >
          Keep listening
        </button>
      )}
    </div>
  )
}

function PreviewButton({ preview }: { preview: Preview }) {
  const { track, startMs, isPlaying, toggle } = preview
  const clock = formatClock(startMs)
  return (
    <button
      type="button"
      class="time"
      data-testid="hit-play"
      data-playing={isPlaying}
      aria-label={isPlaying ? `Pause ${track.title}` : `Play ${track.title} from ${clock}`}
      onClick={(event) => {
        toggle()
        // A click of the mouse must leave the space bar to the player; a press of a key keeps its place.
        if (event.detail > 0) event.currentTarget.blur()
      }}
    >
      <Icon name={isPlaying ? 'pause' : 'play'} />
      {clock}
    </button>
  )
}

/** How far the preview is, as a thin line; for the eye only, the player says it too. */
export function PreviewProgress({ preview: { startMs, endMs } }: { preview: Preview }) {
  const positionMs = usePlayer((player) => player.positionMs)
  return (
    <progress
      class="preview-progress"
      data-testid="preview-progress"
      aria-hidden="true"
      max={endMs - startMs}
      value={Math.max(0, Math.min(positionMs - startMs, endMs - startMs))}
    />
  )
}
