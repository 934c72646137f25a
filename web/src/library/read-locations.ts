/** Addresses and paths as they are pasted, or listed by another app. */

/** No list of subscriptions is longer; the rest is told. */
export const maxLocations = 500
/** As the server takes them. */
const maxLength = 2000

/** One a line; spaces around, empty lines, repeats and the angle brackets of mail programs go. */
export function readLocations(text: string): string[] {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(/^<(.*)>$/, '$1'))
    .filter((line) => line !== '' && line.length <= maxLength)
  return [...new Set(lines)].slice(0, maxLocations)
}

/** The feeds that an OPML document lists, also in its folders; null when it is none. */
export function readOpml(document: Document): string[] | null {
  if (document.documentElement?.nodeName.toLowerCase() !== 'opml') return null
  const urls = [...document.getElementsByTagName('outline')].map((outline) => outlineUrl(outline))
  return readLocations(urls.filter((url) => url !== null).join('\n'))
}

/** Apps differ in how they spell it. */
function outlineUrl(outline: Element): string | null {
  const attribute = [...outline.attributes].find(({ name }) => name.toLowerCase() === 'xmlurl')
  return attribute?.value.trim() || null
}
