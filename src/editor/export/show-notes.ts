import { formatClock } from '../../domain/time.js'
import type { ExportClip, ExportFormat } from './export-format.js'
import { describeDocument, escapeMarkdown, formatRange, toParagraphs, writeLink } from './markdown.js'
import { nameOf, placeClips } from './timed-clips.js'
import { speakersOf } from './speakers.js'

/** A page for listeners: the moments with their times, then where all of it is from. */
export const showNotesFormat: ExportFormat = {
  extension: 'notes.md',
  mediaType: 'text/markdown',
  summary: 'show notes: moments with times, then sources (Markdown)',
  write(collection, { times }) {
    const { title, note, clips } = collection
    const atMs = new Map(placeClips(collection).map(({ clip, atMs }) => [clip.id, atMs]))
    const written = clips.filter(({ id }) => !atMs.has(id))
    const moments = clips
      .filter(({ id }) => atMs.has(id))
      .map((clip) => writeMoment(clip, (times === 'sequence' ? atMs.get(clip.id) : clip.startMs) ?? 0))
    return `${[
      `# ${escapeMarkdown(title)}`,
      ...toParagraphs(note),
      ...section('Moments', moments),
      ...section(
        'To read',
        written.map((clip) => `- ${writeLink(nameOf(clip), clip.link)}`),
      ),
      ...section('Sources', listSources(clips)),
    ].join('\n\n')}\n`
  },
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${heading}`, lines.join('\n')]

function writeMoment(clip: ExportClip, atMs: number): string {
  const speakers = speakersOf(clip).map((name) => `, ${escapeMarkdown(name)}`)
  const from = `${escapeMarkdown(clip.document.title)}, ${formatRange(clip) ?? ''}`
  return `- ${formatClock(atMs)} ${writeLink(nameOf(clip), clip.link)}${speakers.join('')} (${from})`
}

/** Each document once, in the order of its first clip. */
function listSources(clips: readonly ExportClip[]): string[] {
  const documents = new Map(clips.map(({ document }) => [document.id, document]))
  return [...documents.values()].map((document) => `- ${describeDocument(document)}`)
}
