import { CollectionEditor } from '../../../web/src/desk/collection-editor.js'
import type { UnsentChanges } from '../../../web/src/desk/unsent-memory.js'

/** What a tab keeps over a reload. */
export function aMemory() {
  const kept: { unsent: UnsentChanges | null; history: string | null } = { unsent: null, history: null }
  return {
    kept,
    readUnsent: () => kept.unsent,
    // As the storage of a browser does it: by value.
    keepUnsent: (_id: string, unsent: UnsentChanges | null) =>
      (kept.unsent = JSON.parse(JSON.stringify(unsent)) as UnsentChanges | null),
    readHistory: () => kept.history,
    keepHistory: (_id: string, history: unknown) => (kept.history = JSON.stringify(history)),
  }
}

export const order = (ids: string) => ({ kind: 'order', order: [...ids] }) as const

/** The collection of a stand-in, opened. */
export async function openEditor(
  parts: ConstructorParameters<typeof CollectionEditor>[1],
): Promise<CollectionEditor> {
  const editor = new CollectionEditor('cuts', parts)
  await editor.open()
  return editor
}

export const shown = (editor: CollectionEditor) => {
  const { collection } = editor.state
  if (!collection) throw new Error('nothing is shown')
  return collection
}
