import { conceptKey } from '../concept-key.js'
import { loadGeneralEnglish } from '../resolve/general-english.js'

/**
 * Words that are used as only names of people are: somebody is addressed by them (`thanks, Murch`, `Murch, do you`), says
 * something (`roasbeef wrote`), or stands beside another given name (`Alice and Bob`). In English.
 */

export interface CalledName {
  key: string
  /** As written first. */
  text: string
  /** Times addressed, */
  addressed: number
  /** said to speak or write, */
  speaking: number
  /** and joined with another given name. */
  paired: number
}

/** `t-bast` has a hyphen, `0xB10C` begins with a digit. */
const name = '([\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)?)'
const start = "(?<![\\p{L}\\p{N}'’-])"
const end = '(?![\\p{L}\\p{N}-])'
const addressed = [
  // "Thank you so much, Murch."
  `${start}(?:thanks|thank you|hi|hey|hello|welcome|sorry|go ahead|good morning)(?: so much| very much| a lot| again)?,? ${name}(?=[.,!]|$)`,
  // "Murch, do you …", "so, Murch, did you …"
  `(?:^|[.?!,] |\\n)(?:so |and |but |well, |maybe, |okay, |yeah, )?${name}, (?:do|did|can|could|would|will|are|were|have|had) you${end}`,
  // "Okay, Murch."
  `(?:^|[.?!] |\\n)(?:yes|yeah|okay), ${name}[.!]`,
  // "Yes, Murch?", "What do you think, Murch?"
  `, ${name}\\?`,
].map((pattern) => new RegExp(pattern, 'giu'))
const speaking = new RegExp(
  `${start}${name} (?:also |then |just |recently )?(?:said|says|asked|asks|thinks|thought|mentioned|mentions|commented|replied|responded|wrote|explained|argued|told|tweeted|pointed out|posted|published|noted)${end}`,
  'gu',
)
const paired = /(?<![\p{L}\p{N}'’-])(\p{Lu}\p{Ll}+) (?:and|or|to|with) (?=(\p{Lu}\p{Ll}+)(?![\p{L}\p{N}-]))/gu

/** By the alphabet. Linear in the text. */
export function findCalled(texts: Iterable<string>): CalledName[] {
  const { isGivenName } = loadGeneralEnglish()
  const found = new Map<string, CalledName>()
  const count = (text: string, use: 'addressed' | 'speaking' | 'paired') => {
    const key = conceptKey(text)
    if (key === '') return
    const known = found.get(key) ?? { key, text, addressed: 0, speaking: 0, paired: 0 }
    known[use]++
    found.set(key, known)
  }
  for (const text of texts) {
    for (const pattern of addressed)
      for (const [, called = ''] of text.matchAll(pattern)) count(called, 'addressed')
    for (const [, called = ''] of text.matchAll(speaking)) count(called, 'speaking')
    for (const [, one = '', other = ''] of text.matchAll(paired))
      if (isGivenName(conceptKey(one)) && isGivenName(conceptKey(other)))
        for (const each of [one, other]) count(each, 'paired')
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}
