import { countOf, kindPlural } from '../words.js'
import type { LibraryState } from './library-state.js'

/** How many there are, and of what: `3 episodes without a transcript`, `no post with issues`. */
export function describeDocuments(total: number, { kind, only, q }: LibraryState): string {
  const noun = kind ?? 'document'
  const counted = total === 0 ? `No ${kind === null ? 'documents' : kindPlural(kind)}` : countOf(total, noun)
  const lacking = { 'without-transcript': ' without a transcript', 'with-issues': ' with issues' }
  return `${counted}${only === null ? '' : lacking[only]}${q === '' ? '' : ` with “${q}” in the title`}`
}
