import type { TextPart } from '../text-marks.js'

/** Text nodes and <mark>s: whatever a stranger wrote stays text. */
export function MarkedText({ parts }: { parts: readonly TextPart[] }) {
  return <>{parts.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}</>
}
