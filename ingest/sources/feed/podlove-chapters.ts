import type { Chapter } from '../../../src/domain/document.js'
import { orderChapters } from '../../chapters.js'
import type { Resolve } from './feed-links.js'
import { toLine } from '../html/html-to-text.js'
import { elementsIn, findChild, type XmlElement } from './parse-xml.js'
import { webOnly } from '../resolve-reference.js'

/** Podlove Simple Chapters (podlove.org/simple-chapters): the first `psc:chapters` of an item, by start. */
export function readPodloveChapters(
  item: XmlElement,
  resolve: Resolve,
  report: (message: string) => void,
): Chapter[] {
  const list = findChild(item, 'psc:chapters')
  if (!list) return []
  const chapters = elementsIn(list)
    .filter(({ name }) => name === 'psc:chapter' || name === 'chapter')
    .flatMap(({ attributes }): Chapter[] => {
      const start = attributes.get('start') ?? ''
      const startMs = parseNormalPlayTime(start)
      const title = toLine(attributes.get('title') ?? '')
      if (startMs === null || title === '') {
        report(
          startMs === null
            ? `the start ${JSON.stringify(start.slice(0, 40))} of a chapter is no time; it is left out`
            : `the chapter at ${JSON.stringify(start.slice(0, 40))} has no title; it is left out`,
        )
        return []
      }
      const href = attributes.get('href')?.trim() ?? ''
      return [
        { startMs, endMs: null, title, url: href === '' ? null : webOnly(resolve(href, 'psc:chapter')) },
      ]
    })
  return orderChapters(chapters)
}

/** RFC 2326's normal play time: `1:02:03.5`, `02:03`, `123.5` → ms; null for anything else. */
export function parseNormalPlayTime(text: string): number | null {
  const match = /^(?:npt:)?(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,9}))?s?$/.exec(text.trim())
  if (!match) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match
  return (
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 +
    Math.round(Number(`0.${fraction}`) * 1000)
  )
}
