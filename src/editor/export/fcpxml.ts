import {
  frameRateOf,
  framesToRationalSeconds,
  msToFrames,
  msToFramesUp,
  type FrameRate,
} from '../../domain/timecode.js'
import type { ExportClip, ExportDocument, ExportFormat } from './export-format.js'
import { frameClips, type FramedClip } from './frame-clips.js'
import { hasPicture, mediaNameOf } from './media-name.js'
import { toLine } from './plain-line.js'
import { describeLeftOut, findTurns, nameOf } from './timed-clips.js'
import { element, writeComment, writeXml, type XmlElement } from './xml.js'
import { speakersOf } from './speakers.js'

/**
 * FCPXML 1.10: each recording an asset, the clips one after the other on the spine of one project. All times are whole
 * frames of the sequence, as Final Cut wants them.
 */
export const fcpxmlFormat: ExportFormat = {
  extension: 'fcpxml',
  mediaType: 'application/xml',
  summary: 'project for Final Cut Pro (FCPXML 1.10)',
  write(collection, options) {
    const rate = frameRateOf(options.frameRate)
    const framed = frameClips(collection, rate)
    const assets = listAssets(framed)
    const last = framed.at(-1)
    const leftOut = describeLeftOut(collection)
    const note = [collection.note, leftOut ?? ''].filter((text) => text !== '').join('\n')
    const sequence = element(
      'sequence',
      {
        format: formatId,
        duration: framesToRationalSeconds((last?.atFrame ?? 0) + (last?.frames ?? 0), rate),
        tcStart: '0s',
        tcFormat: timecodeFormat(rate),
        audioLayout: 'stereo',
        audioRate: '48k',
      },
      [
        ...(note === '' ? [] : [element('note', {}, note)]),
        element(
          'spine',
          {},
          framed.map((each) => writeClip(each, assets, rate)),
        ),
      ],
    )
    const resources = [writeFormat(rate), ...[...assets.values()].map((asset) => writeAsset(asset, rate))]
    const name = toLine(collection.title)
    const root = element('fcpxml', { version: '1.10' }, [
      element('resources', {}, resources),
      element('library', {}, [element('event', { name }, [element('project', { name }, [sequence])])]),
    ])
    return writeXml(root, ['<!DOCTYPE fcpxml>', ...(leftOut === null ? [] : [writeComment(leftOut)])])
  },
}

const formatId = 'r1'
const timecodeFormat = ({ droppedPerMinute }: FrameRate) => (droppedPerMinute > 0 ? 'DF' : 'NDF')

interface Asset {
  id: string
  document: ExportDocument
  /** The last frame that a clip uses, exclusive. */
  endFrame: number
}

/** By document id, in the order of their first clips. */
function listAssets(framed: readonly FramedClip[]): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  for (const { clip, startFrame, frames } of framed) {
    const { document } = clip
    const asset = assets.get(document.id) ?? { id: `r${assets.size + 2}`, document, endFrame: 0 }
    assets.set(document.id, { ...asset, endFrame: Math.max(asset.endFrame, startFrame + frames) })
  }
  return assets
}

/** Full HD, at the rate that was chosen: what a recording without a picture, or of unknown size, is put into. */
function writeFormat(rate: FrameRate): XmlElement {
  return element('format', {
    id: formatId,
    name: `FFVideoFormat1080p${rate.name === '23.976' ? '2398' : rate.name.replace('.', '')}`,
    frameDuration: framesToRationalSeconds(1, rate),
    width: 1920,
    height: 1080,
  })
}

function writeAsset({ id, document, endFrame }: Asset, rate: FrameRate): XmlElement {
  const knownFrames = document.durationMs === null ? 0 : msToFramesUp(document.durationMs, rate)
  const picture = hasPicture(document) ? { hasVideo: 1, format: formatId, videoSources: 1 } : {}
  return element(
    'asset',
    {
      id,
      name: mediaNameOf(document),
      start: '0s',
      duration: framesToRationalSeconds(Math.max(knownFrames, endFrame), rate),
      ...picture,
      hasAudio: 1,
      audioSources: 1,
      audioChannels: 2,
    },
    [
      element('media-rep', {
        kind: 'original-media',
        // Required. Nothing is there for a recording that has no address: Final Cut asks for the file by its name.
        src: document.mediaUrl ?? `file:///${encodeURIComponent(mediaNameOf(document))}`,
        suggestedFilename: mediaNameOf(document),
      }),
    ],
  )
}

function writeClip(
  { clip, startFrame, frames, atFrame }: FramedClip,
  assets: ReadonlyMap<string, Asset>,
  rate: FrameRate,
): XmlElement {
  const time = (frame: number) => framesToRationalSeconds(frame, rate)
  const range = { start: time(startFrame), duration: time(frames) }
  const markers = findTurns(clip).map(({ startMs, speaker }, index) =>
    element('marker', {
      start: time(Math.min(msToFrames(startMs, rate), startFrame + frames - 1)),
      duration: time(1),
      value: [speaker ?? '', index === 0 ? nameOf(clip) : ''].filter(Boolean).join(': '),
      note: index === 0 && toLine(clip.note) !== '' ? toLine(clip.note) : null,
    }),
  )
  return element(
    'asset-clip',
    {
      ref: assets.get(clip.document.id)?.id ?? '',
      offset: time(atFrame),
      name: nameOf(clip),
      ...range,
      format: formatId,
      tcFormat: timecodeFormat(rate),
      audioRole: 'dialogue',
    },
    [
      element('note', {}, describe(clip)),
      ...markers,
      // Commas divide keywords.
      ...clip.tags.map((tag) => element('keyword', { ...range, value: toLine(tag).replaceAll(',', ' ') })),
    ],
  )
}

const describe = ({ note, text, link, document, ...clip }: ExportClip): string =>
  [note, speakersOf(clip).join(', '), text, `${document.title}, ${document.sourceTitle}`, link]
    .map(toLine)
    .filter((line) => line !== '')
    .join('\n')
