import { useRef } from 'preact/hooks'
import type { Find } from './use-find.js'
import { useShortcuts } from './use-shortcuts.js'
import { coveredPx } from '../visible-line.js'

/**
 * `n` and `p` go from one match to the next, round and round: of what is looked for in the text, else of the words of the
 * query that led here.
 */
export function useMatchSteps(find: Find, onStep: () => void = () => undefined): void {
  const position = useRef(-1)
  const step = (by: 1 | -1) => {
    if (find.matches.length > 0) return find.step(by)
    const matches = [...document.querySelectorAll<HTMLElement>('.document-text mark')]
    if (matches.length === 0) return
    matches[position.current]?.removeAttribute('data-current')
    const from = position.current === -1 ? firstBelowTop(matches) - (by === 1 ? 1 : 0) : position.current
    position.current = (from + by + matches.length) % matches.length
    const match = matches[position.current]
    onStep()
    match?.setAttribute('data-current', '')
    match?.scrollIntoView({ block: 'center' })
  }
  useShortcuts({ n: () => step(1), p: () => step(-1) })
}

/** Above it is what the reader has passed. */
function firstBelowTop(matches: readonly HTMLElement[]): number {
  return Math.max(
    0,
    matches.findIndex((match) => match.getBoundingClientRect().top > coveredPx),
  )
}
