import { parseHTML } from 'linkedom'

/** HTML of strangers → a tree to read from. No script runs, nothing is loaded, and nothing of it is ever shown as HTML. */

export interface HtmlNode {
  /** 1 for an element, 3 for text. */
  nodeType: number
  textContent: string | null
  firstChild: HtmlNode | null
  nextSibling: HtmlNode | null
  parentElement: HtmlElement | null
}

export interface HtmlElement extends HtmlNode {
  /** In lower case. */
  localName: string
  id: string
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  remove(): void
  /** Simple selectors only: each step up costs the depth of every element. */
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}

export interface HtmlDocument {
  documentElement: HtmlElement
  body: HtmlElement | null
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}

/** Longer than any page that people read; parsing it takes about a second. */
export const maxHtmlLength = 2_000_000
/** Real pages nest some fifty deep, browsers stop at 512. The parser takes time in the square of the depth. */
const maxDepth = 512
/** Each becomes a node of some hundred bytes. */
const maxTags = 150_000

/**
 * The tree of a page or of a part of one, of the first 2 MB.
 * @returns null for HTML that is nested or cut up as no page is: its text is for `htmlToText`
 */
export function parseHtml(html: string): HtmlDocument | null {
  const text = html.slice(0, maxHtmlLength)
  if (!isReasonable(text)) return null
  const isWhole = /<(?:html|body)[\s>]/i.test(text)
  const window = parseHTML(
    isWhole ? text : `<!doctype html><html><head></head><body>${text}</body></html>`,
  ) as unknown as { document: HtmlDocument }
  return window.document
}

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === 1

export function* childrenOf(parent: HtmlNode): Generator<HtmlNode> {
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) yield child
}

export const classesOf = (element: HtmlElement): string[] =>
  (element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name !== '')

/** Elements that are never closed, and those whose end is commonly left out: they add nothing to the depth. */
const flatElements = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option'.split(
    ' ',
  ),
)

/** Counts per name how many are open, which is never less than the depth that the parser sees. Linear. */
function isReasonable(html: string): boolean {
  const open = new Map<string, number>()
  const tag = /<(\/?)([a-z][a-z0-9:-]{0,30})/gi
  let depth = 0
  let flat = 0
  let tags = 0
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    tags += 1
    const name = (match[2] ?? '').toLowerCase()
    const count = open.get(name) ?? 0
    const isFlat = flatElements.has(name)
    if (match[1] === '') {
      open.set(name, count + 1)
      if (isFlat) flat += 1
      else depth += 1
    } else if (count > 0) {
      open.set(name, count - 1)
      if (isFlat) flat -= 1
      else depth -= 1
    }
    if (depth > maxDepth || flat > 20 * maxDepth || tags > maxTags) return false
  }
  return countBrackets(html) <= 2 * maxTags
}

function countBrackets(html: string): number {
  let count = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) count += 1
  return count
}
