import { splitLines } from '../../transcripts/text-lines.js'
import { findTurns } from '../../transcripts/timed-turns.js'
import { readPageHeader } from './page-header.js'
import { titleFromName } from '../title-from-name.js'
import type { Page, PageFormat, ReadPage, Report } from '../page-format.js'
import { parseDate } from '../parse-date.js'
import { findLinks } from '../html/text-links.js'
import { itemOf, readAddresses } from './transcript-page-item.js'
import { readSpeech } from './transcript-page-speech.js'
import { isMachineMade, takeFooter } from './transcript-page-footer.js'

/** The text of a page with a transcript, as it is saved or copied: facts and notes, then timed lines. */

/** What a single line would say of the episode; less is no header. */
const maxHeaderLines = 400
/** An opening of this length shows what a text is. */
const openingLength = 60_000

export const textTranscriptFormat: PageFormat = {
  name: 'saved text of a page with a transcript (.txt)',
  kind: 'transcripts',
  // Timed lines without anything before them are a transcript, not a page: they may belong to a recording beside them.
  recognizes: ({ path, mediaType, text }) => {
    if (!isPlainText(path, mediaType, text)) return false
    const lines = splitLines(text.slice(0, openingLength))
    const first = findTurns(lines)[0]
    return first !== undefined && hasHeader(lines.slice(0, first.at))
  },
  read: readTextPage,
}

const isPlainText = (path: string, mediaType: string | null, text: string): boolean =>
  (/\.(?:txt|text)$/i.test(path) || mediaType === 'text/plain') &&
  !/^\ufeff?\s*(?:[<{[]|WEBVTT)/.test(text.slice(0, 200))

function hasHeader(lines: readonly string[]): boolean {
  return lines.length <= maxHeaderLines && lines.some((line) => /\p{L}{2}/u.test(line))
}

function readTextPage({ path, text, location }: Page, report: Report): ReadPage | null {
  const lines = splitLines(text)
  const start = findTurns(lines)[0]?.at ?? lines.length
  const header = readPageHeader(lines.slice(0, start).map((line) => ({ text: line, level: 0 })))
  const { spoken, footer } = takeFooter(lines.slice(start))
  const speech = readSpeech(spoken.join('\n'))
  if (speech.cues.length === 0) {
    report('has no transcript that can be read, and is left out')
    return null
  }
  const name = path.replace(/^.*\//, '').replace(/\.[a-z]+$/i, '')
  const written = [
    ...(header.media === '' ? [] : [{ title: 'Recording', url: header.media, rel: null }]),
    ...findLinks(lines.slice(0, start).join('\n')).filter(({ url }) => url !== header.url),
  ]
  const { enclosure, links } = readAddresses(written, { location, isFolder: false }, report)
  const item = itemOf(
    {
      guid: header.url || path,
      title: header.title || titleFromName(name),
      description: header.description,
      url: header.url || null,
      publishedAt: header.publishedAt ?? parseDate(/^\d{4}-\d{1,2}-\d{1,2}/.exec(name)?.[0] ?? ''),
      durationMs: header.durationMs,
      people: [
        ...header.people,
        ...(header.publisher === '' ? [] : [{ name: header.publisher, role: 'publisher' }]),
      ],
      tags: header.tags,
      series: header.show === '' ? null : { title: header.show, part: header.part },
      links,
      chapters: speech.chapters,
      rating: header.rating,
      sections: header.sections,
      enclosure,
    },
    {
      cues: speech.cues,
      machine: isMachineMade([...lines.slice(0, start), ...footer]),
      language: null,
      issues: speech.issues,
    },
  )
  return { item, show: header.show || null }
}
