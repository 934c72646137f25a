import type { Job } from '../../client/index.js'
import type { DocumentKind } from '../../src/domain/document.js'

/** Counts, dates and progress in words. */

const plurals: Record<DocumentKind, string> = { episode: 'episodes', short: 'shorts', post: 'posts' }

/** `1 episode`, `1,204 posts`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`
}

export const kindPlural = (kind: DocumentKind): string => plurals[kind]

/** `2025-05-30T…` → `30 May 2025`, in UTC as published; empty for null or what cannot be read. */
export function formatDate(iso: string | null): string {
  const date = new Date(iso ?? Number.NaN)
  if (Number.isNaN(date.getTime())) return ''
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** `2025`, `1 Jan 2025 – 31 May 2025`, `since 1 Jan 2025`, `until 31 May 2025`. */
export function describeDates({
  year,
  from,
  to,
}: {
  year: string | null
  from: string | null
  to: string | null
}): string {
  if (year !== null) return year
  if (from !== null && to !== null) return `${formatDate(from)} – ${formatDate(to)}`
  return from !== null ? `since ${formatDate(from)}` : `until ${formatDate(to)}`
}

const signs: Record<string, string> = {
  phrase: 'exactly',
  without: 'without',
  lang: 'language',
}

/** What a sign in a query means: `without “mining”`, `speaker “Anna”`. */
export const describeUnderstood = ({ name, value }: { name: string; value: string }): string =>
  `${signs[name] ?? name} “${value}”`

/** `1 h 12 min`, `4 min`, `45 s`: for reading, not for finding a place. */
export function formatLength(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (ms < 60_000) return `${Math.round(ms / 1000)} s`
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** `rated 4.9 by 848`. */
export function formatRating({ value, count }: { value: number; count: number | null }): string {
  const rated = `rated ${value.toLocaleString('en', { maximumFractionDigits: 2 })}`
  return count === null ? rated : `${rated} by ${count.toLocaleString('en')}`
}

/** How long ago, coarsely; `nowMs` and `iso` on one clock. */
export function formatAgo(iso: string, nowMs: number): string {
  const minutes = Math.floor((nowMs - new Date(iso).getTime()) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ago`
  return formatDate(iso)
}

/** One line about a running job, as `Indexing 3 of 27: Title`. */
export function describeJob({ status, step, documentsDone, documentsTotal }: Job): string {
  const doing = step === '' || step === 'starting' ? '' : `: ${step}`
  if (status === 'queued') return 'Waiting to index'
  if (documentsTotal === null) return `Reading the source${doing}`
  return `Indexing ${Math.min(documentsDone + 1, documentsTotal)} of ${documentsTotal}${doing}`
}

/** Done share of several jobs together in [0, 1]; null while none knows how much there is. */
export function shareDone(jobs: readonly Job[]): number | null {
  const known = jobs.filter(({ documentsTotal }) => documentsTotal !== null && documentsTotal > 0)
  const total = known.reduce((sum, { documentsTotal }) => sum + (documentsTotal ?? 0), 0)
  if (total === 0) return null
  return Math.min(1, known.reduce((sum, { documentsDone }) => sum + documentsDone, 0) / total)
}
