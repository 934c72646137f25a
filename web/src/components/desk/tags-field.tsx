import { useId, useState } from 'preact/hooks'
import { readTags } from '../../desk/clip-words.js'

interface TagsFieldProps {
  tags: readonly string[]
  onType: (text: string) => void
  onDone: () => void
}

/** Tags as one line of text; what is typed stays as it is until the field is left. */
export function TagsField({ tags, onType, onDone }: TagsFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  // Changed elsewhere, as by undo: what was typed is no longer what it says.
  const isStale = typed !== null && readTags(typed).join() !== tags.join()
  return (
    <div class="desk-field">
      <label for={id}>Tags, divided by commas</label>
      <input
        id={id}
        value={typed === null || isStale ? tags.join(', ') : typed}
        maxLength={2000}
        autocomplete="off"
        autocapitalize="none"
        dir="auto"
        data-testid="clip-tags"
        onInput={({ currentTarget: { value } }) => {
          setTyped(value)
          onType(value)
        }}
        onBlur={() => {
          setTyped(null)
          onDone()
        }}
      />
    </div>
  )
}
