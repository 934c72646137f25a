import type { DocumentSummary } from '../../catalog/catalog.js'
import { AppError } from '../../errors.js'
import type { AlignedTopic } from './alignment.js'

/** Podcasting 2.0 chapters, JSON 1.2. Seconds. */
export interface ChaptersFile {
  version: '1.2.0'
  title: string
  podcastName: string
  chapters: { startTime: number; title: string; url?: string }[]
}

/**
 * The topics of a post that are said, as chapters of the recording: by their times, each until the next begins. One
 * without a title (what stands before the first heading) is none.
 * @throws ALIGNMENT_UNTIMED
 */
export function writeChapters({
  post,
  recording,
  topics,
}: {
  post: Pick<DocumentSummary, 'url'>
  recording: Pick<DocumentSummary, 'title' | 'sourceTitle'>
  topics: readonly AlignedTopic[]
}): ChaptersFile {
  const placed = topics.flatMap(({ title, anchor, place }) => (place ? [{ title, anchor, place }] : []))
  if (placed.some(({ place }) => place.startMs === null))
    throw new AppError(
      'ALIGNMENT_UNTIMED',
      `The transcript of ${JSON.stringify(recording.title)} has no times, so nothing of it can be a chapter: add a transcript with times.`,
    )
  const chapters = placed
    .filter(({ title }) => title !== '')
    .map(({ title, anchor, place }) => ({
      startTime: (place.startMs ?? 0) / 1000,
      title,
      ...linkTo(post.url, anchor),
    }))
    .sort((a, b) => a.startTime - b.startTime)
  return { version: '1.2.0', title: recording.title, podcastName: recording.sourceTitle, chapters }
}

/** What is no web address would lead into the site of whoever shows the chapters. */
function linkTo(postUrl: string | null, anchor: string): { url?: string } {
  if (postUrl === null || !/^https?:/i.test(postUrl) || !URL.canParse(postUrl)) return {}
  const url = new URL(postUrl)
  if (anchor !== '') url.hash = anchor
  return { url: url.href }
}
