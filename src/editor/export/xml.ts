import { removeControls, toLine } from './plain-line.js'

/** XML 1.0, written as a tree: nothing of a stranger's text is ever put into it as it is. */

export interface XmlElement {
  name: string
  /** Those that are null are left out. */
  attributes: Readonly<Record<string, string | number | null>>
  /** Either elements or a text. */
  content: readonly XmlElement[] | string
}

export const element = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  content: XmlElement['content'] = [],
): XmlElement => ({ name, attributes, content })

/** @param preamble stands between the declaration and the root: a document type, or what `writeComment` gives */
export function writeXml(root: XmlElement, preamble: readonly string[] = []): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...preamble, ...writeElement(root, ''), ''].join('\n')
}

/** A comment ends at two hyphens, whatever stands around them. */
export const writeComment = (text: string): string =>
  `<!-- ${toLine(text)
    .replace(/-(?=-)/g, '- ')
    .replace(/-$/, '- ')} -->`

function writeElement({ name, attributes, content }: XmlElement, indent: string): string[] {
  const written = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === null ? [] : [` ${attribute}="${escapeXml(String(value)).replace(/[\n\t]/g, ' ')}"`],
  )
  const head = `${indent}<${name}${written.join('')}`
  if (content.length === 0) return [`${head}/>`]
  if (typeof content === 'string') return [`${head}>${escapeXml(content)}</${name}>`]
  return [
    `${head}>`,
    ...content.flatMap((child) => writeElement(child, `${indent}  `)),
    `${indent}</${name}>`,
  ]
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** `>` too, so that no text ends a CDATA section that somebody puts it into. */
const escapeXml = (text: string): string =>
  removeControls(text).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
