import type { Nodes, TableRow } from 'mdast'
import { tableText } from './post-blocks.js'

/** Markdown nodes → plain text that reads well and is worth searching. */

/**
 * Text of a node without images, HTML, footnote marks and kramdown's attribute lists. Soft line breaks become spaces;
 * list items begin with `- `; blocks are separated by a blank
 * line, a list inside a list by a line break.
 */
export function blockText(node: Nodes): string {
  if (node.type === 'paragraph' || node.type === 'heading') return inlineText(node)
  if (node.type === 'blockquote' || node.type === 'footnoteDefinition') return joinBlocks(node.children)
  if (node.type === 'code') return node.value.trim()
  if (node.type === 'table')
    return tableText(node.children.map((row) => cellsOf(row).map((text) => ({ text }))))
  if (node.type !== 'list') return ''
  return node.children
    .map((item) => joinBlocks(item.children))
    .filter((text) => text !== '')
    .map((text) => `- ${text}`)
    .join('\n')
}

/** A list inside an entry begins on the next line. */
function joinBlocks(nodes: readonly Nodes[]): string {
  let joined = ''
  for (const node of nodes) {
    const text = blockText(node)
    if (text === '') continue
    if (joined !== '') joined += node.type === 'list' ? '\n' : '\n\n'
    joined += text
  }
  return joined
}

/** Text of what is inside a paragraph, heading or table cell. */
export function inlineText(node: Nodes): string {
  return rawInlineText(node)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .trim()
}

function rawInlineText(node: Nodes): string {
  if (node.type === 'text') return cleanText(node.value)
  if (node.type === 'inlineCode') return node.value
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(rawInlineText).join('') : ''
}

/**
 * kramdown's `{: .class}` and `{#id}` are for its renderer; a reference `[text][name]` whose definition is elsewhere
 * (an include) is left in the text by Markdown and reads as its text.
 */
function cleanText(text: string): string {
  return text
    .replace(/\{:[^{}\n]{0,300}\}|\{#[\w-]{1,100}\}/g, '')
    .replace(/(?<![\w\])])\[([^[\]]{1,300})\]\[[^[\]]{0,200}\]/g, '$1')
    .replace(/\s+/gu, ' ')
}

export const cellsOf = (row: TableRow): string[] =>
  row.children.map((cell) => inlineText(cell).replaceAll('\n', ' '))
