import { basename } from 'node:path'
import { opensFrontMatter } from './front-matter.js'
import { resolverOf } from '../html/html-body.js'
import { toLine } from '../html/html-to-text.js'
import { parseDate } from '../parse-date.js'
import type { Page, PageFormat, ReadPage, Report } from '../page-format.js'
import { composeSections, isReadingLine } from './post-sections.js'
import { isWebAddress } from '../resolve-reference.js'
import { countNumberedHeadings, readTextBlocks } from './text-blocks.js'
import { newItem } from '../new-item.js'

/** A post that was copied from its page as text, so that the marks of headings and quotes are lost. */

/** As long as a Markdown post may be. */
const maxPostLength = 300_000
/** The title, a date, a line about the reading time. */
const headLines = 6

export const textPostFormat: PageFormat = {
  name: 'a post copied as text (.txt)',
  kind: 'posts',
  recognizes: ({ path, text }) => /\.(?:txt|text|md|markdown)$/i.test(path) && isCopied(text),
  read: readPost,
}

/** Markdown has `#` headings and blank lines; a copied post has neither, but a line of its page or counted headings. */
function isCopied(text: string): boolean {
  if (opensFrontMatter(text) || /^(?:#{1,6} |```|~~~)/m.test(text)) return false
  const all = text
    .slice(0, maxPostLength)
    .split('\n')
    .map((line) => line.trim())
  const lines = all.filter((line) => line !== '')
  if (lines.length < 4 || all.length - lines.length > lines.length / 4) return false
  return lines.slice(0, headLines).some(isReadingLine) || countNumberedHeadings(lines) >= 2
}

function readPost({ text, location, path, site }: Page, report: Report): ReadPage | null {
  if (text.length > maxPostLength) report(`is longer than ${maxPostLength} characters; the rest is left out`)
  const [first = '', ...rest] = text
    .slice(0, maxPostLength)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
  const dateLine = rest.slice(0, headLines).find((line) => parseDate(line.split('•')[0] ?? '') !== null)
  const url = isWebAddress(location) ? location : null
  const { sections, links, series } = composeSections(
    readTextBlocks(rest.filter((line) => line !== dateLine && !isReadingLine(line.trim()))),
    { resolve: resolverOf({ url }) },
  )
  if (sections.length === 0) {
    report('has no text and is left out')
    return null
  }
  const name = basename(path)
  return {
    item: newItem({
      guid: path,
      kind: 'post',
      title: toLine(first),
      url,
      publishedAt:
        parseDate(dateLine?.split('•')[0] ?? '') ?? parseDate(/^\d{4}-\d{1,2}-\d{1,2}/.exec(name)?.[0] ?? ''),
      language: site.language,
      series,
      links,
      sections,
    }),
    show: series?.title ?? null,
  }
}
