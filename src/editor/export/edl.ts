import { frameRateOf, framesToTimecode, msToFrames, type FrameRate } from '../../domain/timecode.js'
import type { ExportFormat } from './export-format.js'
import { frameClips, type FramedClip } from './frame-clips.js'
import { hasPicture, mediaNameOf, mediaPlaceOf } from './media-name.js'
import { shortenText, toLine } from './plain-line.js'
import { nameReels } from './reel-names.js'
import { describeLeftOut, findTurns, nameOf } from './timed-clips.js'
import { speakersOf } from './speakers.js'

/**
 * CMX 3600: cuts only. Source times are timecode of the recording, which begins at 0; record times run without a gap
 * from one hour on, as tapes do.
 */
export const edlFormat: ExportFormat = {
  extension: 'edl',
  mediaType: 'text/plain',
  summary: 'edit decision list (CMX 3600)',
  write(collection, options) {
    const rate = frameRateOf(options.frameRate)
    const reels = nameReels(collection.clips.map(({ document }) => document))
    const leftOut = describeLeftOut(collection)
    const lines = [
      `TITLE: ${shortenText(toLine(collection.title), maxTitleLength)}`,
      `FCM: ${rate.droppedPerMinute > 0 ? 'DROP FRAME' : 'NON-DROP FRAME'}`,
      ...frameClips(collection, rate).flatMap((framed, index) => [
        '',
        ...writeEvent(framed, { number: index + 1, reel: reels.get(framed.clip.document.id) ?? 'AX', rate }),
      ]),
      // Readers look for comments behind an event.
      ...(leftOut === null ? [] : ['', comment(leftOut)]),
    ]
    return lines.map((line) => `${line}\r\n`).join('')
  },
}

const maxTitleLength = 70
const maxCommentLength = 400

interface Event {
  number: number
  reel: string
  rate: FrameRate
}

function writeEvent(framed: FramedClip, { number, reel, rate }: Event): string[] {
  const { clip, startFrame, frames, atFrame } = framed
  const { document, note, tags } = clip
  const recordFrame = atFrame + hourOf(rate)
  const times = [startFrame, startFrame + frames, recordFrame, recordFrame + frames]
  const event = [
    String(number).padStart(3, '0'),
    reel.padEnd(8),
    // `B` is picture and sound.
    (hasPicture(document) ? 'B' : 'A').padEnd(5),
    'C'.padEnd(8),
    ...times.map((each) => framesToTimecode(each, rate)),
  ]
  const locators = findTurns(clip).map(({ startMs, speaker }, index) => {
    const at = framesToTimecode(recordFrame + msToFrames(startMs, rate) - startFrame, rate)
    const words = [index === 0 ? nameOf(clip) : '', speaker ?? ''].filter(Boolean).join(' / ')
    return comment(`LOC: ${at} ${index === 0 ? 'GREEN' : 'CYAN'} ${words}`)
  })
  return [
    event.join(' '),
    comment(`FROM CLIP NAME: ${mediaNameOf(document)}`),
    ...(document.mediaUrl === null ? [] : [comment(`FROM FILE: ${mediaPlaceOf(document.mediaUrl)}`)]),
    comment(`RECORDING: ${document.title} / ${document.sourceTitle}`),
    ...(clip.title === '' ? [] : [comment(`TITLE: ${clip.title}`)]),
    ...speakersOf(clip).map((name) => comment(`SPEAKER: ${name}`)),
    ...(toLine(note) === '' ? [] : [comment(`NOTE: ${note}`)]),
    ...(tags.length === 0 ? [] : [comment(`TAGS: ${tags.join(', ')}`)]),
    ...locators,
  ]
}

const comment = (text: string): string => `* ${shortenText(toLine(text), maxCommentLength)}`

/** The frame that carries 01:00:00:00. */
function hourOf({ timebase, droppedPerMinute }: FrameRate): number {
  return 3600 * timebase - 54 * droppedPerMinute
}
