// Reads a Bitcoin Optech recap: speakers open paragraphs as `**Name**: …`, `_title_` paragraphs divide the
// talk by newsletter item. The times stand in the newsletter: `{% assign timestamp="18:07" %}` ends an item.
import { type FrontMatterFile, requireText } from './front-matter.js'
import { headingToTitle, markdownToSpeech } from './markdown-to-speech.js'
import { SampleError } from './sample-error.js'
import type { TimedSpeech, Voice } from './time-cues.js'
import { parseClock } from './timecode.js'

export interface RecapSection extends TimedSpeech {
  /** null for the welcome before the first item. */
  title: string | null
}

export interface Recap {
  title: string
  permalink: string
  /** Site path of the newsletter recapped. */
  newsletter: string
  /** One paragraph of Markdown that names the speakers. */
  introduction: string
  audioUrl: string
  sections: RecapSection[]
}

/** @throws SAMPLE_FRONT_MATTER_INVALID, SAMPLE_SECTIONS_MISMATCH */
export function readRecap(file: FrontMatterFile, newsletter: string, where: string): Recap {
  const [head = '', talk = ''] = file.body.split('## Transcription\n')
  const audioUrl = /podcast-player\.md url="([^"]+)"/.exec(head)?.[1]
  if (audioUrl === undefined)
    throw new SampleError('SAMPLE_FRONT_MATTER_INVALID', `${where} has no audio URL`)
  const reference = requireText(file, 'reference', where)
  return {
    title: requireText(file, 'title', where),
    permalink: requireText(file, 'permalink', where),
    newsletter: reference,
    introduction: (head.split('{% include')[0] ?? '').replaceAll('{{page.reference}}', reference).trim(),
    audioUrl,
    sections: timeSections(readSections(talk), readTimestamps(newsletter), where),
  }
}

/** A section's voices in order; one that opens without a name is continued by the speaker before it. */
export function readSections(talk: string): Omit<RecapSection, 'startMs'>[] {
  const sections: { title: string | null; voices: Voice[] }[] = [{ title: null, voices: [] }]
  let speaker = ''
  for (const raw of talk.replace(/\{%[\s\S]*?%\}/g, '').split(/\n\s*\n/)) {
    const paragraph = raw.replace(/\s+/g, ' ').trim()
    const title = /^_(.+)_$/.exec(paragraph)?.[1]
    const [, name, words = paragraph] = /^\*\*([^*]+)\*\*: *(.*)$/.exec(paragraph) ?? []
    const voices = sections.at(-1)?.voices ?? []
    const voice = voices.at(-1)
    if (paragraph === '') continue
    if (title !== undefined) sections.push({ title: headingToTitle(title), voices: [] })
    else if (name === undefined && voice) voice.text += `\n${markdownToSpeech(words)}`
    else voices.push({ speaker: (speaker = name ?? speaker), text: markdownToSpeech(words) })
  }
  return sections
}

/** Start times of the items in the order of the recording, which may differ from that of the newsletter. */
export function readTimestamps(newsletter: string): number[] {
  return [...newsletter.matchAll(/\{% assign timestamp="([^"]*)" %\}/g)]
    .map((match) => parseClock(match[1] ?? ''))
    .sort((a, b) => a - b)
}

/** @throws SAMPLE_SECTIONS_MISMATCH unless there is one time for each titled section: only then is order proof. */
function timeSections(
  sections: Omit<RecapSection, 'startMs'>[],
  startsMs: number[],
  where: string,
): RecapSection[] {
  if (sections.length - 1 !== startsMs.length)
    throw new SampleError(
      'SAMPLE_SECTIONS_MISMATCH',
      `${where}: ${sections.length - 1} titled sections, ${startsMs.length} timestamps`,
    )
  return sections
    .map((section, index) => ({ ...section, startMs: index === 0 ? 0 : (startsMs[index - 1] ?? 0) }))
    .filter(({ voices }) => voices.length > 0)
}
