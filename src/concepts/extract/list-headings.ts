import { conceptKey } from '../concept-key.js'
import type { Heading } from './evidence.js'

/** Headings as they recur from one document to the next: `Newsletter #418`, `Newsletter #417`. In their order. */
export function listHeadings(headings: readonly string[]): Heading[] {
  const ways = new Map<string, string>()
  const listed = new Map<string, Heading>()
  for (const heading of headings) {
    const key = conceptKey(heading.replaceAll(/\d+/g, ' '))
    if (key === '') continue
    const written = conceptKey(heading)
    const known = listed.get(key) ?? { key, numbered: false }
    known.numbered ||= (ways.get(key) ?? written) !== written
    ways.set(key, written)
    listed.set(key, known)
  }
  return [...listed.values()]
}
