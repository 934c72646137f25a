import type { ComponentChildren } from 'preact'
import type { Clip, DocumentSummary, Hit } from '../../../../client/index.js'
import type { NewClip } from '../../collections-api.js'
import { usePreview } from '../../hooks/use-preview.js'
import { clipOfHit } from '../../new-clip.js'
import { documentPath } from '../../url-state.js'
import { formatDate } from '../../words.js'
import { HitHandle, PreviewProgress } from '../hit-handle.js'
import { Icon } from '../icon.js'

/** A place in a document that one of the desk's tools shows. */
export interface ShownPlace extends Pick<Hit, 'passageId' | 'startMs' | 'endMs' | 'jumpMs' | 'anchor'> {
  document: Hit['document'] | DocumentSummary
  speaker?: string | null
}

interface DeskPlaceProps {
  place: ShownPlace
  /** The words that led here; they are marked where it is opened. */
  q?: string
  /** Of the open collection. */
  clips: readonly Clip[]
  onAdd: (clip: NewClip) => void
  testId?: string
  /** A post is shown with its recording, which is asked for. */
  hasCompanion?: boolean
  /** What it says. */
  children: ComponentChildren
  /** What else is to be known of it; below it. */
  notes?: ComponentChildren
}

/** A place to be heard and added; `a` adds the one that has the focus. */
export function DeskPlace(props: DeskPlaceProps) {
  const { place, q = '', clips, onAdd, testId, hasCompanion = false, children, notes } = props
  const { document } = place
  const preview = usePreview(place)
  const newClip = clipOfHit(place)
  const isIn = clips.some((clip) => isTaken(clip, newClip))
  const details = [document.sourceTitle, formatDate(document.publishedAt), place.speaker ?? '']
  return (
    <li
      class="hit desk-hit"
      data-testid={testId}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return
        if (event.key === 'a') {
          event.preventDefault()
          onAdd(newClip)
        }
        const isForButton = event.target instanceof HTMLElement && event.target.matches('button')
        if (event.key !== ' ' || !preview || isForButton) return
        event.preventDefault()
        preview.toggle()
      }}
    >
      {preview?.isHeld && <PreviewProgress preview={preview} />}
      <div class="desk-hit-head">
        <HitHandle hit={place} q={q} preview={preview} hasCompanion={hasCompanion} />
        <button
          type="button"
          class="add-button"
          data-testid="desk-add"
          aria-label={isIn ? `Added: ${document.title}; add it again` : `Add: ${document.title}`}
          onClick={() => onAdd(newClip)}
        >
          <Icon name={isIn ? 'check' : 'plus'} />
          <span>{isIn ? 'Added' : 'Add'}</span>
        </button>
      </div>
      <p class="desk-hit-text clamp-4" dir="auto">
        {children}
      </p>
      <p class="hit-line">
        <a
          class="hit-open"
          href={documentPath({ id: document.id, startMs: place.jumpMs, anchor: place.anchor, q })}
          dir="auto"
        >
          {document.title}
        </a>
        {details
          .filter((detail) => detail !== '')
          .map((detail, index) => (
            <span key={index} class="detail" dir="auto">
              {detail}
            </span>
          ))}
      </p>
      {notes}
    </li>
  )
}

/** The clip has what would be added, or most of it: it may have been trimmed since. */
function isTaken(clip: Clip, { documentId, startMs, endMs, passageId }: NewClip): boolean {
  if (clip.documentId !== documentId) return false
  if (startMs === undefined || endMs === undefined)
    return clip.passageId !== null && clip.passageId === passageId
  if (clip.startMs === null || clip.endMs === null) return false
  const sharedMs = Math.min(clip.endMs, endMs) - Math.max(clip.startMs, startMs)
  return sharedMs * 2 > Math.min(endMs - startMs, clip.endMs - clip.startMs)
}
