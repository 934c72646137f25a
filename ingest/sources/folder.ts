import { basename, dirname, join } from 'node:path'
import type { Issue } from '../../src/domain/issue.js'
import type { SourceKind } from '../../src/domain/source.js'
import { AppError } from '../../src/errors.js'
import { recognizesTranscript } from '../transcripts/read-transcript.js'
import { groupFiles, type FileGroup } from './group-files.js'
import { titleFromName } from './title-from-name.js'
import type { Page, ReadPage, Site } from './page-format.js'
import { readPage, recognizePage } from './read-page.js'
import { enclosureOf, fileUrl, readRecording, sidecarTranscripts } from './recordings/recording.js'
import { findSettings, readSiteSettings } from './posts/site-settings.js'
import type { FolderBody, ReadSource, SourceItem } from './source-format.js'

/** A folder of anything that is one document a file, or a group of files with one stem: posts, pages, recordings. */

/** Names that say what is in a folder and not what it is about. */
const genericFolder = /^_?(?:posts|blog|articles|content|transcripts|episodes|captions|subtitles)$/i
/** Texts of these endings are pages or transcripts; whether the others are, their content tells. */
const certainExtension = /^(?:vtt|srt|sbv|ttml|dfxp|srv[123]|json3)$/

interface Found {
  kind: SourceKind
  /** Path of the file that it was read from. */
  path: string
  item: SourceItem
  show: string | null
}

/** @throws FEED_EMPTY when there is nothing in it that can be read */
export async function readFolder(body: FolderBody): Promise<ReadSource> {
  const issues: Issue[] = []
  const site = await readSite(body, issues)
  const found: Found[] = []
  for (const group of groupFiles(body.files)) {
    const document = await readGroup(body, group, site, issues)
    if (document) found.push(document)
  }
  if (found.length === 0)
    throw new AppError(
      'FEED_EMPTY',
      `${body.location} holds nothing that can be read (${body.files.length} files looked at): ` +
        'no post (.md, .html), no recording with a transcript beside it, and no transcript',
    )
  makeGuidsUnique(found, issues)
  const [first] = found
  const languages = new Set(found.map(({ item }) => item.document.language))
  return {
    kind: found.every(({ kind }) => kind === first?.kind) ? (first?.kind ?? 'folder') : 'folder',
    guid: body.origin,
    title: site.title ?? titleOf(body, found),
    url: site.url,
    imageUrl: null,
    language: languages.size === 1 ? (first?.item.document.language ?? null) : site.language,
    movedTo: null,
    listsAll: true,
    isWhole: issues.every(({ code }) => code !== 'SOURCE_UNREADABLE' && code !== 'FETCH_TOO_LARGE'),
    items: found.map(({ item }) => item),
    issues,
  }
}

async function readSite(body: FolderBody, issues: Issue[]): Promise<Site> {
  const file = findSettings(body.files)
  return file
    ? readSiteSettings(await file.read(), file.path, issues)
    : { url: null, title: null, language: null }
}

async function readGroup(
  body: FolderBody,
  group: FileGroup,
  site: Site,
  issues: Issue[],
): Promise<Found | null> {
  const read = await readFirstPage(body, group, site, issues)
  if (read === 'left out') return null
  if (read) return { ...read, item: withSidecars(read, body, group) }
  const texts = await keepTranscripts(group, issues)
  if (group.media === null && texts.length === 0) return null
  const { item, show } = await readRecording(body, { ...group, texts }, issues)
  return { kind: 'folder', path: group.media?.path ?? texts[0]?.file.path ?? group.stem, item, show }
}

/** The first file of the group that is a page: the metadata of a video, a post, a page with a transcript. */
async function readFirstPage(
  body: FolderBody,
  { info, texts }: FileGroup,
  site: Site,
  issues: Issue[],
): Promise<(ReadPage & { kind: SourceKind; path: string }) | 'left out' | null> {
  const candidates = [
    ...(info === null ? [] : [info]),
    ...texts.filter(({ extension }) => !certainExtension.test(extension)).map(({ file }) => file),
  ]
  for (const { path, read } of candidates) {
    const text = await readOrReport(path, read, issues)
    if (text === null) continue
    const page: Page = { location: join(body.location, path), path, mediaType: null, text, site }
    const format = recognizePage(page)
    if (!format) continue
    const found = readPage(page, format, issues)
    return found ? { ...found, kind: format.kind, path } : 'left out'
  }
  return null
}

/** A page with media or transcripts beside it is about them. */
function withSidecars(
  { item, path, orderTranscripts = (beside) => beside }: ReadPage & { path: string },
  body: FolderBody,
  group: FileGroup,
): SourceItem {
  const texts = group.texts.filter(({ file }) => file.path !== path)
  return {
    ...item,
    document: { ...item.document, enclosure: item.document.enclosure ?? enclosureOf(body, group) },
    transcripts: [...item.transcripts, ...orderTranscripts(sidecarTranscripts(body, { ...group, texts }))],
    chaptersUrl: item.chaptersUrl ?? (group.chapters === null ? null : fileUrl(body, group.chapters)),
  }
}

/** Texts beside a recording are believed; one that stands alone has to look like a transcript. */
async function keepTranscripts(group: FileGroup, issues: Issue[]): Promise<FileGroup['texts']> {
  const kept: FileGroup['texts'] = []
  for (const text of group.texts) {
    if (group.media === null && !certainExtension.test(text.extension)) {
      const content = await readOrReport(text.file.path, text.file.read, issues)
      if (content === null || !recognizesTranscript(content)) continue
    }
    kept.push(text)
  }
  return kept
}

async function readOrReport(
  path: string,
  read: () => Promise<string>,
  issues: Issue[],
): Promise<string | null> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    issues.push({ code: error.code, where: path, message: error.message })
    return null
  }
}

/** A permalink copied from another post must not make the two one document: the path stands in for it. */
function makeGuidsUnique(found: readonly Found[], issues: Issue[]): void {
  const taken = new Set<string>()
  for (const { path, item } of found) {
    const { guid } = item.document
    if (taken.has(guid)) {
      const message = `has the permalink or guid ${JSON.stringify(guid)} of another post; its path identifies it`
      issues.push({ code: 'POST_INVALID', where: path, message })
      item.document.guid = path
    }
    taken.add(item.document.guid)
  }
}

/** The show or series that all belong to, or the name of the folder. */
function titleOf({ location, origin }: FolderBody, found: readonly Found[]): string {
  const show = found[0]?.show ?? null
  if (show !== null && found.every((each) => each.show === show)) return show
  if (origin !== location) return found[0]?.item.document.title ?? origin
  const folder = basename(location)
  return genericFolder.test(folder)
    ? `${titleFromName(basename(dirname(location)))} ${folder.replace('_', '').toLowerCase()}`
    : titleFromName(folder)
}
