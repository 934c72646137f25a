import { isClutter } from '../sources/html/html-clutter.js'
import { htmlToText } from '../sources/html/html-to-text.js'
import {
  childrenOf,
  classesOf,
  isElement,
  parseHtml,
  type HtmlElement,
  type HtmlNode,
} from '../sources/html/html-tree.js'
import { readClock } from './cue-timing.js'
import type { UntimedTurn } from './time-turns.js'
import { readTimedLine, tidyName } from './timed-line.js'

/** Who says what when on a page, told by its elements. */

const breaking = new Set(
  'address article blockquote body br dd div dl dt figure hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
const headings = /^h[1-6]$/u
const speakerClass = /^(?:transcript-)?speaker(?:-?name)?$/iu
const timeClass = /^(?:transcript-)?(?:time|timestamp|time-?code|start-?time)$/iu
const clockText = /^[[(]?\s*(\d[\d:.,]{2,15})\s*[\])]?$/u
/** `PT1H2M3S`, what `datetime` holds for a length of time. */
const isoLength = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6})(?:\.(\d{1,3})\d*)?S)?$/u
const maxNameLength = 80
/** A link that is a time may be one of the page; two in a row of turns are not. */
const minMarks = 2

export interface HtmlTurns {
  /** A turn for each speaker, time and, where no turn is marked, paragraph; in the order of the page. */
  turns: UntimedTurn[]
  /** Whether elements name speakers or times: what comes before the first is then left out. */
  marked: boolean
}

/** Navigation, scripts and headings are no speech. HTML that is no reasonable tree gives its paragraphs. */
export function readHtmlTurns(html: string): HtmlTurns {
  const root = parseHtml(html)
  const body = root?.body ?? root?.documentElement ?? null
  if (body === null)
    return {
      turns: htmlToText(html)
        .split('\n\n')
        .map((text) => ({ startMs: null, speaker: null, text: collapse(text) })),
      marked: false,
    }
  const collector = new TurnCollector()
  collector.visit(body)
  return collector.finish()
}

type Part = { startMs: number } | { speaker: string } | { text: string }

class TurnCollector {
  readonly #parts: Part[] = []
  #text = ''

  visit(node: HtmlNode): void {
    for (const child of childrenOf(node)) {
      if (!isElement(child)) {
        if (child.nodeType === 3) this.#text += child.textContent ?? ''
        continue
      }
      const startMs = readTime(child)
      const speaker = startMs === null ? readSpeaker(child) : null
      if (startMs !== null) this.#mark({ startMs })
      else if (speaker !== null) this.#markSpeaker(speaker)
      else if (!isClutter(child) && !headings.test(child.localName)) {
        if (breaking.has(child.localName)) this.#flush()
        this.visit(child)
        if (breaking.has(child.localName)) this.#flush()
      } else this.#flush()
    }
  }

  finish(): HtmlTurns {
    this.#flush()
    const marks = this.#parts.filter((part) => !('text' in part)).length
    const marked = marks >= minMarks
    const turns: UntimedTurn[] = []
    for (const part of this.#parts) {
      const open = turns.at(-1)
      if ('text' in part) {
        if (!marked) turns.push({ startMs: null, speaker: null, text: part.text })
        else if (open !== undefined) open.text = `${open.text} ${part.text}`.trim()
        continue
      }
      const speaker = 'speaker' in part ? part.speaker : (open?.speaker ?? null)
      const startMs = 'startMs' in part ? part.startMs : null
      // The name and the time of one turn come together, in either order.
      const isSame = open?.text === '' && (startMs === null || open.startMs === null)
      if (open !== undefined && isSame) Object.assign(open, { speaker, startMs: startMs ?? open.startMs })
      else turns.push({ startMs, speaker, text: '' })
    }
    return { turns, marked }
  }

  /** A name may have the time beside it: `Bob (0:12)`. */
  #markSpeaker(label: string): void {
    const timed = readTimedLine(label)
    this.#mark({ speaker: timed?.speaker ?? tidyName(label) })
    if (timed?.speaker !== null && timed?.speaker !== undefined) this.#mark({ startMs: timed.startMs })
  }

  #mark(part: Part): void {
    this.#flush()
    this.#parts.push(part)
  }

  #flush(): void {
    const text = collapse(this.#text)
    // What is left of the punctuation between a name and its time.
    if (/[\p{L}\p{N}]/u.test(text)) this.#parts.push({ text: text.replace(/^[:\-–—]\s+/u, '') })
    this.#text = ''
  }
}

/** Of an element that is a time and nothing else. */
function readTime(element: HtmlElement): number | null {
  const isTime = element.localName === 'time' || classesOf(element).some((name) => timeClass.test(name))
  if (!isTime && !/^(?:a|span|button|b|strong|small|div|p)$/u.test(element.localName)) return null
  const text = shortText(element, 20)
  const clock = text === null ? null : clockText.exec(text.trim())?.[1]
  if (clock !== null && clock !== undefined) return readClock(clock)
  return element.localName === 'time' ? readIsoLength(element.getAttribute('datetime') ?? '') : null
}

function readIsoLength(value: string): number | null {
  const match = value.length > 40 ? null : isoLength.exec(value)
  if (match === null || value === 'PT') return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
  )
}

function readSpeaker(element: HtmlElement): string | null {
  const isSpeaker =
    element.localName === 'cite' ||
    element.localName === 'dt' ||
    classesOf(element).some((name) => speakerClass.test(name))
  const text = isSpeaker ? shortText(element, maxNameLength) : null
  return text !== null && /\p{L}/u.test(text) ? collapse(text) : null
}

/** Text of an element unless it is longer; stops reading there, so that nested elements are not read again and again. */
function shortText(element: HtmlElement, maxLength: number): string | null {
  let text = ''
  const open: (HtmlNode | null)[] = [element.firstChild]
  for (let steps = 0; open.length > 0; steps += 1) {
    const node = open.pop() ?? null
    if (node === null) continue
    if (steps > maxLength || text.length > maxLength) return null
    open.push(node.nextSibling)
    if (isElement(node)) open.push(node.firstChild)
    else if (node.nodeType === 3) text += node.textContent ?? ''
  }
  return text.trim().length > maxLength ? null : text
}

const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim()
