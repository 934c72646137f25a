import { AppError } from '../../src/errors.js'
import { feedFormat } from './feed/feed.js'
import { readFolder } from './folder.js'
import { pageFormats, readPageSource } from './read-page.js'
import type { ReadSource, SourceBody, SourceFormat, TextBody } from './source-format.js'

/** Asked in this order, before the formats of single pages. */
const formats: readonly SourceFormat[] = [feedFormat]

/**
 * Reads a body in whichever known format its content is in.
 * @throws SOURCE_UNRECOGNIZED, and what its format throws when nothing of it can be read
 */
export async function readSource(body: SourceBody): Promise<ReadSource> {
  if (body.isFolder) return readFolder(body)
  const format = formats.find((candidate) => candidate.recognizes(body))
  if (format) return format.read(body)
  const page = readPageSource(body)
  if (page) return page
  const meant = formats.find((candidate) => candidate.resembles?.(body))
  if (meant) return meant.read(body)
  throw unrecognized(body)
}

function unrecognized({ location, text }: TextBody): AppError {
  const opening = text.trimStart().slice(0, 40)
  const found = opening === '' ? 'an empty file' : `text that begins with ${JSON.stringify(opening)}`
  const known = [...formats, ...pageFormats].map(({ name }) => name).join(', ')
  return new AppError(
    'SOURCE_UNRECOGNIZED',
    `${location} is no source that can be read: found ${found}, looked for ${known}, or a folder of such files`,
  )
}
