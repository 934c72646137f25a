import { formatClock } from '../../../../src/domain/time.js'
import { htmlToText, toLine } from '../../../../ingest/sources/html/html-to-text.js'
import type { ReadSource, SourceItem } from '../../../../ingest/sources/source-format.js'

/**
 * The files of the feedparser collection say in a comment what its authors' parser makes of them, as an expression of
 * Python. The equations in it that are about something Cuepoint keeps are compared; the others are counted by reason.
 */

export interface Equation {
  /** An index of `entries`, or the feed. */
  of: number | 'feed'
  keys: (string | number)[]
  expected: string | number | null | number[]
}

export type Comparison = { outcome: 'agrees' } | { outcome: 'differs'; got: string } | { outcome: string }

/** The equations of `Expect:`, joined by `and`; null for any other expression. */
export function readExpectation(text: string): Equation[] | null {
  let rest = (/^\s*Expect:\s*(.*?)(?:-->)?\s*$/m.exec(text)?.[1] ?? '').trim()
  rest = rest.replace(/^(?:not )?bozo(?: and |$)/, '')
  const equations: Equation[] = []
  while (rest !== '') {
    const left: Omit<Equation, 'expected'>[] = []
    for (;;) {
      const path =
        /^\(?\s*(feed|entries\[(\d+)\])((?:\[(?:'[^']*'|"[^"]*"|-?\d+)\]|\.[a-z_]\w*)+)\s*==\s*/.exec(rest)
      if (!path) break
      const keys = [...(path[3] ?? '').matchAll(/'([^']*)'|"([^"]*)"|\[(-?\d+)\]|\.(\w+)/g)].map((key) =>
        key[3] === undefined ? (key[1] ?? key[2] ?? key[4] ?? '') : Number(key[3]),
      )
      left.push({ of: path[1] === 'feed' ? 'feed' : Number(path[2]), keys })
      rest = rest.slice(path[0].length)
    }
    const literal =
      /^(u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|datetime\.timedelta\([\d, ]+\)|\([\d, ]+\)|\d+|None)\s*\)?\s*(?:and\s+|$)/.exec(
        rest,
      )
    if (left.length === 0 || !literal) return null
    const expected = readLiteral(literal[1] ?? '')
    equations.push(...left.map((path) => ({ ...path, expected })))
    rest = rest.slice(literal[0].length)
  }
  return equations
}

function readLiteral(python: string): Equation['expected'] {
  if (python === 'None') return null
  if (/^\d+$/.test(python)) return Number(python)
  if (/^\(|^datetime/.test(python)) return [...python.matchAll(/\d+/g)].map(Number)
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' }
  return python
    .replace(/^u?['"]|['"]$/g, '')
    .replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi, (_, u?: string, x?: string, other?: string) =>
      other === undefined
        ? String.fromCharCode(Number.parseInt(u ?? x ?? '', 16))
        : (escapes[other] ?? other),
    )
}

/** Fixtures hold single tags; what makes an item a document is put in where they have none. */
export function completeItems(xml: string): string {
  let count = 0
  return xml.replace(
    /<((?:\w+:)?(?:item|entry))((?:\s[^<>]*)?)>([\s\S]*?)(?=<\/\1>)/gi,
    (item, _, attributes, content) => {
      const guid = /<(?:\w+:)?(?:guid|id)[\s>]/i.test(String(content)) || /rdf:about/.test(String(attributes))
      const title = /<(?:\w+:)?title[\s>]/i.test(String(content))
      count += 1
      return `${item}${guid ? '' : `<guid isPermaLink="false">given-${count}</guid>`}${title ? '' : '<title>given</title>'}`
    },
  )
}

/** Why what a key is about is left aside. */
const aside: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'title_detail summary_detail subtitle_detail info_detail content_detail rights_detail tagline_detail publisher_detail description_detail'
      .split(' ')
      .map((key) => [key, 'the type or language of a text, not the text']),
  ),
  ...Object.fromEntries(
    'rights copyright generator generator_detail docs cloud textinput errorreportsto ttl publisher source comments license expired expired_parsed'
      .split(' ')
      .map((key) => [key, 'not kept: rights, tools, sources, comments']),
  ),
}

const httpHeaders = 'headers other than Content-Type are not looked at'
const picture = 'a picture is no recording'
const markup = 'an element that the reader of HTML does not know stays in the text, or hides what it holds'

/** Where Cuepoint means something else, or accepts the difference. */
export const knownDifferences: Readonly<Record<string, string>> = {
  'encoding/bozo_linenoise.xml': 'text that was encoded twice is not decoded twice',
  'entities/lang.xml': 'HTML 5 has another character of this name than HTML 4',
  'entities/rang.xml': 'HTML 5 has another character of this name than HTML 4',
  'wellformed/atom/entry_author_map_author.xml': 'mail addresses of people are not kept',
  'wellformed/atom10/entry_author_map_author.xml': 'mail addresses of people are not kept',
  'wellformed/atom/entry_created_multiple_values.xml': 'of several dates the first counts',
  'wellformed/atom/entry_updated_multiple_values.xml': 'of several dates the first counts',
  'wellformed/atom10/entry_category_term.xml': 'the label of a category is for people, its term for machines',
  'wellformed/atom10/entry_category_term_non_ascii.xml':
    'the label of a category is for people, its term for machines',
  'wellformed/base/http_channel_link_base_content_location.xml': httpHeaders,
  'wellformed/base/http_item_link_base_content_location.xml': httpHeaders,
  'wellformed/http/headers_content_location-relative.xml': httpHeaders,
  'wellformed/lang/http_content_language.xml': httpHeaders,
  'wellformed/base/http_entry_id_base_content_location.xml': 'an id is a name: it is not resolved',
  'wellformed/base/http_entry_id_base_docuri.xml': 'an id is a name: it is not resolved',
  'wellformed/namespace/atomsvgtitle.xml':
    'the entry has no title of its own; the fixture has one in a picture',
  'wellformed/node_precedence/atom10_id.xml': 'two entries of one id are one document',
  'wellformed/rss/entity_in_doctype.xml': 'entities that a file declares are not expanded',
  'wellformed/rss/item_description_not_a_doctype2.xml':
    'what begins like a declaration of HTML is none of its text',
  'wellformed/rss/item_enclosure_length.xml': picture,
  'wellformed/rss/item_enclosure_type.xml': picture,
  'wellformed/rss/item_enclosure_url.xml': picture,
  'wellformed/rss/item_madeup_tags_element.xml': 'a made-up element',
  'wellformed/sanitize/entry_title_blink.xml': markup,
  'wellformed/sanitize/feed_title_blink.xml': markup,
  'wellformed/sanitize/entry_title_frame.xml': markup,
  'wellformed/sanitize/feed_title_frame.xml': markup,
  'wellformed/sanitize/xml_malicious_comment.xml': 'a comment that is never closed runs to the end',
  ...Object.fromEntries(
    'entry_content entry_summary entry_title feed_title item_content_encoded item_description item_fullitem'
      .split(' ')
      .flatMap((name) =>
        ['iframe', 'object'].map((element) => [`wellformed/sanitize/${name}_${element}.xml`, markup]),
      ),
  ),
}

export function compare(read: ReadSource, { of, keys, expected }: Equation): Comparison {
  if (expected === null) return { outcome: 'aside: that something is missing' }
  const item = of === 'feed' ? null : read.items[of]
  const path = keys.filter((key) => typeof key === 'string').join('.')
  const reason = aside[String(keys[0])]
  if (reason !== undefined) return { outcome: `aside: ${reason}` }
  if (
    typeof expected === 'string' &&
    expected.includes('<') &&
    expected.replace(/<[^>]*>/g, '').trim() === ''
  )
    return { outcome: 'aside: HTML that shows no text' }
  if (item === undefined) return { outcome: 'differs', got: 'no such item' }
  const got = item ? itemValue(item, path, keys) : feedValue(read, path)
  if (got === undefined)
    return { outcome: of === 'feed' ? 'aside: of the feed, not kept' : 'aside: of an entry, not kept' }
  const same = Array.isArray(expected)
    ? got.includes(timeOf(path, expected))
    : got.some((value) => isSame(value, String(expected)))
  return same ? { outcome: 'agrees' } : { outcome: 'differs', got: JSON.stringify(got) }
}

/** Twice, since ours are texts for readers and theirs may be HTML in HTML. */
const isSame = (value: string, expected: string): boolean =>
  (URL.canParse(expected) && URL.canParse(value) && new URL(expected).href === new URL(value).href) ||
  [
    expected,
    expected.toLowerCase().replaceAll('_', '-'),
    htmlToText(expected),
    toLine(expected),
    htmlToText(htmlToText(expected)),
  ].some((text) => fold(value) === fold(text))
const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function timeOf(path: string, [first = 0, ...rest]: number[]): string {
  if (path.endsWith('start_parsed'))
    return String((first * 86_400 + (rest[0] ?? 0)) * 1000 + (rest[1] ?? 0) / 1000)
  const [month = 1, day = 1, hour = 0, minute = 0, second = 0] = rest
  return new Date(Date.UTC(first, month - 1, day, hour, minute, second)).toISOString()
}

function feedValue(read: ReadSource, path: string): string[] | undefined {
  switch (path) {
    case 'title':
      return [read.title]
    case 'link':
      return [read.url ?? '']
    case 'language':
      return [read.language ?? '']
    case 'image.href':
    case 'image.url':
    case 'logo':
      return [read.imageUrl ?? '']
    default:
      return undefined
  }
}

function itemValue({ document }: SourceItem, path: string, keys: Equation['keys']): string[] | undefined {
  const index = keys.find((key) => typeof key === 'number') ?? 0
  switch (path) {
    case 'title':
      return [document.title]
    case 'link':
      return [document.url ?? '']
    case 'id':
    case 'guid':
      return [document.guid]
    case 'summary':
    case 'description':
    case 'content.value':
      return [document.description, document.sections.map(sectionText).join('\n\n')]
    case 'author':
    case 'author_detail.name':
    case 'authors.name':
      return document.people.map(({ name }) => name)
    case 'published_parsed':
    case 'updated_parsed':
    case 'created_parsed':
    case 'date_parsed':
      return [document.publishedAt ?? '']
    case 'enclosures.href':
    case 'enclosures.url':
      return [document.enclosure?.url ?? '']
    case 'enclosures.type':
      return [document.enclosure?.mediaType ?? '']
    case 'enclosures.length':
      return [String(document.enclosure?.sizeBytes ?? '')]
    case 'image.href':
      return [document.imageUrl ?? '']
    case 'category':
    case 'tags.term':
    case 'tags.label':
      return document.tags
    case 'psc_chapters.chapters.title':
      return [document.chapters[index]?.title ?? '']
    case 'psc_chapters.chapters.start_parsed':
      return [String(document.chapters[index]?.startMs)]
    case 'psc_chapters.chapters.href':
      return [document.chapters[index]?.url ?? '']
    case 'itunes_duration':
      return [String((document.durationMs ?? 0) / 1000), formatClock(document.durationMs ?? 0)]
    case 'itunes_episode':
      return [String(document.series?.part ?? '')]
    default:
      return undefined
  }
}

const sectionText = ({ heading, text }: { heading: string; text: string }): string =>
  [heading, text].filter((part) => part !== '').join('\n\n')
