import { passing, unsure } from './definition-patterns.js'
import type { NamePlace } from './definition-strength.js'

/** What is said first and named then: `… you have to pay to replace all of it. That’s called a pinning attack.` */

export interface NamedAfter {
  /** How many sentences before the one that names it. */
  earlier: number
  strength: number
}

/** In sentences: what is too short to explain (`Exactly.`) has the one before it. */
export const maxEarlier = 2
const strength = 0.72
/** `And then they open a channel to you` does not say what comes before that. */
const continuing = /^\W{0,3}(?:and|then)\b/iu
/** `There are two.` is followed by what explains. */
const minWords = 9

const lead =
  '^\\W{0,3}(?:(?:so|and|but|well|okay|ok|basically|now|right|yeah|yes|actually|essentially|or),? ){0,3}'
const called = '(?:called|known as|referred to as|termed)'
/** `It’s called Noah` introduces a product: `it` is what is to come. */
const naming = new RegExp(
  `${lead}(?:(?:that|this|these|those|such an? [\\w-]{2,20})(?:['’]s| is| are| was) (?:(?:also|usually|often|sometimes|generally|basically|essentially) )?(?:${called}|what (?:we|you|they|people|is|are|['’]s) (?:also |usually |often )?(?:call(?:ed)?|known as)|the (?:concept|idea|notion) of)|(?:we|they|you|people) (?:also |usually |often )?call (?:that|this|these|those)) (?:an? |the )?["“‘']?$`,
  'iu',
)
/** `And that’s what a stale block is.` */
const saidWhat = new RegExp(
  `${lead}(?:that|this)(?:['’]s| is) (?:(?:basically|essentially|exactly|really|kind of) )?what (?:an? )?["“‘']?$`,
  'iu',
)
const is = /^(?:s|es)?["”’']?(?: \([^()]{1,60}\))? (?:is|are|means?)(?: all about)?[.!]?\s*$/iu
const endsSentence =
  /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?(?:,? (?:or|and) (?:also )?[\w -]{2,40})?(?:,? (?:then|basically|essentially|right))?[.!]?["”’')]{0,2}\s*$/iu

/** @param before the sentences before it, the nearest first: `maxEarlier` are enough. Null when it names nothing that was said. */
export function findNamedAfter(
  sentence: string,
  { from, to }: NamePlace,
  before: readonly string[],
): NamedAfter | null {
  // What matches begins the sentence: a name that stands later is none.
  if (from > 90) return null
  const [left, right] = [sentence.slice(0, from), sentence.slice(to, to + 100)]
  if (!(naming.test(left) && endsSentence.test(right)) && !(saidWhat.test(left) && is.test(right)))
    return null
  for (const [at, each] of before.slice(0, maxEarlier).entries()) {
    if (each.trimEnd().endsWith('?') || unsure.test(each) || passing.test(each)) return null
    if (each.split(/\s+/, minWords).length < minWords) continue
    const isContinued = continuing.test(each) && at + 1 < Math.min(maxEarlier, before.length)
    return { earlier: at + (isContinued ? 2 : 1), strength }
  }
  return null
}
