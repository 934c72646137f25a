import type { AskedForm } from './asked-form.js'

/** Whether a sentence holds what a question of this form wants to hear: `SegWit was late` tells no year. Pure. */

const months =
  'january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec'
const times = new RegExp(
  `\\b(?:(?:1[0-9]|20)\\d\\d(?:s|\\b)|(?:${months}|in May|May \\d)\\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months}|may)\\b|(?:\\w+|couple of) (?:second|minute|hour|day|week|month|year|decade)s? (?:ago|later|earlier|before|after)|(?:last|next|this|early|late) (?:week|month|year|summer|winter|spring|fall|autumn|night|century|decade)|yesterday|today|tomorrow|(?:nine|eight|seven|six|four|twen|thir)t(?:y|een)\\w* (?:century|hundred)|\\d+(?:st|nd|rd|th) century|block (?:height )?\\d)`,
  'iu',
)
const counts =
  /(?<![\p{L}\p{N}#_.-])\d|\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,6}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|third|quarter|twice|double|couple|several|few|none|no limit|unlimited|single|only one|just one|one (?:second|minute|hour|day|week|month|year|percent))\b/iu
/** In a row with capitals, or with one inside a sentence. */
const names =
  /(?<=[\p{L}\p{N},;:"“(] ["“(]?)\p{Lu}\p{Ll}[\p{L}'’-]*|^\p{Lu}\p{Ll}+(?= (?:van |von |de |der )?\p{Lu}\p{Ll})/gu

/** @param question whose own words are no answer to it */
export function holdsAsked({ wants }: AskedForm, sentence: string, question: string): boolean {
  switch (wants) {
    case 'definition':
    case 'anything':
      return true
    case 'time':
      return times.test(sentence)
    case 'number':
      return counts.test(sentence)
    case 'name': {
      const asked = question.toLowerCase()
      return [...sentence.matchAll(names)].some(([name]) => !asked.includes(name.toLowerCase()))
    }
  }
}
