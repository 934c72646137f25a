import type { Document } from '../../client/index.js'
import type { Paragraph } from './transcript-lines.js'

/** The title to put above each paragraph: that of the chapter which begins with it, else empty. */
export function placeChapters(paragraphs: readonly Paragraph[], chapters: Document['chapters']): string[] {
  let next = 0
  return paragraphs.map(({ startMs }) => {
    let title = ''
    while (startMs !== null && next < chapters.length && (chapters[next]?.startMs ?? Infinity) <= startMs) {
      title = chapters[next]?.title ?? ''
      next += 1
    }
    return title
  })
}
