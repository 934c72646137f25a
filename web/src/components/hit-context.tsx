import { useFittedLine } from '../hooks/use-line-width.js'

/** The line before or after the sentence of a hit; never cut inside a word. */
export function HitContext({ text, side }: { text: string; side: 'before' | 'after' }) {
  const line = useFittedLine(text, side)
  if (text === '') return null
  return (
    <p class={`hit-context hit-${side}`} dir="auto">
      {line}
    </p>
  )
}
