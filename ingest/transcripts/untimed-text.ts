import type { Cue } from '../../src/domain/cue.js'
import { countWords } from '../count-words.js'
import { spokenText } from './spoken-markdown.js'
import { applySpeakerPrefixes } from './speaker-prefix.js'
import { frontMatterEnd, splitLines } from './text-lines.js'
import type { TranscriptFormat } from './transcript-format.js'

/** How much is looked at to tell words from other things. */
const openingLength = 20_000
/** Fewer are a message of a server, or a word that stands for a missing transcript. */
const minWords = 10
/** Words, spaces and their punctuation make nearly all of what people write. */
const minLetterShare = 0.7
/** Of HTML, XML, JSON, RTF, PDF and pictures. */
const markup = /^\s*(?:<[!?/a-z]|[{[]\s*["'{[<\d\]}]|\{\\|%PDF|GIF8|\u0089PNG)/iu
/** A message of a server in place of the file. */
const refusal =
  /^\s*(?:(?:http\S* )?[45]\d\d\b|error\b|(?:access|permission) denied|not found|forbidden|bad gateway|service unavailable)/iu
const maxRefusalWords = 60
const controls = /[^\P{Cc}\s]|\uFFFD/gu
const headingLine = /^ {0,3}#{1,6}\s+/u
const ruleLine = /^\s*(?:[-*_=]\s*){3,}$/u

/** Any text of words without times: searchable, though nothing tells when it is said. A cue a paragraph. */
export const untimedTextFormat: TranscriptFormat = {
  name: 'untimed text',
  recognizes: (text) => {
    const opening = text.slice(0, openingLength)
    if (markup.test(opening.slice(0, 500)) || opening.includes('-->')) return false
    const words = countWords(opening)
    if (words < minWords || (words < maxRefusalWords && refusal.test(opening.slice(0, 500)))) return false
    const strange = opening.match(controls)?.length ?? 0
    const letters = opening.match(/[\p{L}\p{M}\s.,;:!?'"’“”-]/gu)?.length ?? 0
    return strange <= opening.length / 500 && letters >= opening.length * minLetterShare
  },
  read: (text) => ({ cues: readParagraphs(text), machine: false, language: null, issues: [] }),
}

/** Blank lines part paragraphs; a line that begins with a name begins one, too. */
function readParagraphs(text: string): Cue[] {
  const cues: Cue[] = []
  let open: string[] = []
  const close = () => {
    const spoken = spokenText(open.join('\n'))
    if (spoken !== '') cues.push({ startMs: null, endMs: null, speaker: null, text: spoken })
    open = []
  }
  const lines = splitLines(text)
  for (const line of lines.slice(frontMatterEnd(lines))) {
    if (line.trim() === '' || ruleLine.test(line) || headingLine.test(line)) {
      close()
      continue
    }
    if (labelLine.test(line.slice(0, 60))) close()
    open.push(line)
  }
  close()
  return applySpeakerPrefixes(cues)
}

const labelLine = /^(?:\*\*)?[\p{Lu}\p{N}][^:.!?]{0,39}:(?:\*\*)?\s/u
