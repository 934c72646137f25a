import type { SavedSearch, WebhookDelivery } from '../../../client/index.js'
import { countOf, describeDates, formatAgo } from '../words.js'
import { stateOfSaved } from './saved-search.js'

/** Saved searches and what becomes of their webhooks, in words. */

/** `12 found, the last 3 h ago`; times on the clock of this browser. */
export function describeMatches(
  { matches, lastMatchAt }: Pick<SavedSearch, 'matches' | 'lastMatchAt'>,
  nowMs: number,
): string {
  if (matches === 0 || lastMatchAt === null) return 'Nothing new so far'
  return `${matches.toLocaleString('en')} found, the last ${formatAgo(lastMatchAt, nowMs)}`
}

/** What it asks for besides its words, as `episode · speaker Anna · 2025`; empty for nothing. */
export function describeFilters(
  search: Pick<SavedSearch, 'query' | 'filters' | 'mode'>,
  sourceTitle: string | null,
): string {
  const { kind, speaker, source, lang, includeAds } = search.filters
  const dates = stateOfSaved(search)
  const hasDates = dates.year !== null || dates.from !== null || dates.to !== null
  return [
    kind,
    source !== undefined && (sourceTitle ?? 'one source'),
    speaker !== undefined && `speaker ${speaker}`,
    hasDates && describeDates(dates),
    lang !== undefined && `language ${lang}`,
    includeAds === true && 'with adverts',
    search.mode === 'lexical' && 'by its words alone',
    search.mode === 'dense' && 'by its meaning alone',
  ]
    .filter((part) => typeof part === 'string')
    .join(' · ')
}

/** How the last message to a webhook fared. */
export function describeDelivery(delivery: WebhookDelivery | null, nowMs: number): string {
  if (!delivery) return 'Nothing was sent to it yet.'
  const { at, status, attempts, httpStatus, error, nextTryAt } = delivery
  const ago = at === null ? '' : formatAgo(at, nowMs)
  if (status === 'delivered')
    return `Delivered ${ago}${httpStatus === null ? '' : `, answered ${httpStatus}`}.`
  const why = error ? `: ${error.replace(/\.$/, '')}` : ''
  if (status === 'failed')
    return `Given up after ${countOf(attempts, 'try', 'tries')}, the last ${ago}${why}.`
  if (attempts === 0 || at === null) return 'A message is about to be sent.'
  return `Not taken ${ago}${why}. ${nextTry(nextTryAt, nowMs)}`
}

function nextTry(iso: string | null, nowMs: number): string {
  if (iso === null) return 'It is tried again.'
  const minutes = Math.round((Date.parse(iso) - nowMs) / 60_000)
  if (minutes < 1) return 'It is tried again at once.'
  return `It is tried again in ${minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`}.`
}
