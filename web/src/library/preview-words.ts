import type { SourcePreview } from '../../../client/index.js'
import { countOf, formatDate } from '../words.js'
import { describeCounts } from './source-words.js'

/** What was found at an address, in words. */

/** `57 episodes`, `12 May 2017 – 30 May 2025`, `English`. */
export function describePreview({ documents, oldestAt, newestAt, language }: SourcePreview): string[] {
  const counts = describeCounts({ kinds: documents, hours: 0 })
  const [from, to] = [formatDate(oldestAt), formatDate(newestAt)]
  const dates = from === to ? from : `${from} – ${to}`
  return [counts.join(', ') || 'nothing in it yet', dates, nameLanguage(language)].filter(
    (part) => part !== '',
  )
}

/** `41 recordings with a transcript, 16 without: what is said in those cannot be found.` Empty for posts alone. */
export function describeTranscripts({ documents, withTranscript }: SourcePreview): string {
  const recordings = documents.episode + documents.short
  const without = recordings - withTranscript
  if (recordings === 0) return ''
  if (without === 0) return recordings === 1 ? 'It has a transcript.' : 'All have a transcript.'
  const lost = 'is found by title and show notes, not by what is said'
  if (withTranscript === 0)
    return `${recordings === 1 ? 'It has no transcript: it' : 'None has a transcript: each'} ${lost}.`
  return `${countOf(withTranscript, 'recording')} with a transcript, ${without.toLocaleString('en')} without: ${without === 1 ? 'that one' : 'each of those'} ${lost}.`
}

/** `en` → `English`; empty for what is no language. */
function nameLanguage(language: string | null): string {
  if (language === null) return ''
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) ?? ''
  } catch {
    return ''
  }
}
