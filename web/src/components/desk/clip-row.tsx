import { useLocation } from 'preact-iso'
import type { Clip } from '../../../../client/index.js'
import { formatRange, nameClip, warnOfClip } from '../../desk/clip-words.js'
import { deskPath, readDeskState } from '../../desk/desk-state.js'
import { formatSpan } from '../../desk/moment-text.js'
import { usePreview } from '../../hooks/use-preview.js'
import { isPlainClick } from '../../plain-click.js'
import { formatDate } from '../../words.js'
import { PreviewProgress } from '../hit-handle.js'
import { Icon, KindLabel } from '../icon.js'
import { ClipRepeats } from './clip-repeats.js'
import { DeskMenu } from './desk-menu.js'

interface ClipRowProps {
  clip: Clip
  /** `edition` changes whenever the clips of the collection do. */
  place: { index: number; count: number; collectionId: string; edition: string }
  isChosen: boolean
  /** It is the one that the rough cut plays. */
  isHeard: boolean
  /** It is dragged, or what is dragged would come to it. */
  dragged: 'moved' | 'before' | 'after' | null
  onHandle: (event: PointerEvent) => void
  onChoose: () => void
  onEdit: () => void
  onMove: (by: number) => void
  onRemove: () => void
  onDuplicate: () => void
  onCopy: () => void
}

/** A clip in its collection: its words first, its time to be pressed, what it is of and what to beware of. */
export function ClipRow(props: ClipRowProps) {
  const { clip, place, isChosen, isHeard, dragged } = props
  const { index, count, collectionId, edition } = place
  const { url } = useLocation()
  const preview = usePreview({ document: clip.document, jumpMs: clip.startMs, endMs: clip.endMs })
  const { document, startMs, endMs } = clip
  const path = deskPath({ ...readDeskState(new URL(url, location.origin).search), clip: clip.id })
  const details = [document.title, document.sourceTitle, formatDate(document.publishedAt), clip.speaker]
  const hasTitle = clip.title.trim() !== ''
  const open = (
    <a
      class="clip-open"
      href={path}
      dir="auto"
      aria-current={isChosen ? 'true' : undefined}
      onClick={(event) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        event.stopPropagation()
        props.onEdit()
      }}
    >
      {hasTitle ? clip.title : clip.text.trim() || document.title}
    </a>
  )
  return (
    <li
      id={`clip-${clip.id}`}
      class="desk-clip"
      data-clip-id={clip.id}
      data-testid="clip"
      data-chosen={isChosen}
      data-heard={isHeard}
      data-drag={dragged ?? undefined}
      onClick={(event) => {
        const isForOther = event.target instanceof Element && event.target.closest('button, a, [popover]')
        if (!isForOther && getSelection()?.isCollapsed !== false) props.onChoose()
      }}
      onKeyDown={(event) => {
        const isForButton = event.target instanceof HTMLElement && event.target.matches('button')
        if (event.key !== ' ' || !preview || isForButton) return
        event.preventDefault()
        preview.toggle()
      }}
    >
      {preview?.isHeld && !isHeard && <PreviewProgress preview={preview} />}
      {/* For pointers; the keyboard and the menu move clips too. */}
      <span class="clip-handle" aria-hidden="true" data-testid="clip-handle" onPointerDown={props.onHandle}>
        <Icon name="grip" />
        <span class="clip-number">{index + 1}</span>
      </span>
      <div class="clip-body">
        <div class="clip-head">
          {preview ? (
            <button
              type="button"
              class="time"
              data-playing={preview.isPlaying}
              data-testid="clip-play"
              aria-label={
                preview.isPlaying ? `Pause ${nameClip(clip)}` : `Play ${nameClip(clip)}, ${formatRange(clip)}`
              }
              onClick={(event) => {
                preview.toggle()
                if (event.detail > 0) event.currentTarget.blur()
              }}
            >
              <Icon name={preview.isPlaying ? 'pause' : 'play'} />
              {formatRange(clip)}
            </button>
          ) : (
            <span class="clip-place">{formatRange(clip) || <KindLabel kind={document.kind} />}</span>
          )}
          {startMs !== null && endMs !== null && <span class="dim small">{formatSpan(endMs - startMs)}</span>}
          {isHeard && <span class="clip-now">playing</span>}
        </div>
        <p class={hasTitle ? 'clip-name' : 'clip-text'}>{open}</p>
        {hasTitle && clip.text.trim() !== '' && (
          <p class="clip-text" dir="auto">
            {clip.text}
          </p>
        )}
        <p class="hit-line">
          {details
            .filter((detail) => detail !== null && detail !== '')
            .map((detail, at) => (
              <span key={at} class="detail" dir="auto">
                {detail}
              </span>
            ))}
        </p>
        {clip.tags.length > 0 && (
          <ul class="clip-tags" aria-label="Tags">
            {clip.tags.map((tag) => (
              <li key={tag} dir="auto">
                {tag}
              </li>
            ))}
          </ul>
        )}
        {warnOfClip(clip, collectionId).map((warning) => (
          <p key={warning} class="clip-warning" dir="auto">
            <Icon name="warning" /> {warning}
          </p>
        ))}
        <ClipRepeats clip={clip} collectionId={collectionId} edition={edition} />
      </div>
      <DeskMenu label={`More for clip ${index + 1}`} icon="more" isQuiet testId="clip-menu">
        {(close) => {
          const item = (label: string, act: () => void, isPossible = true) => (
            <button
              type="button"
              class="menu-item"
              disabled={!isPossible}
              onClick={() => {
                close()
                act()
              }}
            >
              {label}
            </button>
          )
          return (
            <>
              {item('Move up', () => props.onMove(-1), index > 0)}
              {item('Move down', () => props.onMove(1), index < count - 1)}
              {item('Duplicate', props.onDuplicate, !clip.orphaned)}
              {item('Copy to a collection …', props.onCopy, !clip.orphaned)}
              {item('Remove', props.onRemove)}
            </>
          )
        }}
      </DeskMenu>
    </li>
  )
}
