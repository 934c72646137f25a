import GithubSlugger from 'github-slugger'
import type { Link, Section, Series } from '../../../src/domain/document.js'
import { isPlaceholder, relOf } from '../link-rel.js'
import { matchReferences, type ReferenceRow } from './match-references.js'
import { linksOf, tableText, type BlockLink, type PostBlock } from './post-blocks.js'
import { readSeriesLine } from './series-line.js'

/** Blocks of a post → its headed sections, and the links that it lists rather than tells. */

export interface PostBody {
  /** Those with text, in order; text before the first heading has level 0 and the empty anchor (the top of the page). */
  sections: Section[]
  /** Those of tables and lists of resources, references or papers. */
  links: Link[]
  /** From a line such as `Part 4 of the X series`, which is no text. */
  series: Series | null
}

export interface SectionOptions {
  /** A heading that repeats it opens no section. */
  title?: string
  /** Makes an address as written absolute; null for one that is of no use to a reader. */
  resolve: (written: string, place: 'listed' | 'told') => string | null
}

export const maxLinks = 200
const referenceHeading =
  /^(?:(?:key |selected )?references?|(?:key |related )?papers?|bibliography|further reading|sources|citations)$/i
const linkHeading = /^(?:links?|resources?|references?|papers?|videos?|urls?|sources?)$/i
const contentsHeading = /^(?:(?:table of )?contents|toc|on this page|in this (?:post|article)):?$/i
/** `453 words • 3 min read`. */
const readingLine = /^(?:[\d,.]{1,9} words?\b.{0,20}?)?\b\d{1,3}(?:[ -]min(?:ute)?s?) read\b.{0,40}$/i
/** What is cited with a year or as `et al.` is a paper or a book, wherever it is read. */
const citation = /\b(?:18|19|20)\d\d\b|\bet al\b/
/** A list of resources gives one or two addresses a row; a table with more is an index, to be read as text. */
const maxLinksPerRow = 2

interface Draft {
  section: Section
  texts: string[]
}

export function composeSections(blocks: readonly PostBlock[], { title, resolve }: SectionOptions): PostBody {
  const nameAnchor = anchorNamer(blocks)
  const stripNumber = numberStripper(blocks)
  const drafts: Draft[] = [openDraft('', '', 0)]
  const links: Link[] = []
  const references: ReferenceRow[] = []
  let series: Series | null = null
  for (const block of blocks) {
    const draft = drafts.at(-1)
    if (block.kind === 'heading') {
      const anchor = nameAnchor(block)
      if (block.text !== title || drafts.length > 1)
        drafts.push(openDraft(anchor, stripNumber(block), block.level))
    } else if (draft) {
      const listed = listedRows(block, draft.section.heading)
      if (listed) {
        const resolved = listed.flatMap((row) => resolveRow(row, resolve))
        links.push(...resolved.flatMap((row) => row.links))
        references.push(...resolved.filter(({ isReference }) => isReference))
      } else if (isForThePage(block, draft.section.heading)) {
        // `Contents:` above the list of them.
        if (block.kind === 'list' && contentsHeading.test(draft.texts.at(-1) ?? '')) draft.texts.pop()
      } else {
        const text = block.kind === 'table' ? tableText(block.rows) : block.text
        const line = block.kind === 'text' ? readSeriesLine(text) : null
        series ??= line?.series ?? null
        if (line?.isNavigation !== true) addText(draft, block, text, resolve)
      }
    }
  }
  const sections = drafts
    .map(({ section, texts }) => ({
      ...section,
      text: texts.join('\n\n'),
      links: distinctLinks(section.links),
    }))
    .filter(({ text }) => text !== '')
  for (const { section, links: found } of matchReferences(references, sections))
    section.links = distinctLinks([...found, ...section.links])
  return { sections, links: distinctLinks(links), series }
}

const openDraft = (anchor: string, heading: string, level: number): Draft => ({
  section: { anchor, heading, level, text: '', quotes: [], links: [] },
  texts: [],
})

function addText(draft: Draft, block: PostBlock, text: string, resolve: SectionOptions['resolve']): void {
  if (text === '') return
  draft.texts.push(text)
  if (block.kind === 'quote') draft.section.quotes.push(text)
  for (const link of linksOf(block)) {
    const resolved = resolveLink(link, 'told', 'resource', resolve)
    if (resolved) draft.section.links.push(resolved)
  }
}

function resolveLink(
  { title, url }: BlockLink,
  place: 'listed' | 'told',
  rel: Link['rel'],
  resolve: SectionOptions['resolve'],
): Link | null {
  const resolved = resolve(url, place)
  return resolved === null || isPlaceholder(resolved)
    ? null
    : { title, url: resolved, rel: relOf(resolved, rel) }
}

/** The first of each address; the limit is far above what a reader would follow. */
export function distinctLinks(links: readonly Link[]): Link[] {
  const byUrl = new Map<string, Link>()
  for (const link of links) if (!byUrl.has(link.url)) byUrl.set(link.url, link)
  return [...byUrl.values()].slice(0, maxLinks)
}

/** Ids are unique on a page: of equal ones browsers find the first. Headings without one get GitHub's. */
function anchorNamer(blocks: readonly PostBlock[]): (heading: PostBlock & { kind: 'heading' }) => string {
  const slugger = new GithubSlugger()
  const written = new Set(blocks.flatMap((block) => (block.kind === 'heading' ? (block.anchor ?? []) : [])))
  const taken = new Set([''])
  return ({ text, anchor }) => {
    let name = anchor ?? ''
    while (taken.has(name) || (anchor === null && written.has(name))) name = slugger.slug(text) || 'section'
    taken.add(name)
    return name
  }
}

const leadingNumber = /^(\d{1,3})[.)]\s+(?=\p{L})/u

/** Takes the numbers off headings that are counted through: `1. Adam`, `2. Dropout`; a lone `3. May` keeps its own. */
function numberStripper(blocks: readonly PostBlock[]): (heading: PostBlock & { kind: 'heading' }) => string {
  const numbers = new Map<number, Set<number>>()
  for (const block of blocks) {
    const number = block.kind === 'heading' ? leadingNumber.exec(block.text)?.[1] : undefined
    if (block.kind !== 'heading' || number === undefined) continue
    numbers.set(block.level, (numbers.get(block.level) ?? new Set()).add(Number(number)))
  }
  return ({ text, level }) => {
    const counted = numbers.get(level)
    return counted?.has(1) === true && counted.has(2) ? text.replace(leadingNumber, '') : text
  }
}

interface ListedRow {
  name: string
  links: BlockLink[]
  rel: Link['rel'] | null
  isReference: boolean
}

/** Rows of a table whose header names links, or of a list under a heading that does; null for what is to be read. */
function listedRows(block: PostBlock, heading: string): ListedRow[] | null {
  const underReferences = referenceHeading.test(heading)
  if (block.kind === 'list') {
    if (!underReferences && !linkHeading.test(heading)) return null
    const linked = block.entries.filter(({ links }) => links.length > 0)
    if (linked.length * 2 <= block.entries.length) return null
    return linked.map(({ text, links }) => {
      const isPaper = underReferences && (citation.test(text) || /paper|bibliography/i.test(heading))
      return { name: '', links, rel: isPaper ? 'paper' : null, isReference: underReferences }
    })
  }
  if (block.kind !== 'table') return null
  const [header = [], ...rows] = block.rows
  const names = header.map(({ text }) => text.replace(/\([^()]{0,100}\)/g, '').trim())
  if (!underReferences && !names.some((name) => linkHeading.test(name))) return null
  const linked = rows.filter((row) => row.some(({ links }) => links.length > 0))
  const count = linked.reduce(
    (sum, row) => sum + new Set(row.flatMap(({ links }) => links.map(({ url }) => url))).size,
    0,
  )
  if (linked.length === 0 || count > maxLinksPerRow * linked.length) return null
  const headerNamesPapers = names.some((name) => /^papers?$/i.test(name))
  const isReference =
    underReferences || headerNamesPapers || names.some((name) => /^references?$/i.test(name))
  return linked.map((row) => {
    const name = row[0]?.text ?? ''
    const namesPaper = headerNamesPapers || row.some(({ text }) => citation.test(text))
    const rel = relOfRow(name) ?? (isReference && namesPaper ? 'paper' : null)
    return {
      name,
      links: row.flatMap(({ links }) => links),
      rel,
      isReference: isReference || rel === 'paper',
    }
  })
}

function relOfRow(name: string): Link['rel'] | null {
  if (/^(?:papers?|preprints?|articles?)$/i.test(name)) return 'paper'
  if (/^(?:videos?|shorts?|youtube)$/i.test(name)) return 'video'
  return /^(?:podcasts?|episodes?)$/i.test(name) ? 'companion' : null
}

function resolveRow(
  row: ListedRow,
  resolve: SectionOptions['resolve'],
): (ReferenceRow & { isReference: boolean })[] {
  const rel = row.rel ?? 'resource'
  const links = row.links.flatMap((link) => resolveLink(link, 'listed', rel, resolve) ?? [])
  return links.length === 0 ? [] : [{ name: row.name, links, isReference: row.isReference }]
}

export const isReadingLine = (line: string): boolean => line.length <= 120 && readingLine.test(line)

/** Tables of contents and reading times. */
function isForThePage(block: PostBlock, heading: string): boolean {
  if (block.kind === 'text') return isReadingLine(block.text)
  if (block.kind !== 'list') return false
  const isContents = block.entries.length > 1 && block.links.length >= block.entries.length
  return (contentsHeading.test(heading) || isContents) && block.links.every(({ url }) => url.startsWith('#'))
}
