import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { decodeEntities } from './decode-entities.js'

/** XML text → a tree with known namespace prefixes. Lenient, as feeds need; entities are decoded here, not by the parser. */

export interface XmlElement {
  /** Lower case. A known namespace gives its usual prefix (`podcast:transcript`), whatever prefix the file binds to it. */
  name: string
  /** By lower-case name, prefix included. */
  attributes: ReadonlyMap<string, string>
  content: readonly (string | XmlElement)[]
}

const prefixByNamespace: Readonly<Record<string, string>> = {
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'podcastindex.org/namespace/1.0': 'podcast',
  'github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
  'purl.org/rss/1.0/modules/content': 'content',
  'search.yahoo.com/mrss': 'media',
  'purl.org/dc/elements/1.1': 'dc',
  'www.w3.org/2005/atom': 'atom',
}

const cdataName = '#cdata'
const textName = '#text'
const attributesName = ':@'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: cdataName,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

/**
 * The root element, or null when there is none (plain text parses to nothing). Names bound to no known namespace keep
 * the prefix they are written with.
 * @throws {Error} where the parser gives up: broken off in a tag, nested deeper than 100, an evil DOCTYPE.
 */
export function parseXml(text: string): XmlElement | null {
  const nodes: unknown = parser.parse(escapeStrayBrackets(text.trimStart()))
  return readNodes(nodes, new Map()).find((node) => typeof node !== 'string') ?? null
}

/** What is not well-formed about it, or null. The line is counted from 1. */
export function findXmlFault(text: string): { line: number; message: string } | null {
  const verdict = XMLValidator.validate(text.trimStart(), { allowBooleanAttributes: true })
  return verdict === true ? null : { line: verdict.err.line, message: verdict.err.msg.slice(0, 200) }
}

/** A bare `<` in text would swallow what follows up to the next `>`. Inside CDATA the detour by `&lt;` does no harm. */
const escapeStrayBrackets = (text: string): string => text.replace(/<(?![a-z_:/!?])/gi, '&lt;')

/** Prefix → namespace, as bound at a place; the default namespace is bound to ''. */
type Bindings = ReadonlyMap<string, string>

function readNodes(nodes: unknown, bindings: Bindings): (string | XmlElement)[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: unknown): (string | XmlElement)[] => {
    if (typeof node !== 'object' || node === null) return []
    const entry = Object.entries(node).find(([key]) => key !== attributesName)
    if (!entry) return []
    const [name, value] = entry as [string, unknown]
    if (name === textName) return [decodeEntities(String(value))]
    if (name === cdataName) return [rawText(value)]
    return [readElement(name, value, (node as Record<string, unknown>)[attributesName], bindings)]
  })
}

/** CDATA is text as it stands: its `&amp;` are for the reader of HTML. */
function rawText(value: unknown): string {
  if (!Array.isArray(value)) return ''
  return value.map((part: Record<string, string>) => part[textName] ?? '').join('')
}

function readElement(name: string, value: unknown, attributes: unknown, outer: Bindings): XmlElement {
  const pairs = Object.entries(attributes ?? {}).map(([key, text]): [string, string] => [
    key.toLowerCase(),
    decodeEntities(String(text)),
  ])
  const bound = pairs.filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  const bindings = bound.length === 0 ? outer : new Map(outer)
  if (bindings instanceof Map)
    for (const [key, namespace] of bound) bindings.set(key.slice('xmlns:'.length), namespace)
  return {
    name: resolveName(name.toLowerCase(), bindings),
    attributes: new Map(pairs),
    content: readNodes(value, bindings),
  }
}

function resolveName(name: string, bindings: Bindings): string {
  const colon = name.indexOf(':')
  const prefix = colon === -1 ? '' : name.slice(0, colon)
  const namespace = (bindings.get(prefix) ?? '').trim().toLowerCase()
  const known = namespace.replace(/^https?:\/\//, '').replace(/\/$/, '')
  return Object.hasOwn(prefixByNamespace, known)
    ? `${prefixByNamespace[known] ?? ''}:${name.slice(colon + 1)}`
    : name
}

export const elementsIn = (parent: XmlElement): XmlElement[] =>
  parent.content.filter((node) => typeof node !== 'string')

export const findChildren = (parent: XmlElement, name: string): XmlElement[] =>
  elementsIn(parent).filter((child) => child.name === name)

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
