import { passing, reference, unsure } from './definition-patterns.js'
import { opinion } from './pattern-parts.js'
import { maxSentenceLength, measureDefinition, type NamePlace } from './definition-strength.js'

/** What is said of a name in the sentences after: `What’s package relay? It’s the concept of …`. */

export interface AnswerAfter {
  /** How many sentences after the one that names it what is quoted begins: 0 for the question, which says what `it` is. */
  first: number
  /** The same of the last one quoted. */
  last: number
  /** The same of the one that tells. */
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
/** `Can you tell us what package relay is?`, `how does it work?` */
const askedFor =
  /\b(?:explain|tell|remind|defin|describ|overview|tl;?dr|summar|recap|description|explanation|idea|go over|start with|know|wonder|talk about)[^.?!;]{0,50}\b(?:what|how) (?:exactly )?(?:an? |the |this |these )?["“‘']?$/iu
const askedHow = /\bhow (?:do|does|would|did) (?:an? |the |this |these )?["“‘']?$/iu
const introduced =
  /\b(?:(?:talk|speak|hear|know|learn)(?:s|ed|d|ing)? (?:a (?:little )?bit )?(?:about|of)|called|known as|call(?:ing)?(?: it| that| this| them)?|explain|define|(?:concept|idea|notion) of|term|(?:start|begin) with) (?:an? |the )?["“‘']?$/iu
const endsSentence =
  /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?(?:,? (?:then|exactly|again|anyway|here|first))?[.?!:…]{0,3}["”’')]{0,2}\s*$/iu
/** `What are PTLCs, and how do they differ from HTLCs?` */
const asksMore =
  /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?(?:[,;] | and | or |, and |; and )(?:maybe |then )?(?:how|why|what|when|where|who)\b[^]*\?\s*$/iu
const endsAskedFor =
  /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?(?: actually| really)? (?:is|are|means?|does|do|works?)(?: exactly| actually| again| in practice)?(?:[.?!…]{0,3}["”’')]{0,2}\s*$|(?:[,;] | and | or |, and |; and )(?:maybe |then )?(?:how|why|what|when|where|who)\b)/iu
const lead =
  '^\\W{0,3}(?:(?:so|and|but|well|okay|ok|basically|now|right|yeah|yes|sure|actually|essentially|i mean|you know|again|also|in short|exactly|(?:great|good) question),? +){0,4}'
/** `So the idea is that …` */
const idea = new RegExp(
  `${lead}(?:(?:the|its) (?:\\w+ )?(?:idea|goal|purpose|point|aim|concept)(?: here| there| of (?:it|this|that)| behind (?:it|this|that))?|what (?:it|this|that|they) (?:basically |essentially |actually )?(?:does|do)|what you can do with (?:it|this|that|them)|the way (?:that )?(?:it|this|that|they) works?),? (?:is|was)(?:,| basically| essentially| just){0,2} (?!(?:not|still|also|very|really|quite|pretty|interesting|great|good|simple|clear|in order)\\b)(?:\\S+ ){5}`,
  'iu',
)
const ofIdea = 0.85
const answering = new RegExp(`${lead}(it|that|this|they|these|those)(?=['’](?:s|re)\\b| )`, 'iu')
/** `What is Signet? Signet is signed, essentially, and …`: to be asked is enough, unless what is said judges. */
const namesIt = new RegExp(`${lead}(?:an? |the )?["“‘']?`, 'iu')
const tells = new RegExp(
  `^(?:s|es)?["”’]?(?: \\([^()]{1,60}\\))?(?:, (?:it|that|they)['’](?:s|re)|,? (?:basically |essentially |really |just )?(?:is|are|means?|stands?|helps?|lets?|allows?|enables?|comes? from|consists?|describes?|works?|refers?)) (?!(?:not|still|also|very|quite|pretty|too|more|something|here|there|now|going|never|no|good|great|interesting|important|hard|easy|old|new|cool|different|supposed|to you)\\b)(?!(?:an? |the )?${opinion})`,
  'iu',
)
const named = 0.85
/** In UTF-16 units: it is followed by the rest of what was asked. */
const shortAnswer = 80
/** In words: it says what it speaks of. */
const minNamed = 7
/** `What’s the attack?` */
const oneOf = /\b(?:the|this|these) $/iu
/** `this` and `that` may be anything that was said, unless it was asked. */
const itself = /^(?:it|they)$/iu

/** @param after the sentences that follow, in their order: `maxLater` are enough. Null when nothing answers. */
export function findAnswerAfter(
  sentence: string,
  { from, to }: NamePlace,
  after: readonly string[],
): AnswerAfter | null {
  const left = sentence.slice(Math.max(0, from - 60), from)
  const right = sentence.slice(to, to + 300)
  const isAsked =
    (asked.test(left) && (endsSentence.test(right) || asksMore.test(right))) ||
    ((askedFor.test(left) || askedHow.test(left)) && endsAskedFor.test(right))
  if (!isAsked && !(introduced.test(left) && endsSentence.test(right))) return null
  let best: AnswerAfter | null = null
  for (const [at, next] of after.slice(0, isAsked ? reach.asked : reach.introduced).entries()) {
    if (unsure.test(next) || next.length > maxSentenceLength) break
    const isPassing = passing.test(next.replaceAll(reference, ''))
    if (!isPassing && ofIdea > (best?.strength ?? 0) && idea.test(next) && !next.trimEnd().endsWith('?')) {
      best = { first: 0, later: at + 1, last: at + 1, strength: ofIdea }
      continue
    }
    if (
      isAsked &&
      !isPassing &&
      named > (best?.strength ?? 0) &&
      !oneOf.test(left) &&
      tellsOf(next, sentence.slice(from, to))
    ) {
      const following = after[at + 1]
      const goesOn =
        next.length < shortAnswer && following !== undefined && !following.trimEnd().endsWith('?')
      best = { first: at + 1, later: at + 1, last: at + (goesOn ? 2 : 1), strength: named }
      continue
    }
    const [before, pronoun] = answering.exec(next) ?? []
    if (before === undefined || pronoun === undefined || (!isAsked && !itself.test(pronoun))) continue
    if (next.split(/\s+/, minWords).length < minWords) continue
    const said = next
      .slice(before.length)
      .replace(/^['’]s\b/u, ' is')
      .replace(/^['’]re\b/u, ' are')
    const strength = unnamed * measureDefinition(`It${said}`, { from: 0, to: 2 })
    if (strength > (best?.strength ?? 0)) best = { first: 0, later: at + 1, last: at + 1, strength }
  }
  return best
}

/** Whether a sentence begins with the name and goes on with what it is. */
function tellsOf(sentence: string, name: string): boolean {
  const [before] = namesIt.exec(sentence) ?? ['']
  const stem = name.toLowerCase().replace(/s$/u, '')
  const rest = sentence.slice(before.length)
  if (!rest.toLowerCase().startsWith(stem) || sentence.trimEnd().endsWith('?')) return false
  return sentence.split(/\s+/, minNamed).length === minNamed && tells.test(rest.slice(stem.length))
}
