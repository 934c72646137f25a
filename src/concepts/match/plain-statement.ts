import { apposed, opensSentence } from './definition-patterns.js'
import { saying } from './following-patterns.js'

/** What follows a name, put plainly: `PSBTs, those are …` and `A signature hash (sighash) is …` say what `… are …` says. */

/** What stands between a name and what is said of it, and says nothing: `the Erlay protocol is …`, `RBF, on the other hand, lets …` */
const between = new RegExp(
  `^((?:s|es)?["”’]?)(?: (?:protocol|process|technique|method|mechanism|algorithm|scheme|procedure|concept|proposal|approach|construction|attack|opcode|upgrade|soft fork|feature|flag|data structure))?(?:,? (?:basically|essentially|simply|just|really|actually|generally|on the other hand|by contrast|you know|of course|I think|I guess|obviously),?)?(?=,? ${saying})`,
  'iu',
)
/** `BIP158, also known as compact block filters, is …`: what it is called besides says nothing. */
const alias =
  /^((?:s|es)?["”’]?),? (?:or|also known as|also called|aka|short for|which stands for) [^,.;:()?!]{2,50}, (?=(?:is|are|means?|refers?|allows?|lets?|enables?|works?|consists?)\b)/iu
/**
 * `PSBTs, those are …`, `a rollup, it’s basically …`: what is spoken of comes first, and what is said of it after a pause.
 * What is `the software that broke on me` is one that was spoken of before.
 */
const spokenOf =
  /^((?:s|es)?["”’]?)(?: \([^()]{1,60}\))?,(?: so| well| I mean| you know|,){0,2} (?:(?:that|it)(?:['’]s| is)|((?:those|they)(?:['’]re| are))) (?=(?:(?:basically|essentially|just|simply|really|kind of|sort of),? ){0,2}(?:an?|the (?:act|ability|amount|concept|fact|idea|mechanism|name|number|part|practice|process|rate|set|way) (?:by|for|in|of|that|to|we|you)|when|where|how|[a-z-]{3,20}s (?:that|which|of|for|to|where))\b)/iu
/** `A signature hash (sighash) is …`, `BIP158, also known as compact block filters, is …` */
const afterLongForm =
  /(?:^|[.;:?!—–]\s+)(?:(?:so|and|but|well|okay|ok|basically|now|right|yeah|yes|then|also),? +){0,2}(?:(?!(?:in|on|at|for|with|by|from|to|is|are|was|were|has|have|had|and|that|which|uses?|using|called|here|there|see|its|a|an|the|we|you|they|it|this)\b)[\w'’-]{1,20} |(?:an?|the) ){0,6}?(?:(?!(?:this|that|it)\b)[\w'’-]{1,20} \(|[\w'’-]{1,20},? \(?(?:or|also known as|also called|aka) )(?:an? |the )?["“]?$/iu
const closesLongForm = /^(?:s|es)?["”’]?(?:\)|,) (?=(?:is|are)\b)/iu

/** `is always the introduction of …` is what it is; what it `was always` was said of one. */
const always = /^((?:s|es)?["”’]? (?:is|are)) always(?= (?:an?|the)\b)/iu

/** In UTF-16 units: what stands before a name, and how much of that may be its long form. */
const reach = { before: 60, longForm: 200 }
const readAfter = 140

export interface PlainStatement {
  /** A few words before the name. */
  left: string
  /** What follows it, as it would be put without what stands between. */
  right: string
  /** The name opens the sentence: it is what is spoken of. */
  isNamedFirst: boolean
}

export function putPlainly(sentence: string, { from, to }: { from: number; to: number }): PlainStatement {
  const near = sentence.slice(Math.max(0, from - reach.before), from)
  const isApposed = sentence[to] === ',' && apposed.test(near)
  const left = isApposed ? near.replace(apposed, '') : near
  const begin = isApposed ? to + 1 : to
  const said = sentence
    .slice(begin, begin + readAfter)
    .replace(alias, '$1 ')
    .replace(between, '$1')
    .replace(always, '$1')
  if (
    closesLongForm.test(said) &&
    afterLongForm.test(sentence.slice(Math.max(0, from - reach.longForm), from))
  )
    return { left, right: said.replace(closesLongForm, ' '), isNamedFirst: true }
  if (!opensSentence.test(left) && left.trim() !== '') return { left, right: said, isNamedFirst: false }
  const right = said.replace(
    spokenOf,
    (_, ending: string, many?: string) => `${ending} ${many ? 'are' : 'is'} `,
  )
  return { left, right, isNamedFirst: true }
}
