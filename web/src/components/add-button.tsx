import { askForCollection } from '../clip-request.js'
import type { NewClip } from '../collections-api.js'
import { Icon } from './icon.js'

interface AddButtonProps {
  clip: NewClip | null
  /** What is added, for those who do not see where the button stands. */
  label: string
  /** With the word beside the sign. */
  hasWord?: boolean
}

/** Takes a place to the desk; absent where there is nothing to take. */
export function AddButton({ clip, label, hasWord = false }: AddButtonProps) {
  if (!clip) return null
  return (
    <button
      type="button"
      class="add-button"
      data-testid="add-clip"
      aria-label={`Add to collection: ${label}`}
      title="Add to a collection"
      onClick={() => askForCollection(clip)}
    >
      <Icon name="plus" />
      {hasWord && <span>Add to collection</span>}
    </button>
  )
}
