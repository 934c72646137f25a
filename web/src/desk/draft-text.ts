/** A draft as it is sent: plain text or Markdown. */

/** What the API takes at once, in UTF-16 units; a newsletter has some 30,000. */
export const maxDraftLength = 100_000

/** No text that a person wrote is as large. */
const maxFileBytes = 5_000_000

const htmlName = /\.x?html?$/i

/** @throws {RangeError} in words that can be shown, for what is no text */
export async function readDraftFile(file: File): Promise<string> {
  if (file.size > maxFileBytes) throw new RangeError(`${file.name} is too large to be a draft.`)
  const text = (await file.text()).replace(/^\uFEFF/, '')
  if (text.includes('\0') || isDamaged(text))
    throw new RangeError(`${file.name} is no text. Save it as text, Markdown or HTML, or paste its words.`)
  if (!htmlName.test(file.name) && !file.type.includes('html')) return text.replace(/\r\n?/g, '\n').trim()
  // Parsed only: such a document runs nothing and fetches nothing.
  return draftOfHtml(new DOMParser().parseFromString(text, 'text/html').body)
}

/** Other encodings and other kinds of files show as what could not be read. */
const isDamaged = (text: string): boolean =>
  (text.match(/\uFFFD/g)?.length ?? 0) > Math.max(4, text.length / 200)

const unread = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'nav', 'head', 'form'])
const blocks = new Set(
  'address article aside blockquote body dd details div dl dt figcaption figure footer header hr html li main ol p pre section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
)

/** Its paragraphs with an empty line between; headings as Markdown has them, since they are context and no paragraphs. */
export function draftOfHtml(root: Element): string {
  const paragraphs: string[] = []
  let line = ''
  const end = (prefix = '') => {
    const text = line.replace(/\s+/g, ' ').trim()
    if (text !== '') paragraphs.push(prefix + text)
    line = ''
  }
  const read = (node: Node) => {
    if (node.nodeType === textNode) line += node.textContent
    if (node.nodeType !== elementNode) return
    const name = node.nodeName.toLowerCase()
    if (unread.has(name)) return
    const heading = /^h([1-6])$/.exec(name)
    if (name === 'br') line += ' '
    if (heading || blocks.has(name)) end()
    for (const child of node.childNodes) read(child)
    if (heading) end(`${'#'.repeat(Number(heading[1]))} `)
    else if (blocks.has(name)) end()
  }
  read(root)
  end()
  return paragraphs.join('\n\n')
}

const elementNode = 1
const textNode = 3
