/**
 * XML text → tags and text, as written, by one pass: for files that are nearly XML. Nothing is looked at twice but the
 * stretch behind a quote that is never closed, so the cost is linear whatever the text.
 */

export interface XmlHandler {
  onOpen(name: string, attributes: readonly [name: string, value: string][], at: number): void
  /** Also right after `onOpen` for an empty-element tag. */
  onClose(name: string, at: number): void
  /** With its references still in it. */
  onText(text: string): void
  /** Text as it stands. */
  onCdata(text: string): void
  onFault(message: string, at: number): void
}

const nameStart = /[a-z_:\u0080-\uffff]/i
/** A longer name is no name of any vocabulary. */
const maxNameLength = 200
/** More attributes than any vocabulary has; what lies beyond is passed over. */
const maxAttributes = 100
/** Bounds the search for the end of a DOCTYPE; those of real feeds have some hundred characters. */
const maxDoctypeLength = 20_000
/** A DOCTYPE comes first; what looks like one later is not worth a search each time. */
const maxProlog = 100_000

export function scanXml(text: string, handler: XmlHandler): void {
  let at = 0
  /** Where pending text begins: a `<` that opens nothing stays part of it. */
  let textFrom = 0
  const flush = (to: number) => {
    if (to > textFrom) handler.onText(text.slice(textFrom, to))
  }
  for (;;) {
    at = text.indexOf('<', at)
    if (at === -1) break
    const end = endOfMarkup(text, at)
    if (end === null) {
      if (at === textFrom || text[at - 1] !== '<') handler.onFault('a "<" that opens no tag', at)
      at++
      continue
    }
    flush(at)
    at = textFrom = readMarkup(text, at, end, handler)
  }
  flush(text.length)
}

type Markup = 'comment' | 'cdata' | 'declaration' | 'instruction' | 'close' | 'open'

function endOfMarkup(text: string, at: number): Markup | null {
  const next = text[at + 1] ?? ''
  if (next === '!') {
    if (text.startsWith('<!--', at)) return 'comment'
    if (text.startsWith('<![CDATA[', at)) return 'cdata'
    return /^<![a-z]/i.test(text.slice(at, at + 3)) ? 'declaration' : null
  }
  if (next === '?') return 'instruction'
  if (next === '/') return nameStart.test(text[at + 2] ?? '') ? 'close' : null
  return nameStart.test(next) ? 'open' : null
}

/** Hands over what begins at `at` and gives the place behind it. */
function readMarkup(text: string, at: number, kind: Markup, handler: XmlHandler): number {
  const upTo = (end: string, from: number, what: string): number => {
    const found = text.indexOf(end, from)
    if (found !== -1) return found + end.length
    handler.onFault(`${what} that is never closed`, at)
    return text.length
  }
  switch (kind) {
    case 'comment':
      return upTo('-->', at + 4, 'a comment')
    case 'cdata': {
      const from = at + '<![CDATA['.length
      const end = text.indexOf(']]>', from)
      handler.onCdata(text.slice(from, end === -1 ? text.length : end))
      return upTo(']]>', from, 'a CDATA section')
    }
    case 'declaration':
      return endOfDeclaration(text, at, handler)
    case 'instruction':
      return upTo('>', at + 2, 'a processing instruction')
    case 'close': {
      const name = readName(text, at + 2)
      handler.onClose(name, at)
      const next = text.indexOf('<', at + 1)
      const rest = text.slice(at, next === -1 ? text.length : next)
      const length = rest.indexOf('>') + 1
      if (length === 0) handler.onFault(`the tag </${name} that is never closed`, at)
      return at + (length === 0 ? rest.length : length)
    }
    case 'open':
      return readOpenTag(text, at, handler)
  }
}

/** A DOCTYPE may hold declarations in brackets. None of them is obeyed. */
function endOfDeclaration(text: string, at: number, handler: XmlHandler): number {
  const end = text.indexOf('>', at)
  const bracket = end === -1 ? -1 : text.slice(at, end).indexOf('[')
  if (bracket === -1 || at > maxProlog) {
    if (end === -1) handler.onFault('a declaration that is never closed', at)
    return end === -1 ? text.length : end + 1
  }
  const prolog = text.slice(at, at + maxDoctypeLength)
  const close = /\][ \t\r\n]{0,100}>/.exec(prolog)
  if (close) return at + close.index + close[0].length
  handler.onFault('a DOCTYPE that is never closed', at)
  return end + 1
}

function readName(text: string, from: number): string {
  let to = from
  while (to - from < maxNameLength && isNameCharacter(text.charCodeAt(to))) to++
  return text.slice(from, to)
}

/** Letters, digits, `-._:` and all beyond ASCII. */
const isNameCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 45 && code <= 58 && code !== 47) ||
  code === 95 ||
  code >= 128

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

function readOpenTag(text: string, from: number, handler: XmlHandler): number {
  const name = readName(text, from + 1)
  const attributes: [string, string][] = []
  let at = from + 1 + name.length
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at++
    const character = text[at]
    if (character === undefined || character === '<') {
      handler.onFault(`the tag <${name} that is never closed`, from)
      // Broken off at the end of the file it says nothing; before another tag it is taken for closed.
      if (character !== undefined) handler.onOpen(name, attributes, from)
      return at
    }
    if (character === '>') {
      handler.onOpen(name, attributes, from)
      return at + 1
    }
    if (character === '/' && text[at + 1] === '>') {
      handler.onOpen(name, attributes, from)
      handler.onClose(name, from)
      return at + 2
    }
    const attribute = readAttribute(text, at)
    if (attribute.fault) handler.onFault(`${attribute.fault} in <${name}>`, from)
    if (attribute.name !== '' && attributes.length < maxAttributes)
      attributes.push([attribute.name, attribute.value])
    at = attribute.to
  }
}

interface Attribute {
  name: string
  value: string
  to: number
  fault: string | null
}

function readAttribute(text: string, from: number): Attribute {
  const name = readName(text, from)
  if (name === '') return { name, value: '', to: from + 1, fault: null }
  let at = from + name.length
  while (isSpace(text.charCodeAt(at))) at++
  if (text[at] !== '=') return { name, value: '', to: at, fault: null }
  at++
  while (isSpace(text.charCodeAt(at))) at++
  const quote = text[at] === '"' || text[at] === "'" ? (text[at] ?? '') : ''
  const start = at + quote.length
  if (quote !== '') {
    const end = text.indexOf(quote, start)
    const value = end === -1 ? '' : text.slice(start, end)
    // `>` and behind it `<`: the quote was forgotten, and another tag's has been found.
    const tagEnd = value.indexOf('>')
    if (end !== -1 && (tagEnd === -1 || !value.includes('<', tagEnd)))
      return { name, value, to: end + 1, fault: null }
  }
  at = start
  while (at < text.length && !isSpace(text.charCodeAt(at)) && text[at] !== '>' && text[at] !== '<') at++
  const fault = quote === '' ? null : `a quote of the attribute ${name.slice(0, 40)} that is never closed`
  return { name, value: text.slice(start, at), to: at, fault }
}
