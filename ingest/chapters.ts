import type { Chapter } from '../src/domain/document.js'
import type { Issue } from '../src/domain/issue.js'
import { secondsToMs } from '../src/domain/time.js'
import { AppError, reasonOf } from '../src/errors.js'
import { IssueLog } from './issue-log.js'

/** Ten days: no recording is longer, and a later chapter is a slip of units. */
const maxChapterMs = 864_000_000
/** A title is a line; what is longer is show notes in the wrong place. */
const maxTitleLength = 300

/**
 * Reads Podcasting 2.0 chapters, JSON 1.2. Sorted by start; chapters end where the next begins at the latest, the last
 * one's end may be null. Silent ones (`toc: false`) are left out, and so, with an issue, are those without a title or a
 * start, and a second one with the same start.
 *
 * @param where names the file in errors and issues
 * @throws CHAPTERS_INVALID when the text is no JSON or holds no list of chapters
 */
export function readChapters(text: string, where: string): { chapters: Chapter[]; issues: Issue[] } {
  const issues = new IssueLog()
  const starts = new Map<number, Chapter>()
  for (const [index, entry] of listEntries(text, where).entries()) {
    const place = `${where}, chapter ${index + 1}`
    if (!isRecord(entry)) {
      issues.add(
        'CHAPTERS_INVALID',
        place,
        'A chapter must be an object with startTime and title; it is left out',
      )
      continue
    }
    if (entry.toc === false) continue
    const startMs = readSeconds(entry.startTime)
    const title = readTitle(entry.title)
    if (startMs === null)
      issues.add(
        'CHAPTERS_INVALID',
        place,
        `startTime ${show(entry.startTime)} is no time in seconds; it is left out`,
      )
    else if (title === null) issues.add('CHAPTERS_INVALID', place, 'The chapter has no title; it is left out')
    else if (starts.has(startMs))
      issues.add('CHAPTERS_INVALID', place, `"${title}" starts when another chapter does; it is left out`)
    else starts.set(startMs, { startMs, endMs: readSeconds(entry.endTime), title, url: readUrl(entry.url) })
  }
  return { chapters: orderChapters([...starts.values()]), issues: issues.list() }
}

/** By start; of those that start together the first is kept. Each ends where the next begins at the latest. */
export function orderChapters(chapters: readonly Chapter[]): Chapter[] {
  const sorted = [...chapters]
    .sort((a, b) => a.startMs - b.startMs)
    .filter(({ startMs }, index, all) => index === 0 || startMs !== all[index - 1]?.startMs)
  return sorted.map((chapter, index) => ({
    ...chapter,
    endMs: endOf(chapter, sorted[index + 1]?.startMs ?? null),
  }))
}

function listEntries(text: string, where: string): unknown[] {
  let json: unknown
  try {
    json = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch (cause) {
    const message = `The chapters ${where} are no JSON (${reasonOf(cause)}); the document goes without chapters`
    throw new AppError('CHAPTERS_INVALID', message, { cause })
  }
  if (isRecord(json) && Array.isArray(json.chapters)) return json.chapters as unknown[]
  throw new AppError(
    'CHAPTERS_INVALID',
    `The chapters ${where} hold no list named "chapters"; the document goes without chapters`,
  )
}

/** An end at or before the start says nothing; one after the next start would make chapters overlap. */
function endOf({ startMs, endMs }: Chapter, nextStartMs: number | null): number | null {
  if (endMs === null || endMs <= startMs) return nextStartMs
  return nextStartMs === null ? endMs : Math.min(endMs, nextStartMs)
}

function readSeconds(value: unknown): number | null {
  const isNumeric =
    typeof value === 'number' || (typeof value === 'string' && /^\d{1,7}(?:\.\d{1,9})?$/u.test(value))
  const seconds = isNumeric ? Number(value) : NaN
  return seconds >= 0 && seconds * 1000 <= maxChapterMs ? secondsToMs(seconds) : null
}

function readTitle(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const title = value
    .slice(0, 10 * maxTitleLength)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, maxTitleLength)
  return title === '' ? null : title
}

function readUrl(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null
  const { protocol, href } = new URL(value)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const show = (value: unknown): string => (JSON.stringify(value) ?? 'missing').slice(0, 40)
