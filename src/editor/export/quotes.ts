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
  const who = speaker === null ? '' : `**${escapeMarkdown(speaker)}**, `
  const where = `${who}${describeDocument(document)}, ${writeLink(formatRange(clip) ?? 'read', link)}`
  const quote = [...toParagraphs(text), `— ${where}`].map((line) => `> ${line}`).join('\n>\n')
  const about = [
    ...toParagraphs(note),
    ...(tags.length > 0 ? [`Tags: ${tags.map(escapeMarkdown).join(', ')}`] : []),
  ]
  return [...(title === '' ? [] : [`## ${escapeMarkdown(title)}`]), quote, ...about].join('\n\n')
}
