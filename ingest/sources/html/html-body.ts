import type { Link, Section, Series } from '../../../src/domain/document.js'
import { readBlocks } from './html-blocks.js'
import { htmlToText } from './html-to-text.js'
import { maxHtmlLength, parseHtml, type HtmlElement } from './html-tree.js'
import { readMarkdownBlocks } from '../posts/markdown-sections.js'
import { composeSections, type SectionOptions } from '../posts/post-sections.js'
import { isWebAddress, resolveReference } from '../resolve-reference.js'

/** Where links of the HTML are relative to; without an address only absolute ones are kept. */
export interface HtmlBase {
  url: string | null
}

export interface HtmlBody {
  /** With text, in order. Anchors are the page's own where it has any. */
  sections: Section[]
  /** Those that tables and lists of resources, references or papers give; what is told in the text is in its section. */
  links: Link[]
  series: Series | null
}

/**
 * The content of a post, as a feed gives it, → headed sections of plain text. At most the first 2 MB are read. Takes
 * time linear in the length; HTML that is nested as no page is becomes a single section.
 */
export function readHtmlBody(html: string, base: HtmlBase): HtmlBody {
  const document = parseHtml(html)
  if (document) return readElementBody(document.body ?? document.documentElement, base)
  const text = htmlToText(html.slice(0, maxHtmlLength))
  const sections: Section[] =
    text === '' ? [] : [{ anchor: '', heading: '', level: 0, text, quotes: [], links: [] }]
  return { sections, links: [], series: null }
}

/** The same for a part of a page. @param title of the post, which its content may repeat as a heading */
export function readElementBody(root: HtmlElement, base: HtmlBase, title?: string): HtmlBody {
  const markdown = unrenderedMarkdown(root)
  return composeSections(markdown === null ? readBlocks(root) : readMarkdownBlocks(markdown), {
    resolve: resolverOf(base),
    ...(title === undefined ? {} : { title }),
  })
}

/** Links into the page itself are no links of a document. */
export function resolverOf({ url }: HtmlBase): SectionOptions['resolve'] {
  return (written) => {
    if (written.startsWith('#') || (url === null && !isWebAddress(written))) return null
    // Without an address of its own the page refers to absolute ones only: the base is never used.
    return resolveReference(written, { location: url ?? 'https://none.invalid/', isFolder: false }).url
  }
}

/** As long as a post in Markdown may be. */
const maxMarkdownLength = 300_000

/** Some sites publish a page whose Markdown was never rendered, for it stands inside of HTML. */
function unrenderedMarkdown(root: HtmlElement): string | null {
  if (root.querySelector('h1, h2, h3, h4, p') !== null) return null
  const text = root.textContent ?? ''
  return (text.match(/^#{1,6} \S/gm)?.length ?? 0) >= 2 ? text.slice(0, maxMarkdownLength) : null
}
