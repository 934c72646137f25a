import { msToSecondsText } from '../../domain/timecode.js'
import type { ExportFormat } from './export-format.js'
import { shortenText } from './plain-line.js'
import { describeLeftOut, groupByRecording, nameOf, type TimedClip } from './timed-clips.js'
import { element, writeComment, writeXml, type XmlElement } from './xml.js'

/** The namespace's own limit. */
const maxTitleLength = 128
const namespace = 'https://podcastindex.org/namespace/1.0'

/** Podcasting 2.0 soundbites, grouped by recording: each group is for the item of that episode in its show's feed. */
export const soundbitesFormat: ExportFormat = {
  extension: 'soundbites.xml',
  mediaType: 'application/xml',
  summary: 'podcast:soundbite elements for the items of a feed',
  write(collection) {
    const items = groupByRecording(collection).map(writeItem)
    const leftOut = describeLeftOut(collection)
    const channel = element('channel', {}, [
      element('title', {}, collection.title),
      element('description', {}, collection.note || 'Soundbites for the items of these recordings.'),
      ...items,
    ])
    const root = element('rss', { version: '2.0', 'xmlns:podcast': namespace }, [channel])
    return writeXml(root, leftOut === null ? [] : [writeComment(leftOut)])
  },
}

function writeItem(clips: readonly TimedClip[]): XmlElement {
  const [{ document }] = clips as readonly [TimedClip]
  const { guid, title, url, mediaUrl, mediaType } = document
  return element('item', {}, [
    element('title', {}, title),
    ...(guid === null ? [] : [element('guid', { isPermaLink: 'false' }, guid)]),
    ...(url === null ? [] : [element('link', {}, url)]),
    // A path of this machine has no place in a feed.
    ...(!/^https?:/.test(mediaUrl ?? '')
      ? []
      : [element('enclosure', { url: mediaUrl, length: 0, type: mediaType ?? '' })]),
    ...clips.map((clip) =>
      element(
        'podcast:soundbite',
        { startTime: msToSecondsText(clip.startMs), duration: msToSecondsText(clip.endMs - clip.startMs) },
        shortenText(nameOf(clip), maxTitleLength),
      ),
    ),
  ])
}
