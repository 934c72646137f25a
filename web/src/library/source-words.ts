import type { DocumentCounts, Job, JobReport, Source, SourceList } from '../../../client/index.js'
import { webAddress } from '../outside-links.js'
import { countOf, formatAgo, formatDate } from '../words.js'

/** A source, its pulls and what came of them, in words. */

const kindWords: Record<Source['kind'], string> = {
  feed: 'feed',
  youtube: 'YouTube',
  posts: 'posts',
  transcripts: 'transcripts',
  folder: 'folder',
}

/** The kind of source in a word. */
export const nameKind = (kind: Source['kind']): string => kindWords[kind]

/** `41 episodes · 3 shorts · 12.4 hours`; empty when there is nothing. */
export function describeCounts({ kinds, hours }: { kinds: DocumentCounts; hours: number }): string[] {
  return [
    kinds.episode > 0 ? countOf(kinds.episode, 'episode') : '',
    kinds.short > 0 ? countOf(kinds.short, 'short') : '',
    kinds.post > 0 ? countOf(kinds.post, 'post') : '',
    hours > 0 ? countHours(hours) : '',
  ].filter((part) => part !== '')
}

const countHours = (hours: number): string =>
  `${hours.toLocaleString('en')} ${hours === 1 ? 'hour' : 'hours'}`

/** `41 episodes, 3 shorts and 6 posts from 4 sources, 12.4 hours`; empty without documents. */
export function describeLibrary(sources: readonly Pick<Source, 'kinds' | 'hours'>[]): string {
  const sum = (part: (source: Pick<Source, 'kinds' | 'hours'>) => number) =>
    sources.reduce((total, source) => total + part(source), 0)
  const kinds = {
    episode: sum((source) => source.kinds.episode),
    short: sum((source) => source.kinds.short),
    post: sum((source) => source.kinds.post),
  }
  const counted = describeCounts({ kinds, hours: 0 })
  if (counted.length === 0) return ''
  const hours = Math.round(sum((source) => source.hours) * 10) / 10
  const from = countOf(sources.length, 'source')
  return `${new Intl.ListFormat('en').format(counted)} from ${from}${hours > 0 ? `, ${countHours(hours)}` : ''}`
}

/** `3 new, 1 changed, 206 unchanged`; what is none is left out. */
export function describeReport({ added, changed, unchanged, withdrawn, elsewhere }: JobReport): string {
  const isNothing = added + changed + withdrawn === 0
  const parts = [
    isNothing && 'nothing new',
    added > 0 && `${added.toLocaleString('en')} new`,
    changed > 0 && `${changed.toLocaleString('en')} changed`,
    withdrawn > 0 && `${withdrawn.toLocaleString('en')} taken away by the publisher`,
    elsewhere > 0 && `${elsewhere.toLocaleString('en')} in another source already`,
    !isNothing && unchanged > 0 && `${unchanged.toLocaleString('en')} unchanged`,
  ].filter((part) => part !== false)
  return parts.join(', ')
}

const isWaiting = (job: Job | null): boolean => job !== null && !isOver(job)

/** How the last pull went, as `Pulled 2 h ago: 3 new`; the failure of a pull has words of its own. */
export function describePull({ pulledAt, job }: Pick<Source, 'pulledAt' | 'job'>, nowMs: number): string {
  if (pulledAt === null) return isWaiting(job) ? 'Its first pull' : 'Never pulled to its end'
  const pulled = `Pulled ${formatAgo(pulledAt, nowMs)}`
  return job?.status === 'done' && job.report ? `${pulled}: ${describeReport(job.report)}` : pulled
}

/** When it is pulled again: by time, when it changes, or by hand. */
export function describeNextPull(
  { nextPullAt, location, goneAt }: Pick<Source, 'nextPullAt' | 'location' | 'goneAt'>,
  pulls: SourceList['pulls'],
  nowMs: number,
): string {
  if (goneAt !== null) return 'pulled again only when you say so'
  if (nextPullAt !== null) return `next ${formatIn(nextPullAt, nowMs)}`
  if (pulls.watches && webAddress(location) === null) return 'again when something in it changes'
  return 'pulled by hand'
}

/** How far ahead, coarsely: `in 4 h`; `nowMs` and `iso` on one clock. */
export function formatIn(iso: string, nowMs: number): string {
  const minutes = Math.round((new Date(iso).getTime() - nowMs) / 60_000)
  if (minutes < 1) return 'in a moment'
  if (minutes < 60) return `in ${minutes} min`
  if (minutes < 48 * 60) return `in ${Math.round(minutes / 60)} h`
  return `on ${formatDate(iso)}`
}

/** The newer of what two askings say of a source's job. */
export function newerJob(listed: Job | null, polled: Job | undefined): Job | null {
  if (!polled) return listed
  if (!listed || listed.id !== polled.id)
    return listed && listed.createdAt > polled.createdAt ? listed : polled
  return isOver(listed) ? listed : polled
}

export const isOver = ({ status }: Pick<Job, 'status'>): boolean => status === 'done' || status === 'failed'
