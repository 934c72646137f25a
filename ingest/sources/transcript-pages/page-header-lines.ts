import type { Person, Rating } from '../../../src/domain/document.js'
import { parseDate } from '../parse-date.js'
import { parseDuration } from '../parse-duration.js'

/** Single lines of a page about an episode: labelled facts, durations, ratings, and what only serves the page. */

export interface PageFacts {
  show: string
  people: Person[]
  /** As written; empty when not given. */
  url: string
  media: string
  /** Number of the episode. */
  part: number | null
}

/** Whole lines that lead elsewhere, or tell how to use the page. */
const navigation = new RegExp(
  '^(?:' +
    [
      'log ?in|log ?out|sign ?(?:in|up)|register|menu|home|search|share|subscribe|follow|play|pause|listen|listen now|back|next|previous|more',
      'close|copy|copied|copy link|embed|save|like|report|contact|pricing|help|settings|loading|show more|read more|load more|see all',
      'meta_?pixel|skip to (?:main )?content|toggle \\w{1,20}|privacy policy|terms(?: of (?:use|service))?|cookies?',
      '.{0,40} logo|download (?:the )?(?:transcript|audio|episode|mp3|pdf|app)|(?:full )?transcript (?:pdf|download)',
      '(?:click|tap) (?:on )?(?:a |any |the )?(?:timestamp|time|line|word|paragraph).{0,80}',
    ].join('|') +
    ')[.!]?$',
  'i',
)
const maxLabelledLength = 2000

export const isNavigation = (text: string): boolean =>
  text.length <= 120 && navigation.test(text.replace(/^[^\p{L}\p{N}]+/u, '').trim())

interface Labelled extends Partial<PageFacts> {
  title?: string
  publisher?: string
  publishedAt?: string
  durationMs?: number
  rating?: Rating
  tags?: string[]
  description?: string
}

const readers: readonly [RegExp, (value: string) => Labelled][] = [
  [/^(?:title|episode title)$/, (title) => ({ title })],
  [/^(?:show|podcast|series|channel|program(?:me)?)$/, (show) => ({ show })],
  [/^(?:publisher|network)$/, (publisher) => ({ publisher })],
  [
    /^(?:date|published|published on|release date|released|aired|air date|recorded|upload date)$/,
    (value) => {
      const publishedAt = parseDate(value)
      return publishedAt === null ? {} : { publishedAt }
    },
  ],
  [
    /^(?:duration|length|runtime|running time)$/,
    (value) => {
      const durationMs = readSpan(value) ?? parseDuration(value)
      return durationMs === null ? {} : { durationMs }
    },
  ],
  [/^(?:categories|category|tags?|topics|keywords)$/, (value) => ({ tags: listOf(value) })],
  [/^hosts?(?:ed by)?$/, (value) => ({ people: peopleOf(value, 'host') })],
  [/^guests?$/, (value) => ({ people: peopleOf(value, 'guest') })],
  [/^(?:speakers?|with|participants)$/, (value) => ({ people: peopleOf(value, 'speaker') })],
  [/^(?:url|link|source|page|episode url|permalink)$/, (value) => (isAddress(value) ? { url: value } : {})],
  [/^(?:audio|media|mp3|enclosure|recording|video)$/, (value) => (isAddress(value) ? { media: value } : {})],
  [
    /^(?:episode|episode number|number|part)$/,
    (value) => (/^#?\d{1,5}$/.test(value) ? { part: Number(value.replace('#', '')) } : { title: value }),
  ],
  [
    /^ratings?$/,
    (value) => {
      const rating = readRating(`${value} ratings`)
      return rating === null ? {} : { rating }
    },
  ],
  [/^(?:summary|description|about)$/, (description) => ({ description })],
]

/** `Title: …`; null for a line without a known label. */
export function readLabelled(text: string): Labelled | null {
  const match = text.length > maxLabelledLength ? null : /^([a-z][a-z ]{2,20}?) ?: +(\S.*)$/i.exec(text)
  const [, label = '', value = ''] = match ?? []
  const reader = readers.find(([name]) => name.test(label.toLowerCase()))
  return reader ? reader[1](value.trim()) : null
}

const isAddress = (value: string): boolean => /^https?:\/\/\S+$/i.test(value)

const listOf = (value: string): string[] =>
  value
    .split(/\s*[,;|]\s*/)
    .map((item) => item.trim())
    .filter((item) => item !== '')

const peopleOf = (value: string, role: string): Person[] =>
  listOf(value.replace(/\s+(?:and|&)\s+/gi, ', ')).map((name) => ({ name, role }))

const spanPattern =
  /^(?:(\d{1,3}) ?(?:hours?|hrs?|h)\b[ ,]*(?:and )?)?(?:(\d{1,4}) ?(?:minutes?|mins?|m)\b[ ,]*(?:and )?)?(?:(\d{1,5}) ?(?:seconds?|secs?|s)\b)?$/i

/** `66 minutes`, `1 hr 6 min`, `1h 6m 10s`, `1:06:00` → ms; null for anything else. */
export function readSpan(text: string): number | null {
  const written = text.trim()
  if (/^\d{1,3}:\d{2}(?::\d{2})?$/.test(written)) return parseDuration(written)
  const match = written.length > 60 || written === '' ? null : spanPattern.exec(written)
  if (!match) return null
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0))
  const totalMs = (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000
  return totalMs > 0 ? totalMs : null
}

/**
 * `4.9 (848 ratings)`, `4.9 out of 5`, `4.9 · 1.2K Ratings`, and `4.9848 Ratings`, where the page's extraction lost what
 * lay between: directories show one decimal, so what follows it is the count, unless that would begin with a zero.
 * A whole number alone is a count of nobody knows what, and no rating.
 */
export function readRating(text: string): Rating | null {
  if (text.length > 80 || !/\d/.test(text)) return null
  const glued =
    /^(\d{1,2}\.\d)(\d{0,3}(?:,\d{3}){0,3}|\d{1,9}|\d{1,3}\.\d[km])? ?(?:ratings?|reviews?)$/i.exec(text)
  if (glued) {
    const rest = glued[2] ?? ''
    const isPartOfValue = rest.startsWith('0')
    const value = Number(`${glued[1] ?? ''}${isPartOfValue ? (/^0+/.exec(rest)?.[0] ?? '') : ''}`)
    return ratingOf(value, isPartOfValue ? rest.replace(/^0+/, '') : rest)
  }
  const apart =
    /^(?:rat(?:ed|ing):? )?(\d{1,2}(?:\.\d{1,2})?) ?(?:\/ ?\d{1,3}|out of \d{1,3}|stars?|★+)?[\s•·|,(–-]{1,5}(?:from |by )?([\d.,]{1,12}[km]?) ?(?:ratings?|reviews?|votes?)\)?$/i.exec(
      text,
    )
  if (apart) return ratingOf(Number(apart[1]), apart[2] ?? '')
  const alone =
    /^(?:rat(?:ed|ing):? )?(\d{1,2}(?:\.\d{1,2})?) ?(?:\/ ?\d{1,3}|out of \d{1,3}|stars)(?: ratings)?$/i.exec(
      text,
    )
  return alone ? ratingOf(Number(alone[1]), '') : null
}

/** No scale in use goes beyond ten but percentages, which have no decimals. */
function ratingOf(value: number, count: string): Rating | null {
  if (!(value > 0 && value <= 10)) return null
  return { value, count: countOf(count) }
}

function countOf(written: string): number | null {
  const thousands = /^(\d{1,3}(?:\.\d)?)([km])$/i.exec(written)
  if (thousands)
    return Math.round(Number(thousands[1]) * (thousands[2]?.toLowerCase() === 'm' ? 1_000_000 : 1000))
  const digits = written.replaceAll(',', '')
  return /^\d{1,9}$/.test(digits) && Number(digits) > 0 ? Number(digits) : null
}
