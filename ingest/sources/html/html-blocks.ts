import { isClutter } from './html-clutter.js'
import { childrenOf, isElement, type HtmlElement, type HtmlNode } from './html-tree.js'
import { linksOf, type BlockLink, type LinkedText, type PostBlock } from '../posts/post-blocks.js'

/** A part of a page → the blocks that a reader sees, without what only serves the page. */

const containerElements = new Set(
  (
    'address article body center details div dd dl dt fieldset figcaption figure header hgroup html li main ol p section ' +
    'summary ul tbody thead tfoot tr td th caption'
  ).split(' '),
)

export function readBlocks(root: HtmlElement): PostBlock[] {
  const reader = new BlockReader()
  reader.readChildren(root)
  reader.endParagraph()
  return reader.blocks
}

class BlockReader {
  readonly blocks: PostBlock[] = []
  #line: LinkedText = { text: '', links: [] }
  /** Id of what was opened or passed since the last heading or text: it names the heading that follows. */
  #anchor: string | null = null

  readChildren(parent: HtmlNode): void {
    for (const child of childrenOf(parent)) this.#read(child)
  }

  endParagraph(): void {
    const { text, links } = tidy(this.#line)
    this.#line = { text: '', links: [] }
    if (text !== '') this.#add({ kind: 'text', text, links })
  }

  #add(block: PostBlock): void {
    this.#anchor = null
    this.blocks.push(block)
  }

  #read(node: HtmlNode): void {
    if (!isElement(node)) {
      if (node.nodeType === 3) this.#line.text += collapse(node.textContent ?? '')
      return
    }
    const name = node.localName
    if (isClutter(node)) return
    if (/^h[1-6]$/.test(name)) this.#readHeading(node)
    else if (name === 'blockquote') this.#readAlone('quote', node)
    else if (name === 'pre') this.#readCode(node)
    else if (name === 'ul' || name === 'ol' || name === 'dl') this.#readList(node)
    else if (name === 'table') this.#readTable(node)
    else if (name === 'hr') this.endParagraph()
    else if (containerElements.has(name)) this.#readContainer(node)
    else {
      if (name === 'a' && !node.hasAttribute('href')) this.#passAnchor(node)
      appendInline(node, this.#line)
    }
  }

  #passAnchor(element: HtmlElement): void {
    const anchor = anchorOf(element)
    if (anchor !== null) this.#anchor = anchor
  }

  #readContainer(element: HtmlElement): void {
    this.endParagraph()
    this.#passAnchor(element)
    this.readChildren(element)
    this.endParagraph()
  }

  #readHeading(element: HtmlElement): void {
    this.endParagraph()
    const { text } = inlineText(element)
    if (text === '') return
    const inner = [...element.querySelectorAll('[id], a[name]')].map(anchorOf).find((id) => id !== null)
    const anchor = anchorOf(element) ?? inner ?? this.#anchor
    this.#add({
      kind: 'heading',
      level: Number(element.localName[1]),
      text: text.replaceAll('\n', ' '),
      anchor,
    })
  }

  #readAlone(kind: 'quote', element: HtmlElement): void {
    this.endParagraph()
    const { text, links } = blockText(element)
    if (text !== '') this.#add({ kind, text, links })
  }

  #readCode(element: HtmlElement): void {
    this.endParagraph()
    const text = codeText(element)
    if (text !== '') this.#add({ kind: 'text', text, links: [] })
  }

  #readList(element: HtmlElement): void {
    this.endParagraph()
    if (element.localName === 'dl') return this.#readDefinitions(element)
    // Pages laid out by lists: what has headings of its own is no entry.
    if (element.querySelector('h1, h2, h3, h4') !== null) return this.#readContainer(element)
    const entries = entriesOf(element)
    const text = entries.map((entry) => `- ${entry.text}`).join('\n')
    if (text !== '') this.#add({ kind: 'list', entries, text, links: entries.flatMap(({ links }) => links) })
  }

  /** `term: definition` a line. */
  #readDefinitions(element: HtmlElement): void {
    const lines: string[] = []
    const links: BlockLink[] = []
    for (const child of elementsIn(element)) {
      const entry = inlineText(child)
      links.push(...entry.links)
      if (entry.text === '') continue
      const last = lines.at(-1)
      if (child.localName === 'dd' && last?.endsWith(':')) lines[lines.length - 1] = `${last} ${entry.text}`
      else lines.push(child.localName === 'dt' ? `${entry.text.replace(/:$/, '')}:` : entry.text)
    }
    if (lines.length > 0) this.#add({ kind: 'text', text: lines.join('\n'), links })
  }

  #readTable(element: HtmlElement): void {
    this.endParagraph()
    const isLayout =
      /^(?:presentation|none)$/.test(element.getAttribute('role') ?? '') ||
      element.querySelector('h1, h2, h3, table') !== null
    if (isLayout) return this.#readContainer(element)
    if (isCodeTable(element)) return this.#readCode(element)
    const rows = rowsOf(element)
    if (rows.length === 0) return
    const hasHeader = element.querySelector('th') !== null && rows.length > 1
    const columns = Math.max(...rows.map((row) => row.length))
    const emptyHeader = Array.from({ length: columns }, () => ({ text: '', links: [] }))
    this.#add({ kind: 'table', rows: hasHeader ? rows : [emptyHeader, ...rows] })
  }
}

const anchorOf = (element: HtmlElement): string | null => {
  const anchor = element.id || (element.localName === 'a' ? (element.getAttribute('name') ?? '') : '')
  return anchor === '' || anchor.length > 200 || /\s/.test(anchor) ? null : anchor
}

function* elementsIn(parent: HtmlNode): Generator<HtmlElement> {
  for (const child of childrenOf(parent)) {
    if (!isElement(child) || isClutter(child)) continue
    // HTML lets a `div` group the terms of a list of definitions.
    if (child.localName === 'div') yield* elementsIn(child)
    else yield child
  }
}

/** Entries with text; the lists inside an entry are lines of it. */
function entriesOf(list: HtmlElement): LinkedText[] {
  const entries: LinkedText[] = []
  for (const child of childrenOf(list)) {
    if (!isElement(child) || isClutter(child)) continue
    const entry = blockText(child)
    if (entry.text !== '') entries.push(entry)
  }
  return entries
}

/** All of an element as one text: its blocks are separated by a blank line, a list in it by a line break. */
function blockText(element: HtmlElement): LinkedText {
  const blocks = readBlocks(element)
  let text = ''
  for (const block of blocks) {
    const own =
      block.kind === 'table'
        ? block.rows.map((row) => row.map((cell) => cell.text).join(' ')).join('\n')
        : block.text
    if (text !== '') text += block.kind === 'list' ? '\n' : '\n\n'
    text += own
  }
  return { text, links: blocks.flatMap(linksOf) }
}

/** Lines of code in a table: line numbers in the first column, the code in the second. */
const isCodeTable = (table: HtmlElement): boolean => table.querySelector('td pre, td.code') !== null

function codeText(element: HtmlElement): string {
  const gutters = element.querySelectorAll(
    '.gutter, .lineno, .linenos, .line-numbers-rows, button, style, script',
  )
  for (const gutter of [...gutters]) gutter.remove()
  return withoutControls(element.textContent ?? '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}

function rowsOf(table: HtmlElement): LinkedText[][] {
  const rows: LinkedText[][] = []
  for (const row of table.querySelectorAll('tr')) {
    const cells: LinkedText[] = []
    for (const cell of childrenOf(row))
      if (isElement(cell) && (cell.localName === 'td' || cell.localName === 'th')) {
        const { text, links } = inlineText(cell)
        cells.push({ text: text.replaceAll('\n', ' ').trim(), links })
      }
    if (cells.some(({ text }) => text !== '')) rows.push(cells)
  }
  return rows
}

/** Text of a heading, a cell, a term. */
function inlineText(element: HtmlElement): LinkedText {
  const line: LinkedText = { text: '', links: [] }
  for (const child of childrenOf(element)) appendInline(child, line)
  return tidy(line)
}

function appendInline(node: HtmlNode, line: LinkedText): void {
  if (!isElement(node)) {
    if (node.nodeType === 3) line.text += collapse(node.textContent ?? '')
    return
  }
  const name = node.localName
  if (name === 'br') line.text += '\n'
  else if (name === 'math')
    line.text += collapse(node.querySelector('annotation')?.textContent ?? node.textContent ?? '')
  else if (!isClutter(node)) {
    const from = line.text.length
    if (name === 'li') line.text += '\n- '
    else if (containerElements.has(name)) line.text += '\n'
    for (const child of childrenOf(node)) appendInline(child, line)
    if (containerElements.has(name)) line.text += '\n'
    const href = name === 'a' ? (node.getAttribute('href') ?? '').trim() : ''
    const title = line.text.slice(from).replace(/\s+/gu, ' ').trim()
    // A link around a picture only repeats its neighbour.
    if (href !== '' && title !== '') line.links.push({ title, url: href })
  }
}

const collapse = (text: string): string => withoutControls(text).replace(/[\s\u00a0]+/gu, ' ')

const withoutControls = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}/gu, '')

const tidy = ({ text, links }: LinkedText): LinkedText => ({
  text: text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line, index, lines) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
    .trim(),
  links,
})
