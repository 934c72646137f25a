import type { CollectionEditor } from '../../desk/collection-editor.js'
import type { EditorState } from '../../desk/editor-state.js'
import { useLate } from '../../hooks/use-late.js'

/** Says quietly that changes are saved, and plainly when they are not. */
export function SaveLine({ editor, state }: { editor: CollectionEditor; state: EditorState }) {
  const { isSaving, failure, refusal, conflict, news } = state
  const isLate = useLate(isSaving)
  if (failure)
    return (
      <div class="save-line" data-save="failed" role="alert" data-testid="save-line">
        <p>Not saved: {failure.message} What you changed is kept in this window.</p>
        <button type="button" class="button button-small" onClick={() => editor.retry()}>
          Try again
        </button>
      </div>
    )
  if (refusal)
    return (
      <div class="save-line" data-save="refused" role="alert" data-testid="save-line">
        <p>This change was not taken: {refusal.message}</p>
      </div>
    )
  const words = conflict
    ? ''
    : isSaving
      ? isLate
        ? 'Saving …'
        : ''
      : news > 0
        ? 'Saved · up to date with other windows'
        : 'Saved'
  return (
    <div class="save-line" data-save={isSaving ? 'saving' : 'saved'} role="status" data-testid="save-line">
      <p>{words}</p>
    </div>
  )
}
