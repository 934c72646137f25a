import type { Concept } from '../../../client/index.js'
import { countOf, formatDate } from '../words.js'
import type { TimelinePicture } from './timeline-picture.js'

/** `31 documents from 3 May 2019 to 7 June 2025. Larger marks mention it more often; the 4 filled ones explain it.` */
export function describeTimeline({ marks, range }: TimelinePicture, timeline: Concept['timeline']): string {
  const from = formatDate(range?.from ?? null)
  const to = formatDate(range?.to ?? null)
  const dates = from === to ? `of ${from}` : `from ${from} to ${to}`
  const explaining = marks.filter(({ explains }) => explains).length
  const sizes = new Set(timeline.map(({ passages }) => passages)).size
  return [
    `${countOf(marks.length, 'document')} ${dates}.`,
    sizes > 1 && 'Larger marks mention it more often.',
    explaining === 1
      ? 'The filled one explains it.'
      : explaining > 1
        ? `The ${explaining.toLocaleString('en')} filled ones explain it.`
        : false,
  ]
    .filter((part) => part !== false)
    .join(' ')
}

/** What the picture has no place for. */
export function describeUndated({ marks, undated }: TimelinePicture, name: string): string {
  if (marks.length === 0)
    return `Of the documents that mention ${name} none has a date, so there is no picture by date.`
  return undated === 1
    ? 'One more document has no date; it is in the list below.'
    : `${undated.toLocaleString('en')} more documents have no date; they are in the list below.`
}
