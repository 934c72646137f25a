import GithubSlugger, { slug } from 'github-slugger'
import type { Heading, Nodes, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { visit } from 'unist-util-visit'
import type { Section } from '../../src/domain/document.js'
import { blockText, cellsOf, inlineText } from './markdown-text.js'

/** The body of a post → its headed sections, and the links that it lists rather than tells. */

export interface ListedLink {
  title: string
  /** As written. */
  url: string
  /** Listed among references, so most likely a paper. */
  isReference: boolean
}

export interface MarkdownBody {
  /** Those with text, in order; text before the first heading has level 0 and the empty anchor (the top of the page). */
  sections: Section[]
  links: ListedLink[]
  /** The first heading of level 1, else the first of any; empty without one. */
  firstHeading: string
}

const referenceHeading = /^(?:references?|papers?|bibliography|further reading|sources|citations)$/i
const linkHeading = /^(?:links?|resources?|references?|papers?|videos?|urls?|sources?)$/i

/**
 * Anchors are those that kramdown with GitHub's dialect, and GitHub itself, give: they are made of every heading, so
 * that leaving a section out shifts no other. Tables and lists of links become `links` and are no text.
 */
export function readMarkdown(markdown: string): MarkdownBody {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const nameAnchor = anchorNamer()
  const sections: { section: Section; blocks: string[] }[] = [
    { section: { anchor: '', heading: '', level: 0, text: '' }, blocks: [] },
  ]
  const links: ListedLink[] = []
  for (const [index, node] of tree.children.entries()) {
    const current = sections.at(-1)
    if (node.type === 'heading') {
      const anchor = nameAnchor(inlineText(node), customId(node, tree.children[index + 1]))
      sections.push({
        section: { anchor, heading: inlineText(node), level: node.depth, text: '' },
        blocks: [],
      })
    } else if (current) {
      const isReference = referenceHeading.test(current.section.heading)
      const listed = isLinkBlock(node, current.section.heading) ? linksIn(node, isReference) : null
      if (listed) links.push(...listed)
      else current.blocks.push(textOfBlock(node))
    }
  }
  const headings = tree.children.filter((node) => node.type === 'heading')
  const first = headings.find(({ depth }) => depth === 1) ?? headings[0]
  return {
    sections: sections
      .map(({ section, blocks }) => ({ ...section, text: blocks.filter((text) => text !== '').join('\n\n') }))
      .filter(({ text }) => text !== ''),
    links,
    firstHeading: first ? inlineText(first) : '',
  }
}

/** Gives each heading another anchor, whatever ids the author repeats; a heading of signs alone is kramdown's `section`. */
function anchorNamer(): (heading: string, customId: string | null) => string {
  const slugger = new GithubSlugger()
  const taken = new Set([''])
  return (heading, customId) => {
    let anchor = customId ?? ''
    while (taken.has(anchor)) anchor = slugger.slug(slug(heading) === '' ? 'section' : heading)
    taken.add(anchor)
    return anchor
  }
}

/** kramdown: `## Heading {#id}`, or `{: #id}` on the line after it. */
function customId(heading: Heading, next: RootContent | undefined): string | null {
  const last = heading.children.at(-1)
  const inLine = last?.type === 'text' ? /\{:?\s?#([\w-]{1,100})[^{}]{0,200}\}\s*$/.exec(last.value) : null
  if (inLine) return inLine[1] ?? null
  const [child] = next?.type === 'paragraph' ? next.children : []
  return (
    (child?.type === 'text' ? /^\{:\s?#([\w-]{1,100})[^{}\n]{0,200}\}/.exec(child.value)?.[1] : null) ?? null
  )
}

/** `{:toc}` under a list stands for a table of contents. */
function textOfBlock(node: RootContent): string {
  const source = node.type === 'list' ? lastText(node) : ''
  return /\{:\s?toc\s?\}\s*$/.test(source) ? '' : blockText(node)
}

function lastText(node: Nodes): string {
  const last = 'children' in node ? node.children.at(-1) : undefined
  if (last) return lastText(last)
  return node.type === 'text' ? node.value : ''
}

/** A table whose header names links or resources, or a list under a heading that does, in which most entries link. */
function isLinkBlock(node: RootContent, heading: string): node is RootContent & { type: 'table' | 'list' } {
  if (node.type === 'table') {
    const [header] = node.children
    return header !== undefined && cellsOf(header).some((cell) => linkHeading.test(cell))
  }
  if (node.type !== 'list' || !(linkHeading.test(heading) || referenceHeading.test(heading))) return false
  const linked = node.children.filter((entry) => linksOf(entry).length > 0)
  return linked.length * 2 > node.children.length
}

function linksIn(node: RootContent & { type: 'table' | 'list' }, isReference: boolean): ListedLink[] {
  if (node.type === 'list') return linksOf(node).map((link) => ({ ...link, isReference }))
  const paperTable = isReference || namesPapers(node)
  return node.children.slice(1).flatMap((row) => {
    const rowNamesPapers = paperTable || /^papers?$/i.test(cellsOf(row)[0] ?? '')
    return linksOf(row).map((link) => ({ ...link, isReference: rowNamesPapers }))
  })
}

const namesPapers = ({ children: [header] }: Table): boolean =>
  header !== undefined && cellsOf(header).some((cell) => /^(?:references?|papers?)$/i.test(cell))

/** Links with a text of their own: one around a picture only repeats its neighbour. */
function linksOf(node: Nodes): { title: string; url: string }[] {
  const links: { title: string; url: string }[] = []
  visit(node, 'link', (link) => {
    const title = inlineText(link).replaceAll('\n', ' ')
    if (title !== '') links.push({ title, url: link.url })
  })
  return links
}
