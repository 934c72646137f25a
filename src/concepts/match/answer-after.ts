import { unsure } from './definition-patterns.js'
import { measureDefinition, type NamePlace } from './definition-strength.js'

/** What is said of a name in the sentences after: `What’s package relay? It’s the concept of …`. */

export interface AnswerAfter {
  /** How many sentences after the one that names it. */
  later: number
  strength: number
}

/** In sentences: what was asked is answered when somebody has said where he knows it from. */
export const maxLater = 3
const reach = { asked: maxLater, introduced: 1 }
/** It is not named there: it may be something else that is spoken of. */
const unnamed = 0.8
/** `It’s a command line tool.` says its kind and no more. */
const minWords = 9

const asked = /\bwhat(?:['’]s| is| are| was| were)(?: exactly)? (?:an? |the |this |these )?["“‘']?$/iu
const introduced =
  /\b(?:(?:talk|speak|hear|know|learn)(?:s|ed|d|ing)? (?:a (?:little )?bit )?(?:about|of)|called|known as|call(?:ing)?(?: it| that| this| them)?|explain|define|(?:concept|idea|notion) of|term|(?:start|begin) with) (?:an? |the )?["“‘']?$/iu
const endsSentence =
  /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?(?:,? (?:then|exactly|again|anyway|here|first))?[.?!:…]{0,3}["”’')]{0,2}\s*$/iu
const answering =
  /^\W{0,3}(?:(?:so|and|but|well|okay|ok|basically|now|right|yeah|yes|sure|actually|essentially|i mean|you know|again|also|in short|exactly|(?:great|good) question),? +){0,4}(it|that|this|they|these|those)(?=['’](?:s|re)\b| )/iu
/** `this` and `that` may be anything that was said, unless it was asked. */
const itself = /^(?:it|they)$/iu

/** @param after the sentences that follow, in their order: `maxLater` are enough. Null when nothing answers. */
export function findAnswerAfter(
  sentence: string,
  { from, to }: NamePlace,
  after: readonly string[],
): AnswerAfter | null {
  const left = sentence.slice(Math.max(0, from - 60), from)
  const isAsked = asked.test(left)
  if (!isAsked && !introduced.test(left)) return null
  if (!endsSentence.test(sentence.slice(to, to + 100))) return null
  let best: AnswerAfter | null = null
  for (const [at, next] of after.slice(0, isAsked ? reach.asked : reach.introduced).entries()) {
    if (unsure.test(next)) break
    const [lead, pronoun] = answering.exec(next) ?? []
    if (lead === undefined || pronoun === undefined || (!isAsked && !itself.test(pronoun))) continue
    if (next.split(/\s+/, minWords).length < minWords) continue
    const said = next
      .slice(lead.length)
      .replace(/^['’]s\b/u, ' is')
      .replace(/^['’]re\b/u, ' are')
    const strength = unnamed * measureDefinition(`It${said}`, { from: 0, to: 2 })
    if (strength > (best?.strength ?? 0)) best = { later: at + 1, strength }
  }
  return best
}
