import type { ExportFormat } from './export-format.js'
import { toLine } from './plain-line.js'
import { assertOneRecording, describeLeftOut, nameOf, placeClips } from './timed-clips.js'

/** Podcasting 2.0 chapters (JSON 1.2): one for each clip, of the rough cut or of the recording. */
export const chaptersFormat: ExportFormat = {
  extension: 'chapters.json',
  mediaType: 'application/json+chapters',
  summary: 'a chapter for each clip (podcast:chapters)',
  write(collection, { times }) {
    if (times === 'source') assertOneRecording(collection)
    const placed = placeClips(collection).map(({ clip, atMs }) => {
      const startMs = times === 'source' ? clip.startMs : atMs
      return { clip, startMs, endMs: startMs + clip.endMs - clip.startMs }
    })
    const chapters = placed
      .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
      .map(({ clip, startMs, endMs }) => ({
        startTime: startMs / 1000,
        endTime: endMs / 1000,
        title: nameOf(clip),
        // A relative address would lead into the site of whoever shows the chapters.
        ...(/^https?:/.test(clip.link) && { url: clip.link }),
      }))
    const description = [toLine(collection.note), describeLeftOut(collection) ?? ''].filter(Boolean).join(' ')
    const file = {
      version: '1.2.0',
      title: toLine(collection.title),
      ...(description !== '' && { description }),
      chapters,
    }
    return `${JSON.stringify(file, null, 2)}\n`
  },
}
