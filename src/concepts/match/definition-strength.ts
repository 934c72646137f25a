import {
  whichOfOne,
  joinsOther,
  areBoth,
  apposition,
  asksNothing,
  asThe,
  bareKind,
  calledKind,
  calledSo,
  compared,
  consequence,
  counted,
  counting,
  doesIs,
  emptyWay,
  endsName,
  fronted,
  goesOn,
  hasPart,
  ideaOf,
  introduced,
  introducing,
  isCalled,
  isOne,
  isSomething,
  judged,
  lastOfList,
  likened,
  listing,
  negations,
  ofKind,
  ofOne,
  ofOther,
  oneOfMany,
  openingWith,
  opensClause,
  oughtToBe,
  partOfName,
  partOfOther,
  passing,
  pointsBack,
  possibility,
  purposeIs,
  reference,
  saidBefore,
  standsAlone,
  supposed,
  tellsHow,
  thatIs,
  thinkOf,
  thoughtBy,
  toldAfter,
  toldOfThere,
  unsure,
  vague,
  whatOf,
  whereYou,
  whichAre,
  whichClause,
  youDo,
} from './definition-patterns.js'
import { following, mayFollow } from './following-patterns.js'
import { putPlainly } from './plain-statement.js'

/**
 * How much a sentence says what a name stands for, by how it is built. After the patterns by which definitions are found
 * in text (Hearst 1992; Navigli and Velardi 2010), in the forms that people use when they speak.
 */

/** Half-open place of a name in a text, in UTF-16 units. */
export interface NamePlace {
  from: number
  to: number
}

/** What is left of a sentence that explains in passing. */
const weakening = {
  clause: 0.8,
  tail: 0.5,
  supposed: 0.4,
  oneOfMany: 0.5,
  alike: 0.75,
  unsure: 0.6,
  circular: 0.3,
  particular: 0.5,
  past: 0.6,
  judged: 0.5,
  vague: 0.55,
  part: 0.6,
  compared: 0.5,
  pointsBack: 0.6,
  ofOther: 0.6,
  counting: 0.65,
  bareKind: 0.55,
  asks: 0.35,
  asksNothing: 0.8,
}
/** What is said of all of a kind explains, also without other terms. */
const ofAll = 1.2
/** What comes of something says little of what it is. */
const ofConsequence = 0.55

/** In words: shorter says too little, longer says more than one thing. */
const goodLength = { min: 7, max: 60 }
/** What is left of a sentence that runs on for long, at least. */
const leastOfLong = 0.7
const bestKept = 0.15
/** What runs on for longer is no sentence, and says nothing of what is named in it. In UTF-16 units. */
export const maxSentenceLength = 2000

/** `peers are peers in the network`. In `a time-locked contract is a contract that …` the other words are explained. */
function saysItself(name: string, right: string): boolean {
  const said = /^\w{0,2},? (?:is|are|was|were) (.{0,30})/iu.exec(right)?.[1] ?? ''
  const stem = name.toLowerCase().replace(/e?s$/, '')
  if (!/^\p{L}{3,}$/u.test(name)) return stem.includes(' ') && said.toLowerCase().includes(stem)
  return said
    .toLowerCase()
    .split(' ')
    .some((word) => word.startsWith(stem))
}

/**
 * 0 to 1. @param sentence one sentence @param place of the name in it
 * @param options.isUsual the name is a word that is usual outside the field too
 */
export function measureDefinition(
  sentence: string,
  { from, to }: NamePlace,
  { isUsual = false }: { isUsual?: boolean } = {},
): number {
  if (sentence.length > maxSentenceLength) return 0
  const plain = putPlainly(sentence, { from, to })
  const { left, isNamedFirst } = plain
  const right = asWide(plain.right)
  if (negations.test(right) || partOfName.test(right) || /[-_/]$/.test(left)) return 0
  const opens = isNamedFirst || opensClause.test(left)
  const isAside = whichClause.test(right) || apposition.test(right)
  let strength = mayFollow.test(right) ? measureFollowing(left, right, { opens, isNamedFirst }) : 0
  if (strength > 0 && !isNamedFirst && !isAside && ofOther.test(sentence.slice(0, from)))
    strength *= weakening.ofOther
  if (endsName.test(right))
    for (const [pattern, value] of introducing) if (value > strength && pattern.test(left)) strength = value
  if (isCalled.test(left)) strength = Math.max(strength, measureCalled(sentence.slice(0, from), right))
  if (ideaOf.test(left) && toldAfter.test(right) && !oughtToBe.test(right)) strength = Math.max(strength, 0.6)
  if (thinkOf.test(left) && likened.test(right))
    strength = 0.95 * (thoughtBy.test(left) && asThe.test(right) ? weakening.judged : 1)
  if (whatOf.test(left) && doesIs.test(right)) strength = Math.max(strength, 0.64)
  if (isNamedFirst && purposeIs.test(right)) strength = Math.max(strength, 0.66)
  if (openingWith.test(left) && youDo.test(right)) strength = Math.max(strength, 0.62)
  if ((isNamedFirst || introduced.test(left)) && whereYou.test(right)) strength = Math.max(strength, 0.66)
  const isOfKind = isNamedFirst && ofKind.test(left) && isSomething.test(right)
  if (isOfKind && isOne.test(right)) strength = Math.max(strength, 0.7)
  if (isOfKind) strength = Math.min(1, ofAll * strength)
  if (strength === 0) return 0
  if (apposition.test(right) && fronted.test(left)) strength *= weakening.tail
  if (!opens && isAside && partOfOther.test(left)) strength *= weakening.tail
  const name = sentence.slice(from, to)
  if (saysItself(name, right)) strength *= weakening.circular
  if ((isUsual || ofOne.test(right)) && /\bthe $/iu.test(left)) strength *= weakening.particular
  if (/^(?:s|es)? (?:was|were)\b/iu.test(right))
    strength *= weakening.past * (/\bthe $/iu.test(left) ? weakening.oneOfMany : 1)
  const isPlural = /[^su]s$/u.test(name) || /^(?:s|es)\b/u.test(right)
  if (isPlural ? whichOfOne.test(right.replace(/^e?s\b/u, '')) : areBoth.test(right) && joinsOther.test(left))
    strength *= weakening.tail
  if (whichAre.test(right) && lastOfList.test(left)) strength *= weakening.tail
  if (bareKind.test(right)) strength *= weakening.bareKind
  if (counting.test(right)) strength *= weakening.counting
  if (compared.test(left)) strength *= weakening.compared
  if (pointsBack.test(right)) strength *= weakening.pointsBack
  if (vague.test(right) || emptyWay.test(right)) strength *= weakening.vague
  if (judged.test(right)) strength *= weakening.judged
  if (unsure.test(sentence)) strength *= weakening.unsure
  if (supposed.test(left)) strength *= weakening.supposed
  if (oneOfMany.test(left)) strength *= weakening.oneOfMany
  if (/^(?:s|es)? (?:is|are) (?:\w+ ){0,2}like /iu.test(right)) strength *= weakening.alike
  if (sentence.trimEnd().endsWith('?'))
    strength *= isNamedFirst && asksNothing.test(sentence) ? weakening.asksNothing : weakening.asks
  if (passing.test(sentence.replaceAll(reference, ''))) strength *= 0.55
  if (listing.test(sentence)) strength *= 0.4
  const words = sentence.split(/\s+/).length
  if (words < goodLength.min) strength *= 0.5
  else if (words > goodLength.max) strength *= Math.max(leastOfLong, goodLength.max / words)
  return strength < bestKept ? 0 : Math.min(1, strength)
}

/**
 * Ends in a space of two bytes: V8 compiles a pattern once for texts of one byte a character and once for all others, and
 * the patterns of what follows a name are a quarter of a second of work each time.
 */
export const asWide = (right: string): string => `${right}\u2003`

/** By what comes after the name. @param left @param right a few words before and after it */
function measureFollowing(
  left: string,
  right: string,
  { opens, isNamedFirst }: { opens: boolean; isNamedFirst: boolean },
): number {
  let strength = 0
  for (const [pattern, opening, inside] of following) {
    const value = opens ? opening : inside
    if (value > strength && pattern.test(right)) strength = value
  }
  if ((counted.test(left) && consequence.test(right)) || possibility.test(right))
    strength = Math.min(strength, ofConsequence)
  if (opens && !isNamedFirst) return strength * (hasPart.test(left) ? weakening.part : weakening.clause)
  return opens || standsAlone.test(left) ? strength : strength * weakening.tail
}

/** By what is called so, and what is said of it besides. @param before all of the sentence before the name */
function measureCalled(before: string, right: string): number {
  const left = before.slice(-60)
  if (calledSo.test(left) && tellsHow.test(right)) return 0.8
  if (calledSo.test(left) && thatIs.test(right)) return 0.85
  if (endsName.test(right) && toldOfThere.test(before.slice(-200))) return 0.75
  return calledKind.test(left) && (goesOn.test(right) || saidBefore.test(before)) ? 0.75 : 0
}
