import type { Chapter } from '../src/domain/document.js'
import { orderChapters } from './chapters.js'

/** Times that a publisher wrote into show notes, a line each → chapters. */

/** Fewer times are references to moments, not a table of contents. */
const minChapters = 3
/** What is longer is a paragraph that happens to begin with a time. */
const maxLineLength = 300
/** Notes of the longest recordings have some hundred. */
const maxLines = 5000

const clock = String.raw`(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?(?!:?\d)`
const leading = new RegExp(
  String.raw`^[(\[]{0,2}${clock}[)\]]{0,2}(?: ?[-–—~→]{1,3} ?[(\[]?${clock}[)\]]?)?(.*)$`,
  'u',
)
const trailing = new RegExp(String.raw`(?<![:\d])(?:${clock} ?[-–—] ?)?(?<![:\d])${clock}[)\]]?\.?$`, 'u')
/** The longest range of times has 25 characters. */
const maxTrailingLength = 40
/** What stands between a time and its topic. */
const separators = new Set(' \t-–—:|•·>»→=~._…,;()[]')

/** Before a time they make it a place in scripture: `John 3:16`. */
const scripture =
  /\b(?:genesis|gen|exodus|ex|leviticus|lev|numbers|num|deuteronomy|deut|joshua|josh|judges|ruth|samuel|sam|kings|chronicles|chron|ezra|nehemiah|esther|job|psalms?|ps|proverbs|prov|ecclesiastes|isaiah|isa|jeremiah|jer|lamentations|ezekiel|ezek|daniel|dan|hosea|joel|amos|obadiah|jonah|micah|nahum|habakkuk|zephaniah|haggai|zechariah|malachi|matthew|matt|mark|luke|john|acts|romans|rom|corinthians|cor|galatians|gal|ephesians|eph|philippians|phil|colossians|col|thessalonians|thess|timothy|tim|titus|philemon|hebrews|heb|james|peter|pet|jude|revelation|rev|surah|quran|qur'an)\.?$/iu
/** Behind a time they make it one of the day. */
const timeOfDay = /^(?:[ap]\.?m\b|uhr\b|h\b|est\b|pst\b|gmt\b|utc\b|cet\b)/iu

interface Entry {
  startMs: number
  endMs: number | null
  title: string
}

/**
 * The chapters that show notes list: at least three lines with a time and a title, times rising, all within the
 * recording. `12:34 Topic`, `(1:02:03) – Topic`, `[00:12] Topic`, `00:00 – 03:10 Intro` and `Topic … 12:34` are read,
 * also as items of a list. Notes with several such lists (languages, songs) give the longest, of equal ones the first.
 * A chapter without an end lasts to the next. Empty when there is no such list. Linear in the length of the notes.
 *
 * @param notes plain text, a line each
 */
export function chaptersFromNotes(notes: string, durationMs: number | null): Chapter[] {
  const lines = notes.split(/\r\n|\r|\n/, maxLines).map(tidyLine)
  for (const read of [readLeading, readTrailing]) {
    const entries = lines.flatMap((line) => (line.length <= maxLineLength ? (read(line) ?? []) : []))
    const inside = entries.filter(({ startMs }) => durationMs === null || startMs < durationMs)
    // Times beyond the end are those of something else.
    if (inside.length * 2 <= entries.length) continue
    const run = longestRise(inside)
    if (run.length >= minChapters) return orderChapters(run.map((entry) => ({ ...entry, url: null })))
  }
  return []
}

/** Without the marks of lists and of Markdown around times and titles. */
const tidyLine = (line: string): string =>
  line
    .slice(0, 2 * maxLineLength)
    .replace(/\[([^[\]]{1,200})\]\([^()\s]{1,300}\)/gu, '$1')
    .replace(/\*\*|__|`/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}([]+/u, '')
    .replace(/^\d{1,3}[.)] (?=[([]?\d)/u, '')
    .trim()

function readLeading(line: string): Entry | null {
  const match = leading.exec(line)
  const title = match?.[7] ?? ''
  // `12:34th`, `1:02.5x`: no time.
  if (!match || timeOfDay.test(title.trimStart()) || /^\p{L}/u.test(title)) return null
  return makeEntry(match.slice(1, 4), match.slice(4, 7), title)
}

function readTrailing(line: string): Entry | null {
  const tail = line.slice(-maxTrailingLength)
  const match = trailing.exec(tail)
  if (!match) return null
  const title = line.slice(0, line.length - tail.length + match.index).trim()
  if (scripture.test(title.slice(-maxTrailingLength)) || /[$€£]$/u.test(title)) return null
  return match[3] === undefined
    ? makeEntry(match.slice(4, 7), [], title)
    : makeEntry(match.slice(1, 4), match.slice(4, 7), title)
}

function makeEntry(
  start: (string | undefined)[],
  end: (string | undefined)[],
  written: string,
): Entry | null {
  const title = stripSeparators(written)
  const startMs = clockToMs(start)
  if (startMs === null || !/\p{L}/u.test(title) || /^[$€£]/u.test(title)) return null
  return { startMs, endMs: end[1] === undefined ? null : clockToMs(end), title }
}

/** A bracket or a full stop at the end belongs to the title. */
function stripSeparators(text: string): string {
  let from = 0
  while (from < text.length && separators.has(text[from] ?? '')) from++
  let to = text.length
  while (to > from && separators.has(text[to - 1] ?? '') && !/[)\].]/.test(text[to - 1] ?? '')) to--
  const title = text.slice(from, to)
  // A bracket that was opened before the time.
  return /[([]$/.test(title) ? stripSeparators(title.slice(0, -1)) : title
}

/** Minutes beyond 59 are fine where there are no hours. */
function clockToMs([hours, minutes = '', seconds = '']: (string | undefined)[]): number | null {
  if (hours !== undefined && Number(minutes) > 59) return null
  return (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
}

/** The longest stretch of entries each of which starts after the one before; of equal ones the first. */
function longestRise(entries: readonly Entry[]): Entry[] {
  let best: [from: number, to: number] = [0, 0]
  let from = 0
  for (const [index, { startMs }] of entries.entries()) {
    if (index > 0 && startMs <= (entries[index - 1]?.startMs ?? -1)) from = index
    if (index + 1 - from > best[1] - best[0]) best = [from, index + 1]
  }
  return entries.slice(...best)
}
