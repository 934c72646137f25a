/**
 * What is said in a paragraph of Markdown or plain text, as one line: links read as their text, without images, footnote
 * marks, comments, emphasis and backslash escapes. Linear.
 */
export function spokenText(paragraph: string): string {
  let text = paragraph.includes('<!--') ? withoutComments(paragraph) : paragraph
  if (text.includes('['))
    text = text
      .replace(/!\[[^[\]]*\]\([^()]*\)/gu, '')
      .replace(/\[\^[^[\]\s]{1,20}\]/gu, '')
      .replace(/\[([^[\]]*)\]\([^()]*\)/gu, '$1')
  if (text.includes('`')) text = text.replaceAll('`', '')
  if (text.includes('*'))
    text = text
      .replace(/(?<![\p{L}\p{N}])\*\*|\*\*(?![\p{L}\p{N}])/gu, '')
      .replace(/(?<![\p{L}\p{N}*])\*([^*\s](?:[^*]{0,200}[^*\s])?)\*(?![\p{L}\p{N}*])/gu, '$1')
  if (text.includes('_'))
    text = text.replace(/(?<![\p{L}\p{N}_])_([^_\s](?:[^_]{0,200}[^_\s])?)_(?![\p{L}\p{N}_])/gu, '$1')
  if (text.includes('\\')) text = text.replace(/\\(?=[!-/:-@[-`{-~])/gu, '')
  return text.replace(/\s+/gu, ' ').trim()
}

function withoutComments(text: string): string {
  const [before = '', ...rest] = text.split('<!--')
  return before + rest.map((part) => part.slice(part.includes('-->') ? part.indexOf('-->') + 3 : 0)).join(' ')
}
