import { decodeHTMLStrict } from 'entities'

/** What is inside a cue: voices, tags, entities. Shared by all caption formats, since SubRip borrows WebVTT's tags. */

export interface VoiceSpan {
  /** Null outside of any voice. */
  speaker: string | null
  text: string
}

export interface CueText {
  /** In order; spans without text are left out, neighbours of one speaker are joined. */
  spans: VoiceSpan[]
  /** Whether a speaker is named at all: a cue without one may continue the speaker of the cue before. */
  voiced: boolean
}

/** A tag begins with a letter, a digit (inline time) or a slash; any other `<` is meant as itself. */
const tagOpening = /[a-z0-9/]/iu
/** Tags that captions really have: the text of an unclosed other one is kept, as in `if a <b and c`. */
const knownTag = /^\/?(?:v|c|b|i|u|ruby|rt|lang|font|\d[\d:.]*)(?=[\s.>]|$)/iu
const voiceTag = /^v(?:\.[^\s]*)?(?:\s+(.*))?$/isu
/** Positions of SubStation: `{\an8}`. Not over a second brace, which keeps it linear. */
const stationTag = /\{\\[^{}]*\}/gu

/** Strips tags, decodes entities once, and tells who says what. Line ends become spaces. Linear in the text. */
export function readCueText(raw: string): CueText {
  const text = raw.includes('{\\') ? raw.replace(stationTag, '') : raw
  if (!text.includes('<')) {
    const plain = toPlain(text)
    return { spans: plain === '' ? [] : [{ speaker: null, text: plain }], voiced: false }
  }
  const pieces: { speaker: string | null; raw: string }[] = []
  const voices: (string | null)[] = []
  let voiced = false
  let from = 0
  let at = text.indexOf('<')
  // Looked up once from the end, so that a text full of `<` without any `>` is not searched again and again.
  const lastClose = text.lastIndexOf('>')
  let piece = ''
  const flush = () => {
    if (piece !== '') pieces.push({ speaker: voices.at(-1) ?? null, raw: piece })
    piece = ''
  }
  while (at !== -1) {
    const next = text[at + 1] ?? ''
    const close = at < lastClose && tagOpening.test(next) ? text.indexOf('>', at) : -1
    if (close === -1) {
      if (!knownTag.test(text.slice(at + 1, at + 20))) {
        at = text.indexOf('<', at + 1)
        continue
      }
      piece += text.slice(from, at)
      from = text.length
      break
    }
    piece += text.slice(from, at)
    const tag = text.slice(at + 1, close)
    const voice = voiceTag.exec(tag)
    if (voice !== null) {
      flush()
      const name = toPlain(voice[1] ?? '')
      voices.push(name === '' ? null : name)
      voiced ||= name !== ''
    } else if (tag === '/v') {
      flush()
      voices.pop()
    }
    from = close + 1
    at = text.indexOf('<', from)
  }
  piece += text.slice(from)
  flush()
  return { spans: joinNeighbours(pieces), voiced }
}

/** The names of all voices of a text. */
export const readVoiceNames = (text: string): string[] =>
  [...text.matchAll(/<(v[\s.][^<>]{1,200})>/giu)]
    .map(([, tag = '']) => toPlain(voiceTag.exec(tag)?.[1] ?? ''))
    .filter((name) => name !== '')

function joinNeighbours(pieces: readonly { speaker: string | null; raw: string }[]): VoiceSpan[] {
  const spans: VoiceSpan[] = []
  for (const piece of pieces) {
    const text = toPlain(piece.raw)
    const last = spans.at(-1)
    if (text === '') continue
    if (last !== undefined && last.speaker === piece.speaker) last.text += ` ${text}`
    else spans.push({ speaker: piece.speaker, text })
  }
  return spans
}

/** Only what ends with a semicolon is an entity: addresses with parameters are said, too. */
function toPlain(text: string): string {
  const decoded = text.includes('&') ? decodeHTMLStrict(text) : text
  return decoded.replace(/\s+/gu, ' ').trim()
}
