import { useCallback, useState } from 'preact/hooks'
import type { Document } from '../../../client/index.js'
import { isAbort, toApiError, type ApiError } from '../api.js'
import { correctDocument } from '../document-api.js'
import { withToken } from '../token-gate.js'
import { forgetLibrary } from './use-loaded.js'

export interface Nudge {
  /** What is added to the published times on this page: what is being tried, else what is kept. */
  offsetMs: number
  /** What the library keeps. */
  keptMs: number
  /** Before the last keeping; null when there is nothing to undo. */
  undoMs: number | null
  isSaving: boolean
  error: ApiError | null
  /** Shows the page with these times; nothing is kept. */
  preview: (offsetMs: number) => void
  save: () => void
  /** Back to what is kept. */
  cancel: () => void
  undo: () => void
}

/**
 * Moves the times of a document: tried on the page first, then kept by the library.
 * @param onSaved gets the document as it is kept now
 */
export function useNudge(documentId: string, keptMs: number, onSaved: (document: Document) => void): Nudge {
  const [tried, setTried] = useState<number | null>(null)
  const [undoMs, setUndo] = useState<number | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const offsetMs = tried ?? keptMs

  const keep = async (toMs: number, backMs: number | null) => {
    setSaving(true)
    setError(null)
    setTried(toMs)
    try {
      const document = await withToken(() => correctDocument(documentId, { offsetMs: toMs }))
      // Answers about it have the times of before.
      forgetLibrary()
      setUndo(backMs)
      onSaved(document)
    } catch (failure) {
      if (!isAbort(failure)) setError(toApiError(failure))
    } finally {
      setSaving(false)
    }
  }

  const preview = useCallback((toMs: number) => {
    setError(null)
    setTried(toMs)
  }, [])
  return {
    offsetMs,
    keptMs,
    undoMs,
    isSaving,
    error,
    preview,
    save: () => void keep(offsetMs, keptMs),
    cancel: () => {
      setError(null)
      setTried(null)
    },
    undo: () => void (undoMs !== null && keep(undoMs, null)),
  }
}
