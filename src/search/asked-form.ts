import { isStopWord } from '../index/analyze.js'
import { tokenize } from '../index/tokenize.js'

/**
 * What a short question wants to hear, where its form tells: what something is, a time, a number, somebody's name. In
 * English, as answers are. Pure.
 */

export type AskedForm =
  | { wants: 'definition'; subject: string; isBare: boolean }
  | { wants: 'time' | 'number' | 'name' | 'anything' }

/** Each with the subject. The last ones are what courtesy leaves, and what is no more than named. */
const definitions = [
  /^(?:define|explain) (?:the (?:exact )?(?:meaning|definition) of )?(.+)$/iu,
  /^(?:so |and |well,? )?what(?: exactly| actually)?(?:['’]?s| is| are| was| were) (?:exactly |actually |meant by |the (?:exact )?(?:meaning|definition) of )?(.+)$/iu,
  /^(?:so |and |well,? )?what(?: exactly| actually)? (?:does|do) (.+) (?:mean|do)$/iu,
  /^what (?:does|do) (?:you|we|they|people) mean by (.+)$/iu,
  /^what (.+) (?:is|are|means?|does)$/iu,
  /^the (?:meaning|definition) of (.+)$/iu,
]
/** `the default size` asks for one of many things that belong to another; a bare name for what it stands for. */
const article = /^(?:an?|the) /iu
/** Of what was or happened; `when does a river freeze` asks for what must be so. */
const time =
  /^(?:when (?:was|were|did|had|has|have)|(?:in |on |since |until )?(?:what|which) (?:year|month|week|day|date|decade|century)|since when|how long ago)\b/iu
const number = /^(?:about |for |at )?how (?:many|much|long|old|big|large|tall|far)\b/iu
const name =
  /^who (?:(?:is|was|were|first|originally|actually) )?(?:\p{Ll}+ed|(?:works|working) on|maintains|develops|leads|hosts|contributes|wrote|made|built|found|came|began|ran|gave|taught|led|sent|brought|thought|coined)\b|^(?:whose|by whom)\b/iu

const functionWord =
  /\b(?:of|in|on|for|to|from|with|by|at|about|between|behind|and|or|that|which|when|if|it|its|this|these|those|you|your|we|our|they|their|my|his|her|is|are|was|were|be|do|does|did|can|could|should|would|will|so|not|no|there|called|like)\b/iu
/** In words: who asks for more asks for something about it. */
const maxBare = 5

/** @param question without operators, quotes and courtesy */
export function readAskedForm(question: string): AskedForm {
  const asked = question.slice(0, maxRead).replace(/[\s?？.!]+$/u, '')
  if (time.test(asked)) return { wants: 'time' }
  if (number.test(asked)) return { wants: 'number' }
  if (name.test(asked)) return { wants: 'name' }
  const named = definitions.map((form) => form.exec(asked)?.[1]).find((found) => found !== undefined)
  if (named === undefined || isPointing(named)) return { wants: 'anything' }
  const subject = named.replace(article, '')
  const isShort = subject.split(' ').length <= maxBare && !functionWord.test(subject)
  return { wants: 'definition', subject, isBare: isShort && !/^the /iu.test(named) }
}

/** `What is that?` names nothing. */
const isPointing = (subject: string): boolean =>
  tokenize(subject).every(({ token }) => isStopWord(token, 'en'))

/** In UTF-16 units: who asks at greater length is understood by meaning. */
const maxRead = 300
