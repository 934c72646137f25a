import { countWords } from '../count-words.js'
import { htmlToText } from '../sources/html/html-to-text.js'
import { maxHtmlLength } from '../sources/html/html-tree.js'
import { IssueLog } from '../issue-log.js'
import { readHtmlTurns } from './html-turns.js'
import { timeTurns } from './time-turns.js'
import { applySpeakerPrefixes } from './speaker-prefix.js'
import { splitLines } from './text-lines.js'
import { readTimedText } from './timed-text.js'
import { tidyName } from './timed-line.js'
import { findTurns } from './timed-turns.js'
import type { ReadTranscript, TranscriptFormat } from './transcript-format.js'

/** How much of a page is looked at to recognise it. */
const openingLength = 100_000
const clockElement =
  /<time\b[^<>]{0,200}(?:>\s{0,20}[[(]?\d{1,3}:\d{2}|datetime=["']?PT\d)|>\s{0,20}[[(]?\d{1,3}:\d{2}(?:[:.,]\d{1,3}){0,2}[\])]?\s{0,20}</giu
const speakerElement =
  /<cite[\s>]|\sclass\s{0,5}=\s{0,5}["']?(?:[\w-]{1,30} ){0,3}(?:transcript-)?speaker(?:-?name)?["'\s>]/giu
/** A page that says only that something went wrong is shorter. */
const minPageWords = 200
const minParagraphs = 3
const minRepeatedTerms = 3
const errorTitle =
  /<(?:title|h1)\b[^<>]{0,200}>[^<]{0,80}\b(?:40[0-9]|50[0-9]|not found|forbidden|denied|error|just a moment|log ?in|sign ?in)\b/iu

/**
 * Podcasting 2.0 HTML (`<cite>` who, `<time>` when, `<p>` what) and pages like it: speakers by class or in a `<dt>`,
 * times in elements of their own or at the beginning of lines, or none at all.
 */
export const htmlTranscriptFormat: TranscriptFormat = {
  name: 'HTML',
  recognizes: (text, mediaType) => {
    const opening = text.slice(0, openingLength)
    if (!/^\s*<(?!\?xml)/iu.test(opening.slice(0, 1_000))) return false
    const clocks = countMatches(opening, clockElement)
    const speakers = countMatches(opening, speakerElement)
    if ((clocks >= 2 && /<time\b/iu.test(opening)) || speakers >= 3 || (clocks > 0 && speakers > 0))
      return true
    const plain = htmlToText(opening)
    if (findTurns(splitLines(plain)).length > 0) return true
    if (!/^(?:text\/html|application\/xhtml\+xml)$/u.test(mediaType) || errorTitle.test(opening)) return false
    if (repeatsTerms(opening)) return true
    const paragraphs = plain.split('\n\n').filter((paragraph) => paragraph.trim() !== '')
    return paragraphs.length >= minParagraphs && countWords(plain) >= minPageWords
  },
  read: readHtmlTranscript,
}

/** Whether a list of `<dt>` names the same ones again, as speakers are and terms are not. */
export function repeatsTerms(html: string): boolean {
  const terms = (html.match(/<dt\b[^<>]{0,200}>[^<]{1,80}/giu) ?? []).map((term) =>
    tidyName(term.slice(term.indexOf('>') + 1)).toLowerCase(),
  )
  return terms.length >= minRepeatedTerms && new Set(terms).size < terms.length
}

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function readHtmlTranscript(html: string): ReadTranscript {
  const issues = new IssueLog()
  if (html.length > maxHtmlLength)
    issues.add(
      'TRANSCRIPT_INVALID',
      `character ${maxHtmlLength}`,
      `The page has ${html.length} characters; what comes after the first ${maxHtmlLength} is left out`,
    )
  const { turns, marked } = readHtmlTurns(html)
  const found = { machine: false, language: null }
  if (marked) return { cues: timeTurns(turns, issues), ...found, issues: issues.list() }
  const timed = readTimedText(htmlToText(html.slice(0, maxHtmlLength)))
  if (timed.turns > 0) return { cues: timed.cues, ...found, issues: [...issues.list(), ...timed.issues] }
  return { cues: applySpeakerPrefixes(timeTurns(turns, issues)), ...found, issues: issues.list() }
}
