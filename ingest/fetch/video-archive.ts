import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { maxBodyBytes } from './fetch-body.js'

/** Which videos of a folder yt-dlp need not be asked for again, in the form that it reads: its download archive. */

/** Captions of a recogniser come hours after a video, those of people days: younger videos are asked for again. */
const settledMs = 14 * 86_400_000
/** Hidden, so that it is not read as one of the folder's documents. */
const archiveName = '.archive.txt'
const infoEnding = '.info.json'

// What they look for cannot stand inside a string of JSON, where quotes are escaped.
const idField = /"id":\s?"([^"\\]{1,200})"/
const extractorField = /"extractor_key":\s?"(\w{1,100})"/
const dayField = /"upload_date":\s?"(\d{4})(\d{2})(\d{2})"/
const askedField = /"epoch":\s?(\d{1,12})/
const unfinishedField = /"live_status":\s?"(?:is_live|is_upcoming|post_live)"/
/** The chat beside a live stream is no caption. */
const captionsField = /"(?:subtitles|automatic_captions)":\s?\{\s?"(?!live_chat")/

/** Writes the archive anew from the metadata in the folder, so that a video whose files are removed is got again. @returns its path */
export async function writeVideoArchive(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort()
  const withCaptions = captionedStems(names)
  const lines: string[] = []
  for (const name of names) {
    if (!name.endsWith(infoEnding)) continue
    const path = join(folder, name)
    if ((await stat(path)).size > maxBodyBytes) continue
    // Only fields in ASCII are looked for.
    const text = await readFile(path, 'latin1')
    const line = settledLine(text, withCaptions.has(name.slice(0, -infoEnding.length)))
    if (line !== null) lines.push(`${line}\n`)
  }
  const path = join(folder, archiveName)
  await writeFile(path, lines.join(''))
  return path
}

/** Names are `id.info.json` and `id.language.ending`, and an id may have dots: every beginning is one. */
function captionedStems(names: readonly string[]): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const name of names) {
    if (name.endsWith(infoEnding)) continue
    for (let at = name.indexOf('.', 1); at > 0; at = name.indexOf('.', at + 1)) stems.add(name.slice(0, at))
  }
  return stems
}

/** Null for a video that has to be asked for again: it was young when it was, or its captions did not come. */
function settledLine(text: string, hasCaptionFiles: boolean): string | null {
  const id = idField.exec(text)?.[1]
  const extractor = extractorField.exec(text)?.[1]
  const [, year, month, day] = dayField.exec(text) ?? []
  if (id === undefined || extractor === undefined || day === undefined) return null
  const askedSeconds = askedField.exec(text)?.[1]
  const askedMs = askedSeconds === undefined ? Date.now() : Number(askedSeconds) * 1000
  // Of a day that is none this is NaN, which is never settled.
  const uploadedMs = Date.parse(`${year}-${month}-${day}`)
  if (!(askedMs - uploadedMs >= settledMs) || unfinishedField.test(text)) return null
  if (!hasCaptionFiles && captionsField.test(text)) return null
  return `${extractor.toLowerCase()} ${id}`
}
