import { useEffect, useState } from 'preact/hooks'
import { isAbort, toApiError, type ApiError } from '../api.js'
import type { Kept } from './use-loaded.js'

/** A list that comes in pages, with all pages that were asked for so far. */
export interface Pages<Item> {
  items: Item[]
  /** Null when the server does not say. */
  total: number | null
  next: string | null
  /** Of the library when the first page was asked for, where the list says when it is no longer that. */
  version?: string
}

export interface PagesView<Item> {
  /** Of an earlier key while those of this one are under way. */
  pages: Pages<Item> | null
  isCurrent: boolean
  waiting: boolean
  error: ApiError | null
  /** Asks for the first page again. */
  reload: () => void
  /** Asks again for what failed. */
  retry: () => void
  showMore: () => void
}

/** The pages of what `key` names; a late answer to an earlier key is dropped, the old pages stay until then. */
export function usePages<Item>(
  key: string,
  load: (cursor: string | null, signal: AbortSignal) => Promise<Pages<Item>>,
  kept: Kept<Pages<Item>>,
): PagesView<Item> {
  const [shown, setShown] = useState<{ key: string; pages: Pages<Item> } | null>(null)
  const [failure, setFailure] = useState<{ key: string; error: ApiError } | null>(null)
  const [asked, setAsked] = useState<{ key: string; cursor: string | null; attempt: number }>({
    key,
    cursor: null,
    attempt: 0,
  })
  // What is shown stays the list, also when what is kept was forgotten meanwhile.
  const known = shown?.key === key ? shown.pages : kept.get(key)
  const cursor = asked.key === key ? asked.cursor : null
  const attempt = asked.key === key ? asked.attempt : 0

  useEffect(() => {
    if (known) setShown({ key, pages: known })
    if (known && cursor === null && attempt === 0) return
    const controller = new AbortController()
    load(cursor, controller.signal).then(
      (fresh) => {
        const pages =
          cursor === null || !known ? fresh : { ...known, ...fresh, items: [...known.items, ...fresh.items] }
        kept.set(key, pages)
        setFailure(null)
        setAsked({ key, cursor: null, attempt: 0 })
        setShown({ key, pages })
      },
      (error: unknown) => {
        if (!isAbort(error)) setFailure({ key, error: toApiError(error) })
      },
    )
    return () => controller.abort()
    // `load` is what `key` says, written anew at each render.
  }, [key, cursor, attempt])

  const error = failure?.key === key ? failure.error : null
  const ask = (nextCursor: string | null) => {
    setFailure(null)
    setAsked({ key, cursor: nextCursor, attempt: attempt + 1 })
  }
  return {
    pages: known ?? shown?.pages ?? null,
    isCurrent: known !== null,
    waiting: error === null && (known === null || cursor !== null || attempt > 0),
    error,
    reload: () => ask(null),
    retry: () => ask(cursor),
    showMore: () => {
      if (known?.next) ask(known.next)
    },
  }
}
