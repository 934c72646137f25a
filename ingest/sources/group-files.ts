import { basename, dirname } from 'node:path'
import { parseLanguage } from './parse-language.js'
import type { FolderFile } from './source-format.js'

/** Which files of a folder are one document: `ep.mp3`, `ep.en.vtt` and `ep.info.json` are. By names only. */

export interface FileGroup {
  /** Path without the endings. */
  stem: string
  /** Metadata as yt-dlp leaves them: `ep.info.json`. */
  info: FolderFile | null
  media: FolderFile | null
  /** `ep.chapters.json`. */
  chapters: FolderFile | null
  image: FolderFile | null
  /** Files whose text may be a page, a transcript or neither. */
  texts: { file: FolderFile; extension: string; language: string | null }[]
}

const mediaExtensions = extensions('mp3 m4a m4b aac ogg oga opus flac wav mp4 m4v mov webm mkv')
const imageExtensions = extensions('jpg jpeg png webp')
const textExtensions = extensions(
  'md markdown html htm txt vtt srt sbv ttml dfxp xml json json3 srv1 srv2 srv3',
)
const transcriptExtensions = extensions('vtt srt sbv ttml dfxp json3 srv1 srv2 srv3')
/** Endings between the stem and the extension that say what a file is for: `ep.info.json`, `ep.chapters.json`. */
const roles = new Set(['info', 'chapters', 'description', 'live_chat'])

function extensions(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** Whether a format may be interested in a file of that name. */
export function isOfInterest(path: string): boolean {
  const extension = extensionOf(path)
  return mediaExtensions.has(extension) || imageExtensions.has(extension) || textExtensions.has(extension)
}

export const isMedia = (path: string): boolean => mediaExtensions.has(extensionOf(path))
export const isText = (path: string): boolean => textExtensions.has(extensionOf(path))

const extensionOf = (path: string): string => /\.([a-z0-9]{2,8})$/i.exec(path)?.[1]?.toLowerCase() ?? ''

/** Groups in the order of their first files. Several media or pages of one stem stay together: the first counts. */
export function groupFiles(files: readonly FolderFile[]): FileGroup[] {
  const stems = new Set(files.filter(({ path }) => isStemGiver(path)).map(({ path }) => bareStem(path)))
  const groups = new Map<string, FileGroup>()
  for (const file of files) {
    const { stem, role, language } = nameParts(file.path, stems)
    const group = groups.get(stem) ?? emptyGroup(stem)
    groups.set(stem, group)
    const extension = extensionOf(file.path)
    if (role === 'info' && extension === 'json') group.info ??= file
    else if (role === 'chapters' && extension === 'json') group.chapters ??= file
    else if (role !== null) continue
    else if (mediaExtensions.has(extension)) group.media ??= file
    else if (imageExtensions.has(extension)) group.image ??= file
    else if (textExtensions.has(extension)) group.texts.push({ file, extension, language })
  }
  return [...groups.values()]
}

const emptyGroup = (stem: string): FileGroup => ({
  stem,
  info: null,
  media: null,
  chapters: null,
  image: null,
  texts: [],
})

/** Files that name a document by themselves; a language is only taken off a name next to one of them. */
const isStemGiver = (path: string): boolean =>
  mediaExtensions.has(extensionOf(path)) || path.toLowerCase().endsWith('.info.json')

const bareStem = (path: string): string => joinFolder(path, stemOf(path))

/** The name of a recording, or of the metadata of a video, that the files beside it share. */
export function stemOf(path: string): string {
  const name = basename(path)
  const ofVideo = name.replace(/\.info\.json$/i, '')
  return ofVideo === name ? name.replace(/\.[a-z0-9]{2,8}$/i, '') : ofVideo
}

const joinFolder = (path: string, name: string): string =>
  dirname(path) === '.' ? name : `${dirname(path)}/${name}`

function nameParts(
  path: string,
  stems: ReadonlySet<string>,
): { stem: string; role: string | null; language: string | null } {
  const name = basename(path).replace(/\.[a-z0-9]{2,8}$/i, '')
  const ending = /^(.+)\.([^.]{1,40})$/u.exec(name)
  const [, rest = '', last = ''] = ending ?? []
  if (ending && roles.has(last.toLowerCase()))
    return { stem: joinFolder(path, rest), role: last.toLowerCase(), language: null }
  // yt-dlp marks captions as `en`, `en-US`, `en-orig` or, translated by a machine, `de-en`.
  if (ending && stems.has(joinFolder(path, rest)))
    return { stem: joinFolder(path, rest), role: null, language: parseLanguage(last) }
  const isTranscript = transcriptExtensions.has(extensionOf(path))
  if (ending && isTranscript && isLanguage(last))
    return { stem: joinFolder(path, rest), role: null, language: parseLanguage(last) }
  return { stem: joinFolder(path, name), role: null, language: null }
}

/** Known by its two or three letters: `ja`, `pt-BR`; `v2` and `final` are parts of a name. */
function isLanguage(text: string): boolean {
  const [, code = ''] = /^([a-z]{2,3})(?:-[A-Za-z0-9]{2,8})?$/.exec(text) ?? []
  return code !== '' && languageNames.of(code) !== undefined
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
