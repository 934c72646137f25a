import { basename, dirname } from 'node:path'
import type { Issue } from '../../src/domain/issue.js'
import { AppError, reasonOf } from '../../src/errors.js'
import { asText, opensFrontMatter, parseYamlMap, textField } from './front-matter.js'
import { parseLanguage } from './parse-language.js'
import { readPost, titleFromName, type Site } from './post-item.js'
import { isWebAddress } from './resolve-reference.js'
import type { ReadSource, SourceBody, SourceFormat, SourceItem } from './source-format.js'

/** A folder of Jekyll or plain Markdown posts, or one such file. */

const markdownName = /\.(?:md|markdown)$/i
const settingsName = '_config.yml'
/** Files that come with a folder; without front matter they are no posts. */
const companionName =
  /^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|source|security|notice)\b/i
/** Names that say what is in a folder and not what it is about. */
const genericFolder = /^_?(?:posts|blog|articles|content)$/i

export const postsFormat: SourceFormat = {
  kind: 'posts',
  recognizes: ({ files, isFolder }) =>
    isFolder ? files.some(isPost) : files.some(isPost) || opensAsPost(files[0]?.text),
  read: readPosts,
}

const isPost = ({ path, text }: { path: string; text: string }): boolean =>
  markdownName.test(path) && (!companionName.test(basename(path)) || opensFrontMatter(text))

const opensAsPost = (text: string | undefined): boolean => text !== undefined && opensFrontMatter(text)

/** @throws FEED_EMPTY for a folder without posts */
function readPosts(body: SourceBody): ReadSource {
  const issues: Issue[] = []
  const settings = readSettings(body, issues)
  const site: Site = {
    base: body,
    url: siteUrl(settings),
    language: parseLanguage(textField(settings, 'lang', 'locale')),
  }
  const posts = body.isFolder ? body.files.filter(isPost) : body.files
  const items = posts.flatMap(({ path, text }) => {
    const item = readPost(path, text, site, issues)
    return item ? [{ path, item }] : []
  })
  if (items.length === 0)
    throw new AppError(
      'FEED_EMPTY',
      `${body.location} holds no post that can be read; a post is a .md or .markdown file that is not marked as a draft`,
    )
  makeGuidsUnique(items, issues)
  const documents = items.map(({ item }) => item.document)
  const languages = new Set(documents.map(({ language }) => language))
  return {
    guid: body.location,
    title:
      textField(settings, 'title') ||
      titleOf(
        body,
        items.map(({ item }) => item),
      ),
    url: site.url,
    imageUrl: null,
    language: languages.size === 1 ? (documents[0]?.language ?? null) : site.language,
    items: items.map(({ item }) => item),
    issues,
  }
}

function readSettings({ files }: SourceBody, issues: Issue[]): ReadonlyMap<string, unknown> {
  const file = files.find(({ path }) => path === settingsName)
  if (!file) return new Map()
  try {
    return parseYamlMap(file.text)
  } catch (error) {
    issues.push({
      code: 'POST_INVALID',
      where: settingsName,
      message: `is no YAML and is passed over: ${reasonOf(error)}`,
    })
    return new Map()
  }
}

/** Jekyll keeps host and path of a site apart. */
function siteUrl(settings: ReadonlyMap<string, unknown>): string | null {
  const host = textField(settings, 'url')
  const url = host + asText(settings.get('baseurl'))
  return isWebAddress(host) && URL.canParse(url) ? new URL(url).href : null
}

/** A permalink copied from another post must not make the two one document: the path stands in for it. */
function makeGuidsUnique(items: readonly { path: string; item: SourceItem }[], issues: Issue[]): void {
  const taken = new Set<string>()
  for (const { path, item } of items) {
    const { guid } = item.document
    if (taken.has(guid)) {
      const message = `has the permalink or guid ${JSON.stringify(guid)} of another post; its path identifies it`
      issues.push({ code: 'POST_INVALID', where: path, message })
      item.document.guid = path
    }
    taken.add(item.document.guid)
  }
}

/** The post that is the source, the series that all posts of a folder belong to, or the name of the folder. */
function titleOf({ location, isFolder }: SourceBody, items: readonly SourceItem[]): string {
  const [first] = items
  if (!isFolder && first) return first.document.title
  const series = first?.document.series?.title
  if (series !== undefined && items.every(({ document }) => document.series?.title === series)) return series
  const folder = basename(location)
  return genericFolder.test(folder)
    ? `${titleFromName(basename(dirname(location)))} posts`
    : titleFromName(folder)
}
