/** The files that a collection can be taken away as, and what each is for. */

export interface ExportChoice {
  /** As in `/collections/{id}/export.{extension}`. */
  extension: string
  name: string
  purpose: string
  /** Counts in frames. */
  hasFrames?: true
  /** Runs by the clips one after the other, or by the recording. */
  hasTimes?: true
}

export interface ExportGroup {
  title: string
  choices: readonly ExportChoice[]
}

export const exportGroups: readonly ExportGroup[] = [
  {
    title: 'To read and to publish',
    choices: [
      { extension: 'md', name: 'Quotes', purpose: 'Markdown: each quote with a link to its moment' },
      {
        extension: 'notes.md',
        name: 'Show notes',
        purpose: 'Markdown: moments with times, then sources',
        hasTimes: true,
      },
      { extension: 'srt', name: 'Captions, SRT', purpose: 'for most video programs', hasTimes: true },
      { extension: 'vtt', name: 'Captions, WebVTT', purpose: 'for the web, with speakers', hasTimes: true },
    ],
  },
  {
    title: 'To go on cutting',
    choices: [
      {
        extension: 'edl',
        name: 'EDL',
        purpose: 'CMX 3600, for nearly every editing program',
        hasFrames: true,
      },
      {
        extension: 'fcpxml',
        name: 'FCPXML',
        purpose: 'Final Cut Pro and DaVinci Resolve, with notes',
        hasFrames: true,
      },
      {
        extension: 'otio',
        name: 'OpenTimelineIO',
        purpose: 'for editing programs and scripts',
        hasFrames: true,
      },
      { extension: 'cuts.sh', name: 'Cutting script', purpose: 'cuts the real sound with ffmpeg' },
    ],
  },
  {
    title: 'For feeds and programs',
    choices: [
      { extension: 'soundbites.xml', name: 'Soundbites', purpose: 'podcast:soundbite, for a feed' },
      {
        extension: 'chapters.json',
        name: 'Chapters',
        purpose: 'podcast:chapters, for a feed',
        hasTimes: true,
      },
      { extension: 'csv', name: 'Table', purpose: 'CSV, for a spreadsheet' },
      { extension: 'json', name: 'JSON', purpose: 'everything, for programs' },
    ],
  },
]

export interface ExportWish {
  frameRate: string
  times: 'sequence' | 'source'
  /** Only this clip; null for all. */
  clip: string | null
}

/** What is left as the server has it stays out of the address. */
export function exportPath(collectionId: string, choice: ExportChoice, wish: ExportWish): string {
  const params = new URLSearchParams()
  if (choice.hasFrames) params.set('fps', wish.frameRate)
  if (choice.hasTimes && wish.times === 'source') params.set('times', wish.times)
  if (wish.clip !== null) params.set('clip', wish.clip)
  const query = params.toString()
  return `/api/v1/collections/${encodeURIComponent(collectionId)}/export.${choice.extension}${query && `?${query}`}`
}
