import { spokenText } from '../../../ingest/transcripts/spoken-markdown.js'

/** A paragraph of Markdown, HTML in it or not, as it would be read out. Linear: every repeat is bounded or excludes its end. */
export function plainText(paragraph: string): string {
  const bare = paragraph
    .replace(/^\s{0,12}(?:>\s?)+/gmu, '')
    .replace(/^\s{0,12}(?:[-*+]|\d{1,3}[.)])\s+/gmu, '')
    .replace(/^\[\^[^[\]\s]{1,40}\]:\s*/gmu, '')
    .replace(/\{%[^{}\n]{0,300}%\}|\{\{[^{}\n]{0,300}\}\}|\{:[^{}\n]{0,300}\}|\{#[\w-]{1,100}\}/gu, ' ')
    .replace(/<\/?[a-zA-Z][^<>]{0,300}>/gu, ' ')
    .replace(/!\[[^[\]]{0,300}\]\[[^[\]]{0,200}\]/gu, ' ')
    .replace(/\[([^[\]]{1,500})\]\[[^[\]]{0,200}\]/gu, '$1')
    .replace(/<?https?:\/\/[^\s<>()]{1,2000}>?/gu, (address, at: number, whole: string) =>
      // The address of a link goes with its brackets.
      whole[at - 1] === '(' ? address : ' ',
    )
  return spokenText(bare)
}
