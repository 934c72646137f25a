import type { ExportClip, ExportFormat } from './export-format.js'
import { describeDocument, escapeMarkdown, formatRange, toParagraphs, writeLink } from './markdown.js'

/** Each clip as a quotation that says who, where and when, with a link to the moment. */
export const quotesFormat: ExportFormat = {
  extension: 'md',
  mediaType: 'text/markdown',
  summary: 'quotes with links to their moments (Markdown)',
  write({ title, note, clips }) {
    const parts = [`# ${escapeMarkdown(title)}`, ...toParagraphs(note), ...clips.map(writeQuote)]
    return `${parts.join('\n\n')}\n`
  },
}

function writeQuote(clip: ExportClip): string {
  const { title, text, speaker, note, tags, link, document } = clip
  const turns = findNamedTurns(clip)
  const words = turns?.map((turn) => `${writeName(turn.speaker)}: ${escapeMarkdown(turn.text)}`)
  const who = turns === null && speaker !== null ? `${writeName(speaker)}, ` : ''
  const where = `${who}${describeDocument(document)}, ${writeLink(formatRange(clip) ?? 'read', link)}`
  const quote = [...(words ?? toParagraphs(text)), `— ${where}`].map((line) => `> ${line}`).join('\n>\n')
  const about = [
    ...toParagraphs(note),
    ...(tags.length > 0 ? [`Tags: ${tags.map(escapeMarkdown).join(', ')}`] : []),
  ]
  return [...(title === '' ? [] : [`## ${escapeMarkdown(title)}`]), quote, ...about].join('\n\n')
}

const writeName = (speaker: string): string => `**${escapeMarkdown(speaker)}**`

/**
 * What each says in turn, so that nobody is quoted with the words of another; null unless several are named. Words of
 * nobody in particular stay with those before them.
 */
function findNamedTurns({ cues, speaker }: ExportClip): { speaker: string; text: string }[] | null {
  const turns: { speaker: string; text: string }[] = []
  for (const cue of cues) {
    const open = turns.at(-1)
    const name = cue.speaker ?? open?.speaker ?? speaker
    if (name === null) return null
    if (open?.speaker === name) open.text += ` ${cue.text}`
    else turns.push({ speaker: name, text: cue.text })
  }
  return turns.length > 1 ? turns : null
}
