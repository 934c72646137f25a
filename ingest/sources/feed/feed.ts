import { basename } from 'node:path'
import { AppError } from '../../../src/errors.js'
import { IssueLog } from '../../issue-log.js'
import { readItem, type ChannelContext } from './feed-item.js'
import { makeResolve, readPageLink, type Resolve } from './feed-links.js'
import { readImage } from './feed-media.js'
import { readAuthors } from './feed-people.js'
import { readLine } from './feed-text.js'
import { asVideo, youtubeGuid } from './feed-youtube.js'
import { parseLanguage } from '../parse-language.js'
import { childText, elementsIn, findChild, readXml, type XmlElement, type XmlFault } from './parse-xml.js'
import { podcastGuid, readPeople } from './podcast-namespace.js'
import { isWebAddress, webOnly } from '../resolve-reference.js'
import type { ReadSource, SourceFormat, SourceItem, TextBody } from '../source-format.js'

/**
 * RSS 0.9x and 2.0, RDF (RSS 0.90, 1.0) and Atom (0.3, 1.0), with the namespaces of iTunes, Podcasting 2.0, Podlove,
 * content, Dublin Core, media and YouTube. A feed may mix the vocabularies; each is read wherever it stands.
 */

/** The largest real feeds have some ten thousand items; what lies beyond is reported, not read. */
const maxItems = 50_000

/** Where a root element is looked for: XML declaration, comments and DOCTYPE come before it. */
const maxProlog = 20_000

/** As `XmlElement` names them: the root's own namespace has no prefix. */
const roots = new Set(['rss', 'rdf', 'feed'])
const itemNames = new Set(['item', 'entry'])

export const feedFormat: SourceFormat = {
  name: 'an RSS or Atom feed',
  recognizes: ({ text }) => roots.has(rootName(text)),
  resembles: ({ name, text }) =>
    /^\s*<\?xml\s/.test(text.slice(0, 200)) || /\.(?:xml|rss|atom|rdf)$/i.test(name),
  read: readFeed,
}

/** The local name of the root element in lower case; empty where there is none. */
function rootName(text: string): string {
  let rest = text.slice(0, maxProlog).trimStart()
  for (;;) {
    const end = rest.startsWith('<!--') ? '-->' : /^<[?!]/.test(rest) ? '>' : null
    if (end === null) break
    const at = rest.indexOf(end)
    if (at === -1) return ''
    // The subset of a DOCTYPE has `>` of its own: each leaves a rest that is skipped up to the next `<`.
    rest = rest.slice(at + end.length)
    const next = rest.indexOf('<')
    if (next === -1) return ''
    rest = rest.slice(next)
  }
  return /^<(?:[\w.-]{1,50}:)?([\w.-]{1,50})/.exec(rest)?.[1]?.toLowerCase() ?? ''
}

/** @throws FEED_NOT_RSS, FEED_EMPTY */
function readFeed(body: TextBody): ReadSource {
  const { root, channel, fault } = findChannel(body)
  const issues = new IssueLog()
  if (fault) issues.add('FEED_MALFORMED', `${body.location}:${fault.line}`, describeFault(fault))
  const within = channel === root ? [root] : [root, channel]
  const resolveIn = (where: string, elements: XmlElement[]): Resolve =>
    makeResolve(body, elements, (message, code) => issues.add(code, where, message))
  const resolve = resolveIn('channel', within)
  const title = readLine(channel, 'title', 'itunes:title', 'media:title', 'dc:title') || nameOf(body)
  const context: ChannelContext = {
    title,
    language: readLanguage([channel, root]),
    people: readPeople(channel),
    authors: channel.name === 'feed' ? readAuthors(channel) : [],
  }
  const elements = collectItems(root)
  if (elements.length === 0) issues.add('FEED_EMPTY', body.location, 'The feed lists no item (yet)')
  if (elements.length > maxItems)
    issues.add(
      'FETCH_TOO_LARGE',
      body.location,
      `The feed has ${elements.length} items; only the first ${maxItems} are read`,
    )
  const youtube = youtubeGuid(channel)
  const items: SourceItem[] = []
  const byGuid = new Map<string, SourceItem>()
  let isWhole = !fault && elements.length > 0 && elements.length <= maxItems
  for (const [index, element] of elements.slice(0, maxItems).entries()) {
    const where = `item ${index + 1} ${JSON.stringify(readLine(element, 'title').slice(0, 100))}`
    const report = (message: string) => issues.add('FEED_ITEM_INVALID', where, message)
    const item = readItem(element, context, resolveIn(where, [...within, element]), report)
    const read = item && youtube !== null ? asVideo(element, item) : item
    if (!read) isWhole = false
    if (item && !read) report('has no yt:videoId and is left out')
    if (read && claimGuid(read, byGuid, report)) items.push(read)
  }
  return {
    kind: youtube === null ? 'feed' : 'youtube',
    guid: youtube ?? sourceGuid(channel, body),
    title,
    url: webOnly(readPageLink(channel, resolve)),
    imageUrl: readImage(channel, resolve) ?? readImage(root, resolve),
    language: context.language,
    movedTo: readNewAddress(channel),
    items,
    isWhole,
    listsAll: false,
    issues: issues.list(),
  }
}

const describeFault = ({ line, message }: XmlFault): string =>
  `The feed is not well-formed XML: in line ${line} ${message}. What could be read is in; items near this place may ` +
  'be missing. Its publisher can find the place with any XML validator'

interface Feed {
  root: XmlElement
  /** What tells of the feed as a whole: `<channel>`, or the root itself in Atom. */
  channel: XmlElement
  fault: XmlFault | null
}

function findChannel({ location, text }: TextBody): Feed {
  const { root, fault } = readXml(text, { roots, unnested: itemNames })
  if (!root) {
    const opening = text.trim() === '' ? 'nothing' : JSON.stringify(text.trimStart().slice(0, 40))
    throw new AppError(
      'FEED_NOT_RSS',
      `${location} is not XML: expected <rss>, <rdf:RDF> or <feed>, found ${opening}`,
    )
  }
  if (!roots.has(root.name))
    throw new AppError(
      'FEED_NOT_RSS',
      `${location} is neither RSS nor Atom: expected <rss>, <rdf:RDF> or <feed>, found <${root.name.slice(0, 60)}>`,
    )
  if (root.name === 'feed') return { root, channel: root, fault }
  const channel = findChild(root, 'channel')
  if (!channel && collectItems(root).length === 0)
    throw new AppError('FEED_EMPTY', `${location} is RSS without a <channel>: there is nothing to read`)
  return { root, channel: channel ?? root, fault }
}

/** All items in order, wherever they stand: RDF has them beside the channel, a lost end tag puts them anywhere. */
function collectItems(parent: XmlElement): XmlElement[] {
  return elementsIn(parent).flatMap((child) => (itemNames.has(child.name) ? [child] : collectItems(child)))
}

/** The first that says one; innermost element first. */
function readLanguage(elements: readonly XmlElement[]): string | null {
  for (const element of elements) {
    const language =
      parseLanguage(childText(element, 'language', 'dc:language')) ??
      parseLanguage(element.attributes.get('xml:lang'))
    if (language !== null) return language
  }
  return null
}

/**
 * Makes the guid unique within the feed. Publishers do copy guids: an item with another recording than the first of its
 * guid is another document. False for a repeat, reported.
 */
function claimGuid(
  item: SourceItem,
  byGuid: Map<string, SourceItem>,
  report: (message: string) => void,
): boolean {
  const { guid, enclosure, url } = item.document
  const first = byGuid.get(guid)
  if (first) {
    const own = enclosure?.url ?? url
    const unique = `${guid} ${own ?? ''}`
    if (own === null || own === (first.document.enclosure?.url ?? first.document.url) || byGuid.has(unique)) {
      report(`repeats the guid ${JSON.stringify(guid.slice(0, 200))} of an earlier item and is left out`)
      return false
    }
    report(
      `repeats the guid ${JSON.stringify(guid.slice(0, 200))} of an earlier item; its address tells it apart`,
    )
    item.document.guid = unique
  }
  byGuid.set(item.document.guid, item)
  return true
}

/** The published guid; else that of the address; a local feed has nothing better than its path. */
function sourceGuid(channel: XmlElement, { location }: TextBody): string {
  const published = childText(channel, 'podcast:guid')
  if (published !== '' && published.length <= 200) return published.toLowerCase()
  return isWebAddress(location) ? podcastGuid(location) : location
}

const nameOf = ({ location }: TextBody): string =>
  isWebAddress(location) ? new URL(location).hostname : basename(location)

/** `itunes:new-feed-url`. */
function readNewAddress(channel: XmlElement): string | null {
  const written = childText(channel, 'itunes:new-feed-url').trim()
  return isWebAddress(written) && URL.canParse(written) ? new URL(written).href : null
}
