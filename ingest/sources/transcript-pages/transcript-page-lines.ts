import { childrenOf, isElement, type HtmlElement, type HtmlNode } from '../html/html-tree.js'

/** A page as the lines that a reader sees; with the times, which pages put into buttons and spans, on lines of their own. */

export interface PageLine {
  text: string
  /** 1 to 6 for a heading, else 0. */
  level: number
  links: { title: string; url: string }[]
  /** The innermost block around it. */
  block: HtmlElement
}

const silentElements = new Set(
  'script style noscript template svg canvas iframe object nav footer aside form select textarea audio video img picture'.split(
    ' ',
  ),
)
const inlineElements = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var wbr button'.split(
    ' ',
  ),
)
const clock = /^[[(]?(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?[\])]?$/
/** Sentences that some pages put before a time. */
const clockIntroduction = /^(?:starting point is|start(?:s)? (?:at|time):?|timestamp:?|time:?)\s+/i

/** In the order of the page. Linear in its nodes. */
export function readPageLines(root: HtmlElement): PageLine[] {
  const lines: PageLine[] = []
  let line: PageLine = emptyLine(root)
  const flush = (block: HtmlElement) => {
    const text = line.text.replace(/\s+/gu, ' ').trim()
    if (text !== '') lines.push({ ...line, text: text.replace(clockIntroduction, '') })
    line = emptyLine(block)
  }
  const read = (node: HtmlNode, block: HtmlElement): void => {
    if (!isElement(node)) {
      if (node.nodeType === 3) line.text += node.textContent ?? ''
      return
    }
    const name = node.localName
    if (silentElements.has(name) || isHidden(node)) return
    if (name === 'br') return flush(block)
    if (inlineElements.has(name)) return readInline(node, block)
    flush(node)
    line.level = /^h[1-6]$/.test(name) ? Number(name[1]) : 0
    for (const child of childrenOf(node)) read(child, node)
    if (name === 'li' && line.text.trim() !== '') line.text = `- ${line.text.trim()}`
    flush(block)
  }
  const readInline = (node: HtmlElement, block: HtmlElement): void => {
    const text = (node.textContent ?? '').trim()
    const href = node.localName === 'a' ? node.getAttribute('href') : null
    if (href !== null && text !== '' && !clock.test(text)) line.links.push({ title: text, url: href })
    // What only looks apart on the page would run together: a time and the speech after it, a value and its count.
    const isApart = text.length < 20 && /\d/.test(text)
    if (isApart) line.text += ' '
    for (const child of childrenOf(node)) read(child, block)
    if (isApart) line.text += ' '
  }
  for (const child of childrenOf(root)) read(child, root)
  flush(root)
  return lines
}

const emptyLine = (block: HtmlElement): PageLine => ({ text: '', level: 0, links: [], block })

const isHidden = (element: HtmlElement): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /^(?:navigation|banner|contentinfo|search|dialog|menu)$/.test(element.getAttribute('role') ?? '')
