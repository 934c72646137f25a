/** One line of plain or Markdown text that carries a time: alone, at its start, or after the speaker. */

export interface TimedLine {
  startMs: number
  /** Null unless the line gives a range. */
  endMs: number | null
  /** As written before the time; null for a line that begins with its time. */
  speaker: string | null
  /** What the line says after its time; may be empty. */
  text: string
  /** How it is written; the lines of one transcript are written in one way, or in few. */
  layout: string
}

const clock = String.raw`(?<!\d|\d[:.])(?:(\d{1,3})[:.])?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?(?![\d:]*\d)`
const firstClock = new RegExp(clock, 'u')
const rangeEnd = new RegExp(String.raw`^\s*(?:-->|->|–|—|-)\s*${clock}`, 'u')
/** A time that begins further to the right is part of what is said. */
const maxTimeColumn = 80
const looksTimed = /\d:\d\d/u
const bullet = /^(?:[-*•>]\s+)?/u
const closing = /^\s*[\])]?\s*(?::+|[-–—|](?=\s))?\s*/u
const nameCharacters = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’"()&/#+@_-]{0,59}$/u
const capitalised = /^(?:[\p{Lu}\p{Lo}\p{N}#(].*|van|von|de|der|da|la|bin|and)$/u
/** What transcribers put in brackets with the time where they could not hear it. */
const noise =
  /^(?:crosstalk|inaudible|unintelligible|indiscernible|laughter|applause|music|phonetic|foreign)\b/iu
const maxNameWords = 6
/** `17:30 <name> said` is a line of a chat; its times are those of the day, as in `6:36:02 pm`. */
const timeOfDay = /^(?:<|[ap]\.?m\b)/iu

/** Null when the line carries no time where a transcript would. A guess by itself: only many lines together prove it. */
export function readTimedLine(raw: string): TimedLine | null {
  if (!looksTimed.test(raw.slice(0, maxTimeColumn + 12))) return null
  const line = cleanMarks(raw)
  const match = firstClock.exec(line.slice(0, maxTimeColumn + 12))
  if (match === null) return null
  const startMs = toMs(match)
  if (startMs === null) return null
  const before = line.slice(0, match.index)
  let after = line.slice(match.index + match[0].length)
  const range = rangeEnd.exec(after.slice(0, 40))
  const endMs = range === null ? null : toMs(range)
  if (range !== null) after = after.slice(range[0].length)
  const isClosed = /^\s*[\])]/u.test(after)
  const text = after.replace(closing, '').trim()
  const lead = before.replace(bullet, '').trim()
  const isBracketed = isClosed && /[[(]$/u.test(lead)
  const shape = `${isBracketed ? 'bracketed' : 'bare'} ${range === null ? 'time' : 'range'}`
  // Brackets are a mark of their own, with text behind them or not.
  const tail = isBracketed ? '' : text === '' ? ' alone' : ' with text'
  if (timeOfDay.test(text)) return null
  if (lead === '' || lead === '[' || lead === '(')
    return { startMs, endMs, speaker: null, text, layout: `${shape}${tail}` }
  const speaker = readName(lead, { isBracketed, isAlone: text === '' })
  if (speaker === null) return null
  // `Name 10:30 went home`: only brackets, a colon or hours tell a time from what is said.
  const isMarked = isBracketed || isClosed || /^\s*:/u.test(after) || match[1] !== undefined
  return text === '' || isMarked ? { startMs, endMs, speaker, text, layout: `name ${shape}${tail}` } : null
}

/** Without the backslashes before punctuation and the bold marks of Markdown. */
function cleanMarks(raw: string): string {
  const trimmed = raw.trim()
  const unescaped = trimmed.includes('\\') ? trimmed.replace(/\\(?=[[\]().:*_-])/gu, '') : trimmed
  return unescaped.includes('**') ? unescaped.replaceAll('**', '') : unescaped
}

/** Of what stands before a time; null when it is no name. */
function readName(
  lead: string,
  { isBracketed, isAlone }: { isBracketed: boolean; isAlone: boolean },
): string | null {
  const open = isBracketed ? lead.slice(0, -1).trim() : lead
  // `Adam: 0: 00:01:02`, a slip of the hand.
  const colon = open.indexOf(':')
  const label = colon !== -1 && /^[\s:\d]*$/u.test(open.slice(colon)) ? open.slice(0, colon) : open
  const isMarked = isBracketed || colon !== -1 || /[-–—|,]$/u.test(label)
  const name = tidyName(label)
  if (!nameCharacters.test(name) || !/\p{L}/u.test(name) || noise.test(name)) return null
  const words = name.split(' ')
  if (
    words.length > maxNameWords ||
    /[.,]$/u.test(
      words
        .slice(0, -1)
        .join(' ')
        .replace(/\b\p{L}\.$/u, ''),
    )
  )
    return null
  return words.every((word) => capitalised.test(word)) || (isMarked && isAlone && words.length <= 3)
    ? name
    : null
}

/** A name without brackets, dashes and colons around it, white space collapsed. */
export function tidyName(label: string): string {
  return label
    .replace(/^[\s[("]{1,4}|[\s\]:–—|,-]{1,8}$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Null when minutes beside hours, or seconds, are over 59. */
function toMs(match: RegExpExecArray): number | null {
  const [, hours, minutes = '0', seconds = '0', fraction = '0'] = match
  if ((hours !== undefined && Number(minutes) > 59) || Number(seconds) > 59) return null
  return (
    ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
    Number(fraction.padEnd(3, '0'))
  )
}
