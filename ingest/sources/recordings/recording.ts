import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Issue } from '../../../src/domain/issue.js'
import { AppError } from '../../../src/errors.js'
import { kindOf } from '../document-kind.js'
import type { FileGroup } from '../group-files.js'
import { titleFromName } from '../title-from-name.js'
import { readMediaTags, type MediaTags } from './media-tags.js'
import { mediaTypeOf } from './media-type.js'
import { parseDate } from '../parse-date.js'
import { orderTranscripts } from '../feed/podcast-namespace.js'
import type { FolderBody, FolderFile, SourceItem, TranscriptReference } from '../source-format.js'
import { newItem } from '../new-item.js'

/** Media with its sidecar files, or a transcript that stands alone, named by its file. */

export const fileUrl = (body: FolderBody, file: FolderFile): string =>
  pathToFileURL(join(body.location, file.path)).href

export interface Recording {
  item: SourceItem
  /** The album in the tags of its media. */
  show: string | null
}

/** What the tags do not say the file's name does. Tags that cannot be read are an issue. */
export async function readRecording(body: FolderBody, group: FileGroup, issues: Issue[]): Promise<Recording> {
  const name = basename(group.stem)
  const enclosure = enclosureOf(body, group)
  const tags = group.media === null ? null : await readTags(body, group.media, issues)
  const { show = null, part = null, durationMs = null, year = null } = tags ?? {}
  const dateOfName = parseDate(/^\d{4}-\d{1,2}-\d{1,2}/.exec(name)?.[0] ?? '')
  const item: SourceItem = newItem(
    {
      guid: group.stem,
      kind: kindOf(enclosure, durationMs),
      title: tags?.title ?? titleFromName(name),
      description: tags?.description ?? '',
      url: tags?.url ?? null,
      publishedAt: tags?.publishedAt ?? dateOfName ?? (year === null ? null : parseDate(`${year}-01-01`)),
      durationMs,
      language: tags?.language ?? null,
      people: tags?.people ?? [],
      tags: tags?.tags ?? [],
      series: show === null || part === null ? null : { title: show, part },
      chapters: tags?.chapters ?? [],
      enclosure,
    },
    {
      transcripts: orderSidecars(sidecarTranscripts(body, group), tags?.language ?? null),
      chaptersUrl: group.chapters === null ? null : fileUrl(body, group.chapters),
    },
  )
  return { item, show }
}

/** Where nothing tells which language is spoken the format decides, and then the name without a language. */
function orderSidecars(
  sidecars: readonly TranscriptReference[],
  language: string | null,
): TranscriptReference[] {
  if (language !== null) return orderTranscripts(sidecars, language, language)
  const languages = new Map(sidecars.map((sidecar) => [sidecar.url, sidecar.language]))
  const plainFirst = [...sidecars]
    .sort((a, b) => Number(a.language !== null) - Number(b.language !== null))
    .map((sidecar) => ({ ...sidecar, language: null }))
  return orderTranscripts(plainFirst, null, null).map((sidecar) => ({
    ...sidecar,
    language: languages.get(sidecar.url) ?? null,
  }))
}

async function readTags(body: FolderBody, media: FolderFile, issues: Issue[]): Promise<MediaTags | null> {
  try {
    return await readMediaTags(join(body.location, media.path))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const message = `${error.message}. Its file name stands for them`
    issues.push({ code: error.code, where: media.path, message })
    return null
  }
}

export function enclosureOf(body: FolderBody, { media }: FileGroup): SourceItem['document']['enclosure'] {
  if (media === null) return null
  const url = fileUrl(body, media)
  return { url, mediaType: mediaTypeOf(undefined, url), sizeBytes: media.sizeBytes }
}

/** Which of the texts beside a recording are transcripts shows when they are read. */
export const sidecarTranscripts = (body: FolderBody, { texts }: FileGroup): TranscriptReference[] =>
  texts.map(({ file, language }) => {
    const url = fileUrl(body, file)
    return { url, mediaType: mediaTypeOf(undefined, url), language, captions: false, machine: false }
  })
