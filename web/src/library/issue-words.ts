import type { Issue, IssueCount } from '../../../client/index.js'
import { countOf } from '../words.js'

/** Issues by code, in words: what is so, and what can be done about it. */

export interface IssueWords {
  /** `3 of 210 recordings have no transcript`. */
  title: string
  /** What it means and what to do. */
  remedy: string
  /** Pulling again may settle it. */
  mayPass: boolean
}

interface Rule {
  say: (count: number, recordings: number) => string
  remedy: string
  mayPass?: true
}

/** `3 of 210 recordings have`, `All 4 recordings have`, `1 of 9 recordings has`. */
function recordingsHave(count: number, recordings: number): string {
  if (count > recordings) return `${countOf(count, 'recording')} ${count === 1 ? 'has' : 'have'}`
  if (count === recordings)
    return count === 1 ? 'Its one recording has' : `All ${countOf(count, 'recording')} have`
  return `${count.toLocaleString('en')} of ${countOf(recordings, 'recording')} ${count === 1 ? 'has' : 'have'}`
}

/** Said of one, and of several. */
const some = (one: string, many: string) => (count: number) => countOf(count, one, many)

const rules: Record<string, Rule> = {
  TRANSCRIPT_MISSING: {
    say: (count, recordings) => `${recordingsHave(count, recordings)} no transcript`,
    remedy:
      'The publisher gives none, so what is said there cannot be found; titles and show notes can. A recogniser on the server can write what is missing: see CUEPOINT_TRANSCRIBE in its documentation.',
  },
  TRANSCRIPT_EMPTY: {
    say: (count, recordings) => `${recordingsHave(count, recordings)} a transcript without text`,
    remedy: 'Another transcript of the same recording is taken where there is one.',
    mayPass: true,
  },
  TRANSCRIPT_INVALID: {
    say: (count, recordings) => `${recordingsHave(count, recordings)} a transcript that is damaged`,
    remedy:
      'Another transcript of the same recording is taken where there is one. Its publisher may mend it.',
    mayPass: true,
  },
  TRANSCRIPT_TYPE_UNSUPPORTED: {
    say: (count, recordings) =>
      `${recordingsHave(count, recordings)} a transcript in a format that is not read`,
    remedy: 'WebVTT, SubRip, JSON, TTML, HTML and plain text are read. Everything else of them is in.',
  },
  CHAPTERS_INVALID: {
    say: some('list of chapters cannot be read', 'lists of chapters cannot be read'),
    remedy: 'The recordings and their transcripts are in, without the marks of those chapters.',
    mayPass: true,
  },
  CUE_TIMES_INVALID: {
    say: some(
      'line of a transcript has a time that cannot be right',
      'lines of transcripts have times that cannot be right',
    ),
    remedy: 'Such times are mended from those around them, or the line is left out. All other lines are in.',
  },
  CUE_REPEATED: {
    say: some('phrase was repeated by a recogniser', 'phrases were repeated by a recogniser'),
    remedy: 'Recognisers do that where nobody speaks. One of each is kept.',
  },
  FEED_ITEM_INVALID: {
    say: some('entry of the feed cannot be read', 'entries of the feed cannot be read'),
    remedy: 'All other entries are in.',
    mayPass: true,
  },
  FEED_MALFORMED: {
    say: () => 'The feed breaks off, or is not well formed',
    remedy: 'What could be read of it is in. If it stays like this, its publisher may want to know.',
    mayPass: true,
  },
  FEED_EMPTY: {
    say: () => 'The feed has no entries',
    remedy: 'It is asked again at the next pull.',
    mayPass: true,
  },
  FETCH_FAILED: {
    say: some('file could not be fetched', 'files could not be fetched'),
    remedy: 'The server that has it did not answer, or not with success. What was read before stays in use.',
    mayPass: true,
  },
  FETCH_NOT_FOUND: {
    say: some('file is not where the source says', 'files are not where the source says'),
    remedy: 'Each pull asks for what is missing again.',
    mayPass: true,
  },
  FETCH_TOO_LARGE: {
    say: some('file is too large to be read', 'files are too large to be read'),
    remedy:
      'Nothing that belongs to a feed or a transcript is that large. Check the address with its publisher.',
  },
  FETCH_ADDRESS_FORBIDDEN: {
    say: some('file is at a private address', 'files are at private addresses'),
    remedy:
      'Only public addresses are asked. If your own network is meant, start the server with CUEPOINT_ALLOW_PRIVATE=1.',
    mayPass: true,
  },
  MEDIA_INVALID: {
    say: some('recording has tags that cannot be read', 'recordings have tags that cannot be read'),
    remedy: 'Names of files stand for what the tags would say.',
  },
  PATH_OUTSIDE_SOURCE: {
    say: some('file lies outside the folder of this source', 'files lie outside the folder of this source'),
    remedy:
      'A source is never read outside its folder, so that it cannot show what was not meant. Move the file inside.',
    mayPass: true,
  },
  POST_INVALID: {
    say: some(
      'post begins with settings that cannot be read',
      'posts begin with settings that cannot be read',
    ),
    remedy: 'The text is in where possible; the lines between the dashes at the top need mending.',
    mayPass: true,
  },
  SOURCE_UNREADABLE: {
    say: some('file cannot be read', 'files cannot be read'),
    remedy: 'Check that what is named below is still there, and that the server may read it.',
    mayPass: true,
  },
  TRANSCRIBE_FAILED: {
    say: some('recording could not be transcribed', 'recordings could not be transcribed'),
    remedy: 'The recogniser gave up, or took too long; its last words are below.',
    mayPass: true,
  },
  TRANSCRIBE_UNAVAILABLE: {
    say: () => 'The recogniser cannot be started',
    remedy: 'Check CUEPOINT_TRANSCRIBE, its model, and that ffmpeg is installed on the server.',
    mayPass: true,
  },
}

/** @param recordings how many episodes and shorts the source has */
export function describeIssues({ code, count }: IssueCount, recordings: number): IssueWords {
  const rule = rules[code]
  if (!rule)
    return {
      title: some('remark on what was read', 'remarks on what was read')(count),
      remedy: '',
      mayPass: true,
    }
  return { title: rule.say(count, recordings), remedy: rule.remedy, mayPass: rule.mayPass ?? false }
}

/** Said by the source itself, in other words. */
const saidElsewhere = new Set(['FETCH_GONE'])

/** Those that can be settled first, then most first. */
export function sortIssueCounts(counts: readonly IssueCount[]): IssueCount[] {
  const rank = ({ code }: IssueCount) => (rules[code]?.mayPass ? 0 : 1)
  return counts
    .filter(({ code }) => !saidElsewhere.has(code))
    .sort((a, b) => rank(a) - rank(b) || b.count - a.count || (a.code < b.code ? -1 : 1))
}

/** The places of one code, each once, with their messages when these say more than the place. */
export function listPlaces(issues: readonly Issue[], code: string): { where: string; message: string }[] {
  const places = new Map<string, { where: string; message: string }>()
  for (const issue of issues)
    if (issue.code === code) {
      const message = wordless.has(code) ? '' : issue.message
      const where = cutRepeated(issue.where, message)
      places.set(`${where}\n${message}`, { where, message })
    }
  return [...places.values()]
}

/** The address that a place ends with often begins its message. */
function cutRepeated(where: string, message: string): string {
  const ending = `: ${message.split(' ', 1)[0]}`
  return ending !== ': ' && where.endsWith(ending) ? where.slice(0, -ending.length) : where
}

/** Their message is the same for all. */
const wordless = new Set(['TRANSCRIPT_MISSING', 'TRANSCRIPT_EMPTY'])

/** Whether an issue is about the document with this title: places begin with it. */
export const isAbout = (title: string, { where }: Pick<Issue, 'where'>): boolean =>
  where === title || where.startsWith(`${title}: `)
