import GithubSlugger, { slug } from 'github-slugger'
import type { Definition, Heading, Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { visit } from 'unist-util-visit'
import { calmMarkdown } from './calm-markdown.js'
import { blockText, inlineText } from './markdown-text.js'
import type { BlockLink, LinkedText, PostBlock } from './post-blocks.js'
import { composeSections, type PostBody, type SectionOptions } from './post-sections.js'
import { isWebAddress } from '../resolve-reference.js'

/** The body of a post in Markdown → its headed sections, and the links that it lists rather than tells. */

export interface MarkdownBody extends PostBody {
  /** The first heading of level 1, else the first of any; empty without one. */
  firstHeading: string
}

const absoluteOnly: SectionOptions['resolve'] = (written) =>
  isWebAddress(written) && URL.canParse(written) ? new URL(written).href : null

/**
 * Anchors are those that kramdown with GitHub's dialect, and GitHub itself, give: they are made of every heading, so
 * that leaving a section out shifts no other. Tables and lists of links become `links` and are no text.
 */
export function readMarkdown(
  markdown: string,
  resolve: SectionOptions['resolve'] = absoluteOnly,
  title?: string,
): MarkdownBody {
  const blocks = readMarkdownBlocks(markdown)
  const headings = blocks.filter((block) => block.kind === 'heading')
  return {
    ...composeSections(blocks, { resolve, ...(title === undefined ? {} : { title }) }),
    firstHeading: (headings.find(({ level }) => level === 1) ?? headings[0])?.text ?? '',
  }
}

export function readMarkdownBlocks(markdown: string): PostBlock[] {
  const tree = fromMarkdown(calmMarkdown(markdown), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const definitions = definitionsIn(tree)
  const nameAnchor = anchorNamer()
  return tree.children.flatMap((node, index): PostBlock[] => {
    if (node.type !== 'heading') return toBlock(node, definitions)
    const text = inlineText(node).replaceAll('\n', ' ')
    const anchor = nameAnchor(text, customId(node, tree.children[index + 1]))
    return [{ kind: 'heading', level: node.depth, text, anchor }]
  })
}

type Definitions = ReadonlyMap<string, string>

/** Addresses by the name that `[text][name]` refers to; the first of a name counts. */
function definitionsIn(tree: Nodes): Definitions {
  const definitions = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }: Definition) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url)
  })
  return definitions
}

/** None for what has no text. */
function toBlock(node: RootContent, definitions: Definitions): PostBlock[] {
  if (node.type === 'table')
    return [
      {
        kind: 'table',
        rows: node.children.map((row) => row.children.map((cell) => toLinked(cell, definitions))),
      },
    ]
  const text = textOfBlock(node)
  if (text === '') return []
  const links = linksOf(node, definitions)
  if (node.type === 'list') {
    const entries = node.children.map((entry) => toLinked(entry, definitions))
    return [{ kind: 'list', text, links, entries }]
  }
  return [{ kind: node.type === 'blockquote' ? 'quote' : 'text', text, links }]
}

const toLinked = (node: Nodes, definitions: Definitions): LinkedText => ({
  text: inlineText(node).replaceAll('\n', ' '),
  links: linksOf(node, definitions),
})

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

/** Links with a text of their own: one around a picture only repeats its neighbour. */
function linksOf(node: Nodes, definitions: Definitions): BlockLink[] {
  const links: BlockLink[] = []
  visit(node, (child) => {
    if (child.type !== 'link' && child.type !== 'linkReference') return
    const title = inlineText(child).replaceAll('\n', ' ')
    const url = child.type === 'link' ? child.url : definitions.get(child.identifier)
    if (title !== '' && url !== undefined) links.push({ title, url })
  })
  return links
}
