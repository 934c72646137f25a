import { decodeEntities } from './decode-entities.js'

/** HTML of strangers → plain text, by one pass over its characters: nothing of it is ever kept as HTML. */

const blockElements = new Set(
  (
    'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hr html body head main nav ol p pre section summary table tbody tfoot thead tr ul li br'
  ).split(' '),
)
/** Those that begin on the next line; the other block elements are set off by a blank line. */
const lineElements = new Set('br li tr dt dd summary'.split(' '))
const inlineElements = new Set(
  (
    'a abbr acronym audio b bdi bdo big button caption cite code col colgroup data del dfn em embed font i img input ins ' +
    'kbd label legend link mark meta meter option output picture progress q ruby rb rp rt s samp select small source ' +
    'span strike strong sub sup textarea td th time title tt u var video wbr'
  ).split(' '),
)
/** What is inside them is no text for a reader. */
const silentElements = new Set(
  'script style template iframe object noscript svg math canvas applet'.split(' '),
)

type Piece = { text: string } | { element: string; closing: boolean }

/**
 * Plain text of HTML, or of text that only looks like it: `<` that opens no element of HTML stays. Paragraphs are
 * separated by a blank line; list items begin with `- `. Where no element breaks lines, the line breaks of the text
 * itself are kept. Linear in the length.
 */
export function htmlToText(html: string): string {
  const pieces = splitHtml(html)
  const breaksLines = pieces.some((piece) => 'element' in piece && blockElements.has(piece.element))
  let text = ''
  for (const piece of pieces) {
    if ('text' in piece) text += breaksLines ? piece.text.replace(/[\t\n\f\r ]+/g, ' ') : piece.text
    else text += separatorOf(piece.element, piece.closing)
  }
  return tidyLines(decodeEntities(text))
}

/** One line of plain text, for titles and names. Tags are taken for tags only where one is closed. */
export function toLine(text: string): string {
  const plain = /<\/[a-z]/i.test(text) ? htmlToText(text) : decodeEntities(text)
  return removeControls(plain).replace(/\s+/gu, ' ').trim()
}

function separatorOf(element: string, closing: boolean): string {
  if (element === 'li') return closing ? '' : '\n- '
  if (element === 'td' || element === 'th') return ' '
  if (lineElements.has(element)) return closing ? '' : '\n'
  return blockElements.has(element) ? '\n\n' : ''
}

function tidyLines(text: string): string {
  const lines = removeControls(text)
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\s\u00a0]+/gu, ' ').trim())
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
  return kept.join('\n').trim()
}

/** C0 controls other than tab and line breaks, and NUL above all, are no text in any store. */
const removeControls = (text: string): string =>
  // eslint's no-control-regex wants none; \p{Cc} says the same and keeps tab, LF and CR by the look-ahead.
  text.replace(/(?![\t\n\r])\p{Cc}/gu, '')

function splitHtml(html: string): Piece[] {
  const pieces: Piece[] = []
  const findTagEnd = tagEndFinder(html)
  let textFrom = 0
  let at = html.indexOf('<')
  while (at !== -1) {
    const tag = readTag(html, at, findTagEnd)
    if (!tag) {
      at = html.indexOf('<', at + 1)
      continue
    }
    if (at > textFrom) pieces.push({ text: html.slice(textFrom, at) })
    if (tag.element !== '') pieces.push({ element: tag.element, closing: tag.closing })
    textFrom = tag.to
    at = html.indexOf('<', textFrom)
  }
  pieces.push({ text: html.slice(textFrom) })
  return pieces
}

interface Tag {
  /** Empty for a comment, a declaration or a silent element with all that it holds. */
  element: string
  closing: boolean
  to: number
}

function readTag(html: string, at: number, findTagEnd: (from: number) => number): Tag | null {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4)
    return { element: '', closing: false, to: end === -1 ? html.length : end + 3 }
  }
  const next = html[at + 1]
  if (next === '!' || next === '?') return emptyTagTo(findTagEnd(at))
  const closing = next === '/'
  const name = readName(html, at + (closing ? 2 : 1))
  const isSilent = silentElements.has(name)
  if (!isSilent && !blockElements.has(name) && !inlineElements.has(name)) return null
  const end = findTagEnd(at)
  if (end === -1) return null
  if (!isSilent) return { element: name, closing, to: end }
  if (closing || html[end - 2] === '/') return emptyTagTo(end)
  return { element: '', closing: false, to: endOfSilent(html, name, end) }
}

const emptyTagTo = (end: number): Tag | null => (end === -1 ? null : { element: '', closing: false, to: end })

function readName(html: string, from: number): string {
  let to = from
  while (to < html.length && to - from < 16 && /[a-z0-9]/i.test(html[to] ?? '')) to++
  return html.slice(from, to).toLowerCase()
}

/** As in browsers, a script that is never closed runs to the end. */
function endOfSilent(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[^>]{0,100}>`, 'gi')
  closing.lastIndex = from
  return closing.exec(html) ? closing.lastIndex : html.length
}

/**
 * Finds the position after the `>` that ends the tag at `from`, or -1. A `>` in quotes does not end it, until a quote
 * was found that is never closed: from then on any `>` does. So no stretch of text is searched more than twice.
 */
function tagEndFinder(html: string): (from: number) => number {
  const lastEnd = html.lastIndexOf('>')
  let quotesCount = true
  return (from) => {
    if (from > lastEnd) return -1
    if (quotesCount) {
      let quote = ''
      for (let at = from; at <= lastEnd; at++) {
        const character = html[at] ?? ''
        if (quote !== '') {
          if (character === quote) quote = ''
        } else if (character === '>') return at + 1
        else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character
      }
      quotesCount = false
    }
    return html.indexOf('>', from) + 1
  }
}
