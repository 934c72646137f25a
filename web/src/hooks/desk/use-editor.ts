import { useEffect, useMemo } from 'preact/hooks'
import { CollectionEditor } from '../../desk/collection-editor.js'
import { onNews } from '../../desk/collection-news.js'
import type { EditorState } from '../../desk/editor-state.js'
import { useStore } from '../use-store.js'

/** One for each collection while the page lives: what is on its way goes on when another page is shown. */
const editors = new Map<string, CollectionEditor>()

function editorOf(id: string): CollectionEditor {
  const editor = editors.get(id) ?? new CollectionEditor(id)
  editors.set(id, editor)
  return editor
}

/** The collection that is open, kept up to date with other windows; null when none is. */
export function useEditor(id: string | null): CollectionEditor | null {
  const editor = useMemo(() => (id === null ? null : editorOf(id)), [id])
  useEffect(() => {
    if (!editor) return
    if (editor.state.collection) void editor.refresh()
    else void editor.open()
    const flush = () => editor.flush()
    const lookAgain = () => {
      editor.retry()
      void editor.refresh()
    }
    const onVisibility = () => (document.hidden ? flush() : lookAgain())
    const stop = onNews((news) => editor.hear(news))
    addEventListener('focus', lookAgain)
    addEventListener('online', lookAgain)
    addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      stop()
      removeEventListener('focus', lookAgain)
      removeEventListener('online', lookAgain)
      removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', onVisibility)
      flush()
    }
  }, [editor])
  return editor
}

/** Of an editor, as it changes. */
export function useEditorState(editor: CollectionEditor): EditorState {
  const subscribe = useMemo(() => (listener: () => void) => editor.subscribe(listener), [editor])
  return useStore(() => editor.state, subscribe)
}
