import { escapeAttribute, escapeText } from 'entities'
import { htmlToText, toLine } from '../html/html-to-text.js'
import { elementsIn, findChildren, textOf, type XmlElement } from './parse-xml.js'

/** The texts of a feed and of its items: what is HTML, what only looks like it, and which of several to take. */

const contentNames = ['content:encoded', 'content', 'xhtml:body', 'body', 'fullitem']
const summaryNames = ['description', 'summary', 'dcterms:abstract', 'dc:description', 'itunes:summary']
const lesserNames = ['media:description', 'itunes:subtitle', 'subtitle', 'tagline']

export interface FeedTexts {
  /** Plain text of the longest: which of them holds the show notes differs from publisher to publisher. */
  longest: string
  /** Its HTML. */
  html: string
  /** HTML of the whole content, or of what is longest where none is marked as whole; empty without any text. */
  body: string
  bodyElement: XmlElement | null
  /** Plain text of what sums the content up; empty where the content itself is all there is. */
  summary: string
}

export function readTexts(parent: XmlElement): FeedTexts {
  const own = withMediaGroup(parent)
  const found = [...contentNames, ...summaryNames, ...lesserNames].flatMap((name) =>
    own
      .flatMap((element) => findChildren(element, name))
      .map((element) => {
        const html = htmlOf(element)
        return { name, element, html, text: htmlToText(html) }
      }),
  )
  const none = { name: '', element: null, html: '', text: '' }
  const longestOf = <Text extends { text: string }>(texts: readonly Text[]) =>
    texts.reduce<Text | typeof none>((a, b) => (b.text.length > a.text.length ? b : a), none)
  const longest = longestOf(found)
  const marked = longestOf(found.filter(({ name }) => contentNames.includes(name)))
  const body = marked.text === '' ? longest : marked
  const summary = found.find(
    ({ name, text }) => summaryNames.includes(name) && text !== '' && text.length < body.text.length,
  )
  return {
    longest: longest.text,
    html: longest.html,
    body: asHtml(body.html),
    bodyElement: body.element,
    summary: summary?.text ?? '',
  }
}

/** Text without any markup gets paragraphs and line breaks where it has blank lines and ends of lines. */
function asHtml(html: string): string {
  if (html === '' || /<\/[a-z]|<(?:p|br|hr|img|li|h[1-6])[\s/>]/i.test(html)) return html
  const paragraphs = htmlToText(html).split('\n\n')
  return paragraphs.map((text) => `<p>${escapeText(text).replaceAll('\n', '<br>')}</p>`).join('')
}

/** The element and its `media:group`s: Media RSS puts its tags in either. */
export const withMediaGroup = (parent: XmlElement): XmlElement[] => [
  parent,
  ...findChildren(parent, 'media:group'),
]

/** The first of the names that has text, in one line. */
export function readLine(parent: XmlElement, ...names: string[]): string {
  for (const name of names)
    for (const element of findChildren(parent, name)) {
      const isHtml = /html/i.test(element.attributes.get('type') ?? '') || elementsIn(element).length > 0
      const line = isHtml ? toOneLine(htmlToText(htmlOf(element))) : toLine(htmlOf(element))
      if (line !== '') return line
    }
  return ''
}

const toOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** The text of an element as HTML: text that is declared as plain comes out escaped, elements as they were written. */
export function htmlOf(element: XmlElement): string {
  const type = (element.attributes.get('type') ?? '').trim().toLowerCase()
  const mode = (element.attributes.get('mode') ?? '').trim().toLowerCase()
  if (mode === 'base64' || isEncoded(type)) return Buffer.from(textOf(element), 'base64').toString('utf8')
  if (elementsIn(element).length > 0) return writeHtml(element)
  const text = textOf(element).trim()
  const isPlain = type === 'text' || type === 'text/plain' || type === 'plain'
  return isPlain && mode !== 'escaped' ? escapeText(text) : text
}

/** Atom 1.0: what is neither text nor XML is in Base64. */
const isEncoded = (type: string): boolean =>
  type.includes('/') && !/^(?:text|multipart|message)\/|[/+]xml$|html/.test(type)

const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

function writeHtml({ content }: XmlElement): string {
  return content
    .map((node) => {
      if (typeof node === 'string') return escapeText(node)
      const name = node.name.replace(/^xhtml:/, '')
      if (!/^[a-z][a-z0-9-]*$/.test(name)) return writeHtml(node)
      const attributes = [...node.attributes]
        .filter(([key]) => /^[a-z][a-z0-9-]*$/.test(key) && key !== 'xmlns')
        .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
      const opening = `<${name}${attributes.join('')}>`
      return voidElements.has(name) ? opening : `${opening}${writeHtml(node)}</${name}>`
    })
    .join('')
}
