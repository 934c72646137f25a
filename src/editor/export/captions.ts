import { formatTimestamp } from '../../domain/time.js'
import type { ExportFormat } from './export-format.js'
import { toLine } from './plain-line.js'
import { describeLeftOut, retimeCues } from './timed-clips.js'

/** The words of the clips as captions. */

/** WebVTT with a voice span for each speaker. */
export const vttFormat: ExportFormat = {
  extension: 'vtt',
  mediaType: 'text/vtt',
  summary: 'captions (WebVTT), with speakers',
  write(collection, options) {
    const leftOut = describeLeftOut(collection)
    const blocks = retimeCues(collection, options).map(({ startMs, endMs, speaker, text }) => {
      // Behind hyphens the end of the tag would be read as an arrow.
      const name = speaker === null ? '' : escapeVtt(speaker).replace(/-+$/, '').trim()
      const voice = name === '' ? '' : `<v ${name}>`
      return `${formatTimestamp(startMs)} --> ${formatTimestamp(endMs)}\n${voice}${escapeVtt(text)}`
    })
    const notes = [collection.title, leftOut ?? ''].map(escapeVtt).filter((line) => line !== '')
    const header = ['WEBVTT', ...(notes.length > 0 ? [`NOTE\n${notes.join('\n')}`] : [])]
    return `${[...header, ...blocks].join('\n\n')}\n`
  },
}

/** SubRip has no place for a name: it stands before the text where the speaker changes. */
export const srtFormat: ExportFormat = {
  extension: 'srt',
  mediaType: 'application/x-subrip',
  summary: 'captions (SubRip)',
  write(collection, options) {
    let previous: string | null = null
    return retimeCues(collection, options)
      .map(({ startMs, endMs, speaker, text }, index) => {
        const name = speaker !== null && speaker !== previous ? `${speaker}: ` : ''
        previous = speaker
        const times = `${formatTimestamp(startMs, ',')} --> ${formatTimestamp(endMs, ',')}`
        return `${index + 1}\n${times}\n${disarmSrt(name + text)}\n`
      })
      .join('\n')
  },
}

/** `>` too: `-->` within a text would begin a cue. */
const escapeVtt = (text: string): string =>
  toLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** SubRip has no escapes, and players read tags and braces as styles: signs that look alike stand for theirs. */
const disarmSrt = (text: string): string =>
  toLine(text)
    .replace(/<(?=[a-z/!?])/gi, '‹')
    .replaceAll('-->', '–›')
    .replace(/\{(?=\\)/g, '(')
