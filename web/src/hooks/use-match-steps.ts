import { useRef } from 'preact/hooks'
import { useShortcuts } from './use-shortcuts.js'

/** `n` and `p` go from one marked match of the text to the next, round and round. */
export function useMatchSteps(onStep: () => void = () => undefined): void {
  const position = useRef(-1)
  const step = (by: 1 | -1) => {
    const matches = [...document.querySelectorAll<HTMLElement>('.document-text mark')]
    if (matches.length === 0) return
    matches[position.current]?.removeAttribute('data-current')
    position.current =
      position.current === -1 && by === -1
        ? matches.length - 1
        : (position.current + by + matches.length) % matches.length
    const match = matches[position.current]
    onStep()
    match?.setAttribute('data-current', '')
    match?.scrollIntoView({ block: 'center' })
  }
  useShortcuts({ n: () => step(1), p: () => step(-1) })
}
