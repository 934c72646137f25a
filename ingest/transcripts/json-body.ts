import { reasonOf } from '../../src/errors.js'
import { IssueLog } from '../issue-log.js'
import type { ReadTranscript, TranscriptFormat } from './transcript-format.js'

/**
 * JSON is parsed once, however many formats look at it. The parsed body is kept from the first format that asks until
 * one of them reads it; at most one body is kept.
 */

export type JsonRecord = Readonly<Record<string, unknown>>
type ParsedBody = { value: unknown; fault: null } | { value: null; fault: string }

/** The largest body that is fetched at all; the largest real ones have each token of three hours, indented: 20 MB. */
const maxJsonLength = 32 * 1024 * 1024
/** Ten times what three hours hold with three objects a token; more would only fill the memory (100 bytes each). */
const maxJsonObjects = 2_000_000
/** How far the keys that tell a transcript may be from the beginning of a damaged one, in UTF-16 units. */
const openingLength = 2_000
const telltaleKey =
  /"(?:segments|startTime|wireMagic|tStartMs|utf8|transcription|utterances|word_segments|acoustic_model)"\s*:/u

let last: { text: string; body: ParsedBody } | null = null

function parseOnce(text: string): ParsedBody {
  if (last?.text !== text) last = { text, body: parse(text) }
  return last.body
}

function parse(text: string): ParsedBody {
  if (!/^\s*[{[]/u.test(text)) return { value: null, fault: 'it does not begin with { or [' }
  if (text.length > maxJsonLength)
    return { value: null, fault: `it has ${text.length} characters, more than ${maxJsonLength}` }
  if (text.length > maxJsonObjects && countObjects(text) > maxJsonObjects)
    return { value: null, fault: `it has more than ${maxJsonObjects} objects and lists` }
  try {
    return { value: JSON.parse(text) as unknown, fault: null }
  } catch (error) {
    return { value: null, fault: reasonOf(error).slice(0, 200) }
  }
}

/** Brackets inside texts are counted, too, which does no harm. */
function countObjects(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === openBrace || code === openBracket) count += 1
  }
  return count
}

const openBrace = 0x7b
const openBracket = 0x5b

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The elements that are objects; none when it is no array. */
export const recordsIn = (value: unknown): JsonRecord[] =>
  Array.isArray(value) ? value.filter((element: unknown) => isRecord(element)) : []

/** A format that is told by the shape of its JSON: `recognizes` sees what was parsed, and null when it is no JSON. */
export function defineJsonFormat(format: {
  name: string
  recognizes: (value: unknown) => boolean
  read: (value: unknown, issues: IssueLog) => Omit<ReadTranscript, 'issues'>
}): TranscriptFormat {
  return {
    name: format.name,
    recognizes: (text) => format.recognizes(parseOnce(text).value),
    read: (text) => {
      const { value } = parseOnce(text)
      last = null
      const issues = new IssueLog()
      const transcript = format.read(value, issues)
      return { ...transcript, issues: issues.list() }
    },
  }
}

/** Names what is wrong with JSON that would have been a transcript: broken off, too large. Reads none of it. */
export const damagedJsonFormat: TranscriptFormat = {
  name: 'JSON',
  recognizes: (text) => parseOnce(text).fault !== null && isJsonTranscript(text),
  read: (text) => {
    const { fault } = parseOnce(text)
    last = null
    const issues = new IssueLog()
    issues.add(
      'TRANSCRIPT_INVALID',
      'JSON',
      `It cannot be parsed: ${fault ?? ''}; ask its publisher to mend it`,
    )
    return { cues: [], machine: false, language: null, issues: issues.list() }
  },
}

const isJsonTranscript = (text: string): boolean =>
  /^\s*[{[]\s*["{]/u.test(text) && telltaleKey.test(text.slice(0, openingLength))
