import { IssueLog } from '../issue-log.js'
import { decodeEntities } from '../sources/html/decode-entities.js'
import { textOf, type XmlElement } from '../sources/feed/parse-xml.js'
import { readTimeMs } from './time-value.js'
import type { ReadTranscript, TranscriptFormat } from './transcript-format.js'
import { attributeOf, findAll, localName, parseTranscriptXml } from './xml-body.js'
import { readCaptionEvents, type CaptionEvent, type CaptionPiece } from './youtube-events.js'

/** How far the root may be from the beginning, in UTF-16 units. */
const openingLength = 1_000
const signature = /<timedtext[\s>]|<transcript[^<>]{0,200}>\s*<text\s[^<>]{0,100}?\bstart=/u

/**
 * YouTube's own XML. srv3: `<timedtext format="3">`, paragraphs `p` with `t` and `d` in milliseconds and timed `s`; srv2:
 * `<timedtext>` with `text`; srv1: `<transcript>` with `text`, in seconds.
 */
export const youtubeSrvFormat: TranscriptFormat = {
  name: 'YouTube timed text',
  recognizes: (text) => signature.test(text.slice(0, openingLength)),
  read: readSrv,
}

function readSrv(text: string): ReadTranscript {
  const issues = new IssueLog()
  const root = parseTranscriptXml(text, issues)
  const nothing = { cues: [], machine: false, language: null }
  if (root === null) return { ...nothing, issues: issues.list() }
  const paragraphs = findAll(root, 'p')
  const elements = paragraphs.length > 0 ? paragraphs : findAll(root, 'text')
  const events: CaptionEvent[] = []
  let machine = false
  for (const [index, element] of elements.entries()) {
    const pieces = readPieces(element)
    const appends = attributeOf(element, 'a') === '1' || attributeOf(element, 'append') === '1'
    machine ||= appends || pieces.some(({ isHeard }) => isHeard)
    if (!pieces.some((piece) => piece.text.trim() !== '')) continue
    const { written, startMs, durationMs } = readTimes(element)
    if (startMs === null)
      issues.add(
        'CUE_TIMES_INVALID',
        `${localName(element)} ${index + 1}`,
        `"${(written ?? '').slice(0, 40)}" is no time; it is left out`,
      )
    else if (appends && localName(element) === 'text') appendTo(events, { startMs, durationMs, pieces })
    else events.push({ startMs, durationMs, pieces })
  }
  return { cues: readCaptionEvents(events), machine, language: null, issues: issues.list() }
}

function readTimes(element: XmlElement) {
  const unit = element.attributes.has('start') ? 's' : 'ms'
  const written = element.attributes.get('start') ?? element.attributes.get('t') ?? null
  const duration = element.attributes.get('dur') ?? element.attributes.get('d')
  return { written, startMs: readTimeMs(written, unit), durationMs: readTimeMs(duration, unit) ?? 0 }
}

/** srv2 appends word by word what the other formats write in one event. */
function appendTo(events: CaptionEvent[], { startMs, durationMs, pieces }: CaptionEvent): void {
  const last = events.at(-1)
  if (last === undefined || startMs < last.startMs) {
    events.push({ startMs, durationMs, pieces })
    return
  }
  const offsetMs = startMs - last.startMs
  for (const piece of pieces) last.pieces.push({ ...piece, offsetMs })
  last.durationMs = Math.max(last.durationMs, offsetMs + durationMs)
}

/** `isHeard`: it has an offset or a confidence, as only automatic captions do. */
function readPieces(element: XmlElement): (CaptionPiece & { isHeard: boolean })[] {
  return element.content.flatMap((node) => {
    if (typeof node === 'string') return [{ text: decodeEntities(node), offsetMs: null, isHeard: false }]
    if (localName(node) === 'br') return [{ text: '\n', offsetMs: null, isHeard: false }]
    const offset = node.attributes.get('t')
    const isHeard = localName(node) === 's' && (offset !== undefined || node.attributes.has('ac'))
    return [{ text: decodeEntities(textOf(node)), offsetMs: readTimeMs(offset, 'ms'), isHeard }]
  })
}
