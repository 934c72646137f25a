import type { SourceKind } from '../../src/domain/source.js'
import { AppError } from '../../src/errors.js'
import { feedFormat } from './feed.js'
import { postsFormat } from './posts.js'
import type { SourceBody, SourceFormat } from './source-format.js'

/** Asked in this order. */
const formats: Readonly<Record<SourceKind, SourceFormat>> = {
  feed: feedFormat,
  posts: postsFormat,
}

/** The format that a source was recognized as when it was added. */

/**
 * The format of a body, by its content.
 * @throws SOURCE_UNRECOGNIZED
 */
export function recognizeSource(body: SourceBody): SourceFormat {
  const candidates = Object.values(formats)
  const format =
    candidates.find((candidate) => candidate.recognizes(body)) ??
    candidates.find((candidate) => candidate.resembles?.(body))
  if (format) return format
  throw new AppError(
    'SOURCE_UNRECOGNIZED',
    `${body.location} is no source that can be read: found ${describeBody(body)}, ` +
      'looked for an RSS 2.0 feed, a Markdown post or a folder of Markdown posts (.md, .markdown)',
  )
}

function describeBody({ files, isFolder }: SourceBody): string {
  if (isFolder)
    return files.length === 0 ? 'a folder without such files' : `a folder with ${files.length} file(s)`
  const opening = (files[0]?.text ?? '').trimStart().slice(0, 40)
  return opening === '' ? 'an empty file' : `text that begins with ${JSON.stringify(opening)}`
}
