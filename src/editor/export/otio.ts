import { frameRateOf, msToFrames, msToFramesUp, type FrameRate } from '../../domain/timecode.js'
import type { ExportDocument, ExportFormat } from './export-format.js'
import { frameClips, type FramedClip } from './frame-clips.js'
import { hasPicture, mediaNameOf } from './media-name.js'
import { removeControls } from './plain-line.js'
import { describeLeftOut, findTurns, nameOf } from './timed-clips.js'

/**
 * OpenTimelineIO: a track of sound with all clips, and above it one of pictures where some have one. The schemas are
 * those that every version since 0.12 reads.
 */
export const otioFormat: ExportFormat = {
  extension: 'otio',
  mediaType: 'application/json',
  summary: 'timeline for editing programs (OpenTimelineIO)',
  write(collection, options) {
    const rate = frameRateOf(options.frameRate)
    const framed = frameClips(collection, rate)
    const hasVideo = framed.some(({ clip }) => hasPicture(clip.document))
    const sound = framed.map((each) => writeClip(each, rate))
    const pictures = framed.map((each) =>
      hasPicture(each.clip.document) ? writeClip(each, rate) : writeGap(each, rate),
    )
    const tracks = [...(hasVideo ? [writeTrack('Video', pictures)] : []), writeTrack('Audio', sound)]
    const leftOut = describeLeftOut(collection)
    const timeline = {
      OTIO_SCHEMA: 'Timeline.1',
      name: collection.title,
      metadata: {
        cuepoint: {
          note: collection.note,
          updatedAt: collection.updatedAt,
          ...(leftOut !== null && { leftOut }),
        },
      },
      global_start_time: null,
      tracks: { OTIO_SCHEMA: 'Stack.1', name: 'tracks', ...bare, children: tracks },
    }
    return `${JSON.stringify(timeline, readable, 2)}\n`
  },
}

/** Its readers end a text at a NUL. */
const readable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? removeControls(value) : value

/** What every item of a timeline has. */
const bare = { metadata: {}, source_range: null, effects: [], markers: [], enabled: true }

const writeTrack = (kind: 'Audio' | 'Video', children: readonly object[]) => ({
  OTIO_SCHEMA: 'Track.1',
  name: kind,
  kind,
  ...bare,
  children,
})

function writeClip({ clip, startFrame, frames }: FramedClip, rate: FrameRate) {
  const { document, note, tags, link, speaker, text } = clip
  const markers = findTurns(clip).map((turn, index) => ({
    OTIO_SCHEMA: 'Marker.2',
    name: [turn.speaker ?? '', index === 0 ? nameOf(clip) : ''].filter(Boolean).join(': '),
    color: index === 0 ? 'GREEN' : 'CYAN',
    comment: index === 0 ? note : '',
    marked_range: range(Math.min(msToFrames(turn.startMs, rate), startFrame + frames - 1), 1, rate),
    metadata: { cuepoint: { speaker: turn.speaker, ...(index === 0 && { note }) } },
  }))
  return {
    OTIO_SCHEMA: 'Clip.1',
    name: nameOf(clip),
    ...bare,
    source_range: range(startFrame, frames, rate),
    markers,
    metadata: { cuepoint: { speaker, note, tags, text, link } },
    media_reference: writeReference(document, rate),
  }
}

function writeReference(document: ExportDocument, rate: FrameRate) {
  const { mediaUrl, durationMs, title, sourceTitle, url } = document
  const described = {
    name: mediaNameOf(document),
    available_range: durationMs === null ? null : range(0, msToFramesUp(durationMs, rate), rate),
    metadata: { cuepoint: { title, sourceTitle, url } },
  }
  return mediaUrl === null
    ? { OTIO_SCHEMA: 'MissingReference.1', ...described }
    : { OTIO_SCHEMA: 'ExternalReference.1', target_url: mediaUrl, ...described }
}

const writeGap = ({ frames }: FramedClip, rate: FrameRate) => ({
  OTIO_SCHEMA: 'Gap.1',
  name: '',
  ...bare,
  source_range: range(0, frames, rate),
})

const range = (startFrame: number, frames: number, rate: FrameRate) => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: moment(startFrame, rate),
  duration: moment(frames, rate),
})

const moment = (frames: number, { numerator, denominator }: FrameRate) => ({
  OTIO_SCHEMA: 'RationalTime.1',
  rate: numerator / denominator,
  value: frames,
})
