// Turns a Jekyll source post of Bitcoin Optech into Markdown that needs no Jekyll: Liquid is resolved where
// its value is in the file and removed where it only serves the site's layout.
import { splitFrontMatter } from './front-matter.js'
import { SampleError } from './sample-error.js'

/**
 * Keeps the front matter as it is and adds date and podcast, the page of the recap.
 * @throws SAMPLE_TEMPLATE_CODE_LEFT if a tag, a variable or an attribute list cannot be resolved
 */
export function cleanNewsletter(
  source: string,
  { date, podcast, where }: { date: string; podcast: string; where: string },
) {
  const { yaml, body } = splitFrontMatter(source, where)
  const markdown = plainUnknownReferences(resolveLiquid(body))
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const left = /\{[%{:].*/.exec(markdown)?.[0]
  if (left !== undefined) throw new SampleError('SAMPLE_TEMPLATE_CODE_LEFT', `${where}: "${left}"`)
  return `---\n${yaml}\ndate: ${date}\npodcast: ${podcast}\n---\n${markdown}\n`
}

/** Comments and tags go, `{{name}}` becomes the text assigned to it, question lists become Markdown lists. */
export function resolveLiquid(body: string): string {
  const assigned = new Map<string, string>()
  for (const [, name = '', value = ''] of body.matchAll(/\{%\s*assign\s+(\w+)\s*=\s*"([^"]*)"\s*%\}/g))
    assigned.set(name, value)
  return body
    .replace(/\{%\s*comment\s*%\}[\s\S]*?\{%\s*endcomment\s*%\}/g, '')
    .replace(/\{%\s*include functions\/details-list\.md([\s\S]*?)%\}/g, (_, list: string) =>
      writeQuestions(list),
    )
    .replace(/[ \t]*\{%[\s\S]*?%\}/g, '')
    .replace(/\{\{\s*(\w+)\s*\}\}/g, (tag, name: string) => assigned.get(name) ?? tag)
    .replace(/[ \t]*\{:[^}\n]*\}/g, '')
}

/**
 * The reference definitions that the whole site shares are not in the file: a link to one of them keeps its
 * text only. Code spans are left alone, in a link's text too.
 */
export function plainUnknownReferences(markdown: string): string {
  const defined = new Set(
    [...markdown.matchAll(/^ {0,3}\[([^\]]+)\]:/gm)].map((match) => normalizeLabel(match[1] ?? '')),
  )
  const codeOrLink = /```[\s\S]*?```|`[^`]*`|\[((?:[^[\]`]|`[^`]*`)+)\]\[([^[\]]*)\]/g
  return markdown.replace(codeOrLink, (whole, text?: string, label?: string) =>
    text === undefined || defined.has(normalizeLabel(label || text)) ? whole : text,
  )
}

/** CommonMark: labels match without regard to case and runs of white space. */
function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** `q0="…" a0="…" a0link="…"` → a list item with the question, its answer and the link to the discussion. */
function writeQuestions(list: string): string {
  const values = new Map<string, string>()
  for (const [, name = '', value = ''] of list.matchAll(/(\w+)="((?:\\.|[^"\\])*)"/g))
    values.set(name, value.replaceAll('\\"', '"').replace(/\s+/g, ' ').trim())
  return [...values]
    .filter(([name]) => /^q\d+$/.test(name))
    .map(([name, question]) => {
      const answer = name.replace('q', 'a')
      const link = values.get(`${answer}link`)
      return `- **${question}**\n  ${values.get(answer) ?? ''}${link ? ` [Discussion](${link})` : ''}`
    })
    .join('\n\n')
}
