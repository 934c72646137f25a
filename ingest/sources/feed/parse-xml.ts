import { decodeEntities } from '../html/decode-entities.js'
import { scanXml } from './xml-scanner.js'

/** XML text → a tree with known namespace prefixes. What is not well-formed is read as far as it can be, as feeds need. */

export interface XmlElement {
  /**
   * Lower case. A known namespace gives its usual prefix (`podcast:transcript`), whatever prefix the file binds to it;
   * names of the root's own namespace have none.
   */
  name: string
  /** By lower-case name, prefix included. */
  attributes: ReadonlyMap<string, string>
  content: readonly (string | XmlElement)[]
}

export interface XmlFault {
  /** From 1. */
  line: number
  message: string
}

export interface ParsedXml {
  /** Null when there is no element, as in plain text. Of several, the first that is among `roots`, else the first. */
  root: XmlElement | null
  /** The first thing about it that is not well-formed; null when nothing is. */
  fault: XmlFault | null
}

export interface XmlOptions {
  /** Names of roots, as in `XmlElement`: what stands before one of them (messages of a server) is passed over. */
  roots?: ReadonlySet<string>
  /** Names of elements that never lie in each other: one that opens closes the one that is still open. */
  unnested?: ReadonlySet<string>
}

/** Namespaces without scheme and slash at the end, in lower case. */
const prefixByNamespace: Readonly<Record<string, string>> = {
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'podcastindex.org/namespace/1.0': 'podcast',
  'github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
  'podlove.org/simple-chapters': 'psc',
  'purl.org/rss/1.0/modules/content': 'content',
  'search.yahoo.com/mrss': 'media',
  'www.youtube.com/xml/schemas/2015': 'yt',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns#': 'atom',
  'www.w3.org/1999/xhtml': 'xhtml',
  'www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'purl.org/rss/1.0': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'backend.userland.com/rss2': '',
  'blogs.law.harvard.edu/tech/rss': '',
}

/** Deeper elements become children of the deepest that is kept: what walks the tree may then recur. */
const maxDepth = 200

/** Twice what a feed of fifty thousand episodes has; more would take gigabytes. What lies beyond is passed over. */
const maxElements = 2_000_000

/** Real feeds have some twenty at the root; each change copies them. */
const maxBindings = 200

const noAttributes: ReadonlyMap<string, string> = new Map()
const noBindings: Bindings = new Map()

/** Prefix → namespace, as bound at a place; the default namespace is bound to ''. */
type Bindings = ReadonlyMap<string, string>

interface OpenElement {
  /** As written, in lower case: what its end tag is matched by. */
  written: string
  bindings: Bindings
  content: (string | XmlElement)[]
}

/** The root is null when there is none: plain text has none. Never throws; linear in the text, whatever it is. */
export function readXml(
  text: string,
  { roots = new Set(), unnested = new Set() }: XmlOptions = {},
): ParsedXml {
  const top: (string | XmlElement)[] = []
  let count = 0
  const open: OpenElement[] = []
  const openCounts = new Map<string, number>()
  let fault: { message: string; at: number } | null = null
  let ownPrefix: string | null = null

  const report = (message: string, at: number) => void (fault ??= { message, at })
  const contentOf = (): (string | XmlElement)[] => open[Math.min(open.length, maxDepth) - 1]?.content ?? top
  const close = (written: string): void => {
    for (;;) {
      const last = open.pop()
      if (!last) return
      openCounts.set(last.written, (openCounts.get(last.written) ?? 1) - 1)
      if (last.written === written) return
    }
  }
  const isOpen = (written: string): boolean => (openCounts.get(written) ?? 0) > 0

  scanXml(text, {
    onOpen(name, pairs, at) {
      count += 1
      if (count > maxElements) {
        report(`the ${maxElements}th element is followed by more, which are not read`, at)
        return
      }
      const written = name.toLowerCase()
      if (isOpen(written) && unnested.has(localName(written))) {
        report(`<${written}> is opened before the one before it is closed`, at)
        close(written)
      }
      const attributes =
        pairs.length === 0
          ? noAttributes
          : new Map(pairs.map(([key, value]) => [key.toLowerCase(), decodeEntities(value)]))
      const bindings = bind(attributes, open.at(-1)?.bindings ?? noBindings)
      const resolved = resolveName(written, bindings)
      // A root that is none of those looked for says nothing of the one that may follow.
      if (open.length === 0) ownPrefix = prefixOf(resolved)
      const content: (string | XmlElement)[] = []
      const isOwn = ownPrefix !== '' && ownPrefix === prefixOf(resolved)
      contentOf().push({ name: isOwn ? localName(resolved) : resolved, attributes, content })
      open.push({ written, bindings, content })
      openCounts.set(written, (openCounts.get(written) ?? 0) + 1)
    },
    onClose(name, at) {
      const written = name.toLowerCase()
      if (!isOpen(written)) {
        report(`</${written.slice(0, 60)}> closes nothing`, at)
        return
      }
      if (open.at(-1)?.written !== written)
        report(`<${open.at(-1)?.written.slice(0, 60)}> is not closed before </${written.slice(0, 60)}>`, at)
      close(written)
    },
    onText: (content) => void contentOf().push(decodeEntities(content)),
    // The `&amp;` in CDATA are for the reader of HTML.
    onCdata: (content) => void contentOf().push(content),
    onFault: (what, at) => report(`there is ${what}`, at),
  })
  const unclosed = open[0]
  if (unclosed) report(`it ends before <${unclosed.written.slice(0, 60)}> is closed`, text.length)
  const elements = top.filter((node) => typeof node !== 'string')
  const root = elements.find(({ name }) => roots.has(name)) ?? elements[0] ?? null
  return { root, fault: fault === null ? null : locate(text, fault) }
}

function locate(text: string, { message, at }: { message: string; at: number }): XmlFault {
  let line = 1
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line++
  return { line, message }
}

function bind(attributes: ReadonlyMap<string, string>, outer: Bindings): Bindings {
  if (attributes.size === 0) return outer
  const bound = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  if (bound.length === 0 || outer.size > maxBindings) return outer
  return new Map([
    ...outer,
    ...bound.map(([key, namespace]): [string, string] => [key.slice('xmlns:'.length), namespace]),
  ])
}

/** Names bound to no known namespace keep the prefix they are written with. */
function resolveName(written: string, bindings: Bindings): string {
  const namespace = (bindings.get(prefixOf(written)) ?? '').trim().toLowerCase()
  const known = namespace.replace(/^https?:\/\//, '').replace(/\/$/, '')
  if (!Object.hasOwn(prefixByNamespace, known)) return written
  const prefix = prefixByNamespace[known] ?? ''
  return prefix === '' ? localName(written) : `${prefix}:${localName(written)}`
}

const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '')
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export const elementsIn = (parent: XmlElement): XmlElement[] =>
  parent.content.filter((node) => typeof node !== 'string')

export const findChildren = (parent: XmlElement, ...names: string[]): XmlElement[] =>
  elementsIn(parent).filter((child) => names.includes(child.name))

export const findChild = (parent: XmlElement, name: string): XmlElement | null =>
  findChildren(parent, name)[0] ?? null

/** All text in the element, that of its children included. */
export function textOf(element: XmlElement | null): string {
  if (!element) return ''
  return element.content.map((node) => (typeof node === 'string' ? node : textOf(node))).join('')
}

/** The text of the first child of any of the names that has some, trimmed; names in order of preference. */
export function childText(parent: XmlElement, ...names: string[]): string {
  for (const name of names)
    for (const child of findChildren(parent, name)) {
      const text = textOf(child).trim()
      if (text !== '') return text
    }
  return ''
}
