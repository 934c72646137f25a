import { useCallback, useRef, useState } from 'preact/hooks'

const shownMs = 5000

export interface QuietNote {
  text: string
  /** Counts up, so that the same words are said again. */
  count: number
}

/** A line that says what was done and goes by itself. */
export function useQuietNote(): [QuietNote | null, (text: string) => void] {
  const [note, setNote] = useState<QuietNote | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const say = useCallback((text: string) => {
    clearTimeout(timer.current)
    setNote((old) => ({ text, count: (old?.count ?? 0) + 1 }))
    timer.current = setTimeout(() => setNote(null), shownMs)
  }, [])
  return [note, say]
}
