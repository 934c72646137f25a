import { basename } from 'node:path'
import type { Issue } from '../../src/domain/issue.js'
import { AppError, reasonOf } from '../../src/errors.js'
import { readImage, readItem, webOnly } from './feed-item.js'
import { toLine } from './html-to-text.js'
import { parseLanguage } from './parse-language.js'
import { childText, elementsIn, findChild, findXmlFault, parseXml, type XmlElement } from './parse-xml.js'
import { podcastGuid, readPeople, type Resolve } from './podcast-namespace.js'
import { isWebAddress, resolveReference } from './resolve-reference.js'
import type { ReadSource, SourceBody, SourceFormat, SourceItem } from './source-format.js'

/** RSS 2.0 with the namespaces of iTunes, Podcasting 2.0, content and media. */

/** The largest real feeds have some ten thousand items; what lies beyond is reported, not read. */
const maxItems = 50_000

/** Where a root element is looked for: XML declaration, comments and DOCTYPE come before it. */
const maxProlog = 20_000

export const feedFormat: SourceFormat = {
  kind: 'feed',
  recognizes: (body) => !body.isFolder && rootName(textIn(body)) === 'rss',
  resembles: (body) =>
    !body.isFolder &&
    (/^\s*<\?xml\s/.test(textIn(body).slice(0, 200)) ||
      rootName(textIn(body)) === 'feed' ||
      /\.(?:xml|rss)$/i.test(body.files[0]?.path ?? '')),
  read: readFeed,
}

const textIn = (body: SourceBody): string => body.files[0]?.text ?? ''

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
function readFeed(body: SourceBody): ReadSource {
  const channel = findChannel(body)
  const issues: Issue[] = []
  const fault = findXmlFault(textIn(body))
  if (fault)
    issues.push({
      code: 'FEED_ITEM_INVALID',
      where: `${body.location}:${fault.line}`,
      message: `The feed is not well-formed XML (${fault.message}); items near this place may be missing`,
    })
  const resolveIn =
    (where: string): Resolve =>
    (reference, what) => {
      const { url, problem } = resolveReference(reference, body)
      if (problem)
        issues.push({
          code: problem.code ?? 'FEED_ITEM_INVALID',
          where,
          message: `${what}: ${problem.message}; left out`,
        })
      return url
    }
  const resolveInChannel = resolveIn('channel')
  const link = childText(channel, 'link')
  const title = toLine(childText(channel, 'title', 'itunes:title')) || nameOf(body)
  const context = {
    title,
    language: parseLanguage(
      childText(channel, 'language', 'dc:language') || channel.attributes.get('xml:lang'),
    ),
    people: readPeople(channel),
  }
  const elements = collectItems(channel)
  if (elements.length === 0)
    issues.push({ code: 'FEED_EMPTY', where: body.location, message: 'The feed lists no item (yet)' })
  if (elements.length > maxItems)
    issues.push({
      code: 'FEED_ITEM_INVALID',
      where: body.location,
      message: `The feed has ${elements.length} items; only the first ${maxItems} are read`,
    })
  const items: SourceItem[] = []
  const byGuid = new Map<string, SourceItem>()
  for (const [index, element] of elements.slice(0, maxItems).entries()) {
    const where = `item ${index + 1} ${JSON.stringify(toLine(childText(element, 'title')).slice(0, 100))}`
    const report = (message: string) => void issues.push({ code: 'FEED_ITEM_INVALID', where, message })
    const item = readItem(element, context, resolveIn(where), report)
    if (item && claimGuid(item, byGuid, report)) items.push(item)
  }
  return {
    guid: sourceGuid(channel, body),
    title,
    url: link === '' ? null : webOnly(resolveInChannel(link, 'link')),
    imageUrl: readImage(channel, resolveInChannel),
    language: context.language,
    items,
    issues,
  }
}

function findChannel(body: SourceBody): XmlElement {
  const text = textIn(body)
  let root: XmlElement | null
  try {
    root = parseXml(text)
  } catch (cause) {
    throw new AppError('FEED_NOT_RSS', `${body.location} cannot be read as XML: ${reasonOf(cause)}`, {
      cause,
    })
  }
  if (!root) {
    const opening = JSON.stringify(text.trimStart().slice(0, 40))
    throw new AppError('FEED_NOT_RSS', `${body.location} is not XML: expected <rss>, found ${opening}`)
  }
  if (root.name !== 'rss')
    throw new AppError(
      'FEED_NOT_RSS',
      `${body.location} is not RSS: expected <rss>, found <${root.name.slice(0, 60)}>`,
    )
  const channel = findChild(root, 'channel')
  if (!channel)
    throw new AppError('FEED_EMPTY', `${body.location} is RSS without a <channel>: there is nothing to read`)
  return channel
}

/** All items in order, also those that a missing end tag before them has put inside another element. */
function collectItems(parent: XmlElement): XmlElement[] {
  return elementsIn(parent).flatMap((child) =>
    child.name === 'item' ? [child, ...collectItems(child)] : collectItems(child),
  )
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
function sourceGuid(channel: XmlElement, { location }: SourceBody): string {
  const published = childText(channel, 'podcast:guid')
  if (published !== '' && published.length <= 200) return published.toLowerCase()
  return isWebAddress(location) ? podcastGuid(location) : location
}

const nameOf = ({ location }: SourceBody): string =>
  isWebAddress(location) ? new URL(location).hostname : basename(location)
