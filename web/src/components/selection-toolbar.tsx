import type { SelectedLines } from '../hooks/use-selected-lines.js'
import { Icon } from './icon.js'

interface SelectionToolbarProps {
  selected: SelectedLines
  /** Null where nothing can be played. */
  onPlay: (() => void) | null
  onCopy: () => void
  shareLabel: string
  onShare: () => void
  /** Null where what is selected cannot be taken to the desk. */
  onAdd: (() => void) | null
}

/** What can be done with selected text. Pressing it keeps the selection. */
export function SelectionToolbar({
  selected,
  onPlay,
  onCopy,
  shareLabel,
  onShare,
  onAdd,
}: SelectionToolbarProps) {
  // Phones put their own menu above the selection.
  const isBelow = matchMedia('(pointer: coarse)').matches
  return (
    <div
      class="selection-toolbar"
      role="toolbar"
      aria-label="Selected text"
      data-testid="selection-toolbar"
      data-below={isBelow}
      style={{ top: `${isBelow ? selected.bottomPx : selected.topPx}px`, left: `${selected.middlePx}px` }}
      onPointerDown={(event) => event.preventDefault()}
    >
      {onPlay && (
        <button type="button" class="tool" onClick={onPlay}>
          <Icon name="play" /> Play
        </button>
      )}
      <button type="button" class="tool" onClick={onCopy}>
        <Icon name="copy" /> Copy with time
      </button>
      <button type="button" class="tool" onClick={onShare}>
        <Icon name="share" /> {shareLabel}
      </button>
      {onAdd && (
        <button type="button" class="tool" data-testid="selection-add" onClick={onAdd}>
          <Icon name="plus" /> Add to collection
        </button>
      )}
    </div>
  )
}
