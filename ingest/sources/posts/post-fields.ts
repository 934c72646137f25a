import type { Person } from '../../../src/domain/document.js'
import type { Report } from '../page-format.js'
import { parseDate } from '../parse-date.js'
import { isWebAddress, type ReferenceBase } from '../resolve-reference.js'
import { distinctTags } from '../tags.js'
import { asFields, asText, listField, textField } from './front-matter.js'

/** What front matter says alike of a post and of a page with a transcript. */

type Fields = ReadonlyMap<string, unknown>

/** The address that the front matter gives; else the permalink on the site; a post on the web has its own. */
export function readUrl(fields: Fields, base: ReferenceBase, siteUrl: string | null): string | null {
  const home = textField(fields, 'site_url', 'site') || siteUrl || undefined
  for (const written of [textField(fields, 'canonical_url', 'url', 'link'), textField(fields, 'permalink')]) {
    if (written === '' || !URL.canParse(written, home)) continue
    const url = new URL(written, home)
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.href
  }
  return isWebAddress(base.location) ? base.location : null
}

/** Jekyll dates a post by its file name, unless its front matter does. */
export function readDate(fields: Fields, name: string, report: Report): string | null {
  const written = textField(fields, 'date', 'published_at')
  const fromName = parseDate(/^\d{4}-\d{1,2}-\d{1,2}/.exec(name)?.[0] ?? '')
  if (written === '') return fromName
  const date = parseDate(written)
  if (date === null) report(`date ${JSON.stringify(written.slice(0, 80))} cannot be read`)
  return date ?? fromName
}

export function readAuthors(fields: Fields): Person[] {
  const written = [...listField(fields, 'author'), ...listField(fields, 'authors')]
  const names = written.map((author) => asText(author) || textField(asFields(author), 'name'))
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ name, role: 'author' }))
}

/** Lists as they are; a text is split at its commas, or, as Jekyll does for tags and categories, at its spaces. */
export function readTags(fields: Fields): string[] {
  const tags = ['tags', 'categories', 'category', 'keywords'].flatMap((name) => {
    const value = fields.get(name)
    if (typeof value !== 'string') return listField(fields, name).map(asText)
    return value.split(value.includes(',') || name === 'keywords' ? ',' : /\s+/).map((tag) => tag.trim())
  })
  return distinctTags(tags)
}
