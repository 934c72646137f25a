import { countOf } from '../words.js'

/** Addresses and paths as they are pasted, or listed by another app. */

export interface Locations {
  locations: string[]
  /** What is too long to be one, or too many at once; to be told. */
  leftOut: string[]
}

/** Hardly any list of subscriptions is longer. */
const maxLocations = 500
/** As the server takes them. */
const maxLength = 2000

/** One a line; spaces around, empty lines, repeats and the angle brackets of mail programs go. */
export function readLocations(text: string): Locations {
  const lines = new Set(
    text
      .split(/[\r\n]+/)
      .map((line) => line.trim().replace(/^<(.*)>$/, '$1'))
      .filter((line) => line !== ''),
  )
  const taken = new Set([...lines].filter((line) => line.length <= maxLength).slice(0, maxLocations))
  return { locations: [...taken], leftOut: [...lines].filter((line) => !taken.has(line)) }
}

/** What was left out, in words; empty when nothing was. */
export function describeLeftOut(count: number): string {
  if (count === 0) return ''
  const limits = `at most ${maxLocations.toLocaleString('en')} are taken at once, each of at most ${maxLength.toLocaleString('en')} characters`
  return `${countOf(count, 'address', 'addresses')} ${count === 1 ? 'is' : 'are'} left in the field: ${limits}.`
}

/** The feeds that an OPML document lists, also in its folders; null when it is none. */
export function readOpml(document: Document): Locations | null {
  if (document.documentElement?.nodeName.toLowerCase() !== 'opml') return null
  const urls = [...document.getElementsByTagName('outline')].map((outline) => outlineUrl(outline))
  return readLocations(urls.filter((url) => url !== null).join('\n'))
}

/** Apps differ in how they spell it. */
function outlineUrl(outline: Element): string | null {
  const attribute = [...outline.attributes].find(({ name }) => name.toLowerCase() === 'xmlurl')
  return attribute?.value.trim() || null
}
