import type { SourceKind } from '../../src/domain/source.js'
import { AppError } from '../../src/errors.js'
import { htmlPostFormat } from './html/html-post.js'
import { markdownPostFormat } from './posts/markdown-post.js'
import { htmlTranscriptFormat } from './transcript-pages/transcript-page-html.js'
import { loneTranscriptFormat } from './transcript-pages/transcript-page-lone.js'
import { markdownTranscriptFormat } from './transcript-pages/transcript-page-markdown.js'
import { textTranscriptFormat } from './transcript-pages/transcript-page-text.js'
import type { Page, PageFormat, ReadPage, Report } from './page-format.js'
import type { ReadSource, TextBody } from './source-format.js'
import { textPostFormat } from './posts/text-post.js'
import { videoInfoFormat } from './recordings/video-info.js'

/** Asked in this order: the stricter signature comes first. */
export const pageFormats: readonly PageFormat[] = [
  videoInfoFormat,
  markdownTranscriptFormat,
  textTranscriptFormat,
  htmlTranscriptFormat,
  textPostFormat,
  markdownPostFormat,
  htmlPostFormat,
]

export const recognizePage = (page: Page): PageFormat | undefined =>
  pageFormats.find((format) => format.recognizes(page))

/** A source of one page; null when no format recognizes it. @throws FEED_EMPTY when its author does not publish it */
export function readPageSource({ location, name, mediaType, text }: TextBody): ReadSource | null {
  const page: Page = {
    location,
    path: name,
    mediaType,
    text,
    site: { url: null, title: null, language: null },
  }
  const format =
    recognizePage(page) ?? (loneTranscriptFormat.recognizes(page) ? loneTranscriptFormat : undefined)
  if (!format) return null
  const issues: ReadSource['issues'] = []
  const read = readPage(page, format, issues)
  if (!read)
    throw new AppError(
      'FEED_EMPTY',
      `${location} holds no document that can be read: it ${issues[0]?.message ?? ''}`,
    )
  const { document } = read.item
  return {
    kind: format.kind satisfies SourceKind,
    guid: location,
    title: read.show ?? document.title,
    url: document.url,
    imageUrl: document.imageUrl,
    language: document.language,
    movedTo: null,
    listsAll: true,
    isWhole: true,
    items: [read.item],
    issues,
  }
}

/** What the page holds; what is wrong with it goes to `issues` under its path. */
export function readPage(page: Page, format: PageFormat, issues: ReadSource['issues']): ReadPage | null {
  const report: Report = (message, code = 'POST_INVALID') =>
    void issues.push({ code, where: page.path, message })
  return format.read(page, report)
}
