/**
 * The spoken words of a transcript's Markdown: links keep their text, code and emphasis lose their marks,
 * `\_` loses its backslash and an exponent becomes `2^8`. No word is added, dropped or changed.
 */
export function markdownToSpeech(markdown: string): string {
  return markdown
    .replace(/\[([^[\]]*)\]\((?:[^()\s]|\([^()]*\))*\)/g, '$1') // an URL may hold one pair of brackets
    .replace(/\[([^[\]]*)\]\[[^[\]]*\]/g, '$1')
    .replace(/<sup>(.*?)<\/sup>/g, '^$1')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/(?<![\w*\\])\*{1,2}([^\s*][^*]*)\*{1,2}/g, '$1')
    .replace(/(?<![\w\\])_([^\s_][^_]*)_(?!\w)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!<>|~-])/g, '$1')
}

/** A heading as a title: no marks, one line. */
export function headingToTitle(heading: string): string {
  return markdownToSpeech(heading).replace(/\s+/g, ' ').trim()
}
