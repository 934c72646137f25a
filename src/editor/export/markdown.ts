import { formatClock } from '../../domain/time.js'
import type { ExportClip, ExportDocument } from './export-format.js'
import { removeControls, toLine } from './plain-line.js'

/** CommonMark from text that means nothing by its signs. */

/** A line of text as text, wherever in a line it stands. */
export function escapeMarkdown(text: string): string {
  return (
    toLine(text)
      .replace(/[\\`*_[\]<~|$]/g, '\\$&')
      // Only where it would be read as an entity.
      .replace(/&(?=#?\w+;)/g, '\\&')
      // Only at a beginning: headings, quotes, lists, rules and underlines of headings.
      .replace(/^(?:[#>=+-])/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  )
}

/** Paragraphs, divided where the text has an empty line. */
export function toParagraphs(text: string): string[] {
  return removeControls(text)
    .split(/\n[ \t]*\n/)
    .map(escapeMarkdown)
    .filter((paragraph) => paragraph !== '')
}

/** A link, or its words alone where the address is none of the web. */
export function writeLink(words: string, url: string | null): string {
  const address = url === null ? null : webAddress(url)
  return address === null ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](<${address}>)`
}

/** Addresses of this server may be relative. Nothing else, such as `javascript:`, becomes a link. */
function webAddress(url: string): string | null {
  const isWeb = /^https?:\/\//i.test(url) && URL.canParse(url)
  const address = isWeb ? new URL(url).href : /^\/(?!\/)/.test(url) ? url : null
  return address && address.replace(/[<>\\\s]/g, encodeURIComponent)
}

/** `12:34–13:02`; null without times. */
export const formatRange = ({ startMs, endMs }: Pick<ExportClip, 'startMs' | 'endMs'>): string | null =>
  startMs === null || endMs === null ? null : `${formatClock(startMs)}–${formatClock(endMs)}`

/** `Title, Source, 2024-05-31`, the title leading to the publisher's page. */
export function describeDocument({ title, url, sourceTitle, publishedAt }: ExportDocument): string {
  const parts = [writeLink(title, url), escapeMarkdown(sourceTitle), publishedAt?.slice(0, 10) ?? '']
  return parts.filter((part) => part !== '').join(', ')
}
