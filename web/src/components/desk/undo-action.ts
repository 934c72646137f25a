import type { CollectionEditor } from '../../desk/collection-editor.js'
import { showNotice, type NoticeAction } from '../../notice.js'

/** Takes back the change just made, for a line that stays a while: by then others may have been made. */
export function undoAction(editor: CollectionEditor): NoticeAction {
  const { changeCount } = editor
  return {
    label: 'Undo',
    act: () => {
      if (!editor.undoChange(changeCount)) showNotice('You changed more since then: undo it step by step.')
    },
  }
}
