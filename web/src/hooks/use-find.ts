import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { createTextFinder, type TextMatch } from '../find-in-text.js'

export interface Find {
  words: string
  matches: readonly TextMatch[]
  /** Position of the match that was gone to; -1 before the first. */
  at: number
  setWords: (words: string) => void
  /** To the next or the previous match, round and round; the first time from where the reader is. */
  step: (by: 1 | -1) => void
}

interface FindOptions {
  texts: readonly string[]
  /** What the address says is looked for. */
  words: string
  onWords: (words: string) => void
  /** Index of the line from which on the reader sees. */
  readFrom: () => number
  goToLine: (line: number) => void
  /** Whether the page opens at the first match. */
  opensAtMatch: boolean
}

/** What is looked for in a text: all its places, and the one that the reader is at. */
export function useFind({ texts, words, onWords, readFrom, goToLine, opensAtMatch }: FindOptions): Find {
  const findIn = useMemo(() => createTextFinder(texts), [texts])
  const matches = useMemo(() => findIn(words), [findIn, words])
  const [at, setAt] = useState(-1)
  const latest = useRef({ matches, at })
  latest.current = { matches, at }

  const goTo = useCallback((position: number) => {
    setAt(position)
    const match = latest.current.matches[position]
    if (match) goToLine(match.line)
  }, [])

  const step = useCallback((by: 1 | -1) => {
    const { matches, at } = latest.current
    if (matches.length === 0) return
    goTo(at === -1 ? nearestMatch(matches, readFrom(), by) : (at + by + matches.length) % matches.length)
  }, [])

  const setWords = useCallback((typed: string) => {
    setAt(-1)
    onWords(typed)
  }, [])

  useLayoutEffect(() => {
    if (opensAtMatch && latest.current.matches.length > 0) goTo(0)
  }, [])
  // The transcript came anew: the match of that number may be another one.
  useEffect(() => {
    if (latest.current.at >= matches.length) setAt(-1)
  }, [matches])

  return { words, matches, at, setWords, step }
}

/** On from a line: the first at or after it; back from it: the last before it. Round and round. */
export function nearestMatch(matches: readonly TextMatch[], line: number, by: 1 | -1): number {
  const next = matches.findIndex((match) => match.line >= line)
  if (by === 1) return Math.max(0, next)
  return next <= 0 ? matches.length - 1 : next - 1
}
