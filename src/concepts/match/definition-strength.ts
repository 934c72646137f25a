/**
 * How much a sentence says what a name stands for, by how it is built. After the patterns by which definitions are found
 * in text (Hearst 1992; Navigli and Velardi 2010), in the forms that people use when they speak.
 */

/** Half-open place of a name in a text, in UTF-16 units. */
export interface NamePlace {
  from: number
  to: number
}

const hedges =
  '(?:(?:basically|essentially|really|just|simply|actually|kind of|sort of|like|in essence|at its core|more or less|pretty much|you know|of course|generally|usually|typically|,) ?){0,4}'
const opinion =
  '(?:very |really |pretty |quite |super |so |such |rather |more |much |bit |little ){0,2}(?:good|great|nice|bad|perfect|ideal|obvious|natural|big|cool|promising|extremely|primitive|concept that|project that|person|one of those|those|these|them|my|our|your|his|her|their|interesting|important|lot|thing|bit|topic|question|issue|problem|huge|different|better|worse|fun|must|pain|mess|shame|same|best|only|first|next|last|other|reason|case|point|one|ones|right|wrong|big|main|key|fact|beginning|end|idea|example|exciting|part)\\b'
const noun = `(?:an?|the|any|some|when|where|how|one of|two|another)\\b(?! ${opinion})`
const after = (pattern: string): RegExp => new RegExp(`^${pattern}`, 'iu')
const before = (pattern: string): RegExp => new RegExp(`${pattern}$`, 'iu')
/** A bracket or an aside after the name: `PSBT (BIP174), ` */
const aside = '(?:s|es)?["”’\')]{0,2}(?: \\([^()]{1,60}\\))?'

/** What a thing is a kind of: `a protocol that …` says more than `a weird vehicle`. */
const genus =
  '(?:(?:\\w|-){2,20} ){0,4}(?:ways?|method|mechanism|technique|protocol|scheme|system|algorithm|tool|library|type|kind|form|process|procedure|structure|function|model|tree|graph|table|queue|stack|promise|restriction|format|standard|property|concept|idea|set|list|collection|number|value|piece|part|unit|transaction|message|node|server|software|program|project|attack|technology|construction|construct|approach|strategy|rule|policy|code|key|signature|hash|network|layer|channel|proposal|upgrade|feature|service|device|wallet|measure|test|language|framework|combination|version|variant|generalization|extension|problem|phenomenon|case|practice|art|science|field|branch|group|platform|interface|component|output|input|field|person|company|organization|distribution|vector|matrix|space|architecture|network|operation|layer|change|contract|script|opcode|limit|condition|guarantee|proof|representation|description|abbreviation|acronym|term|name|word|measure|metric|substance|material|place|event|period)s?\\b'
const isA = '(?:an?|the|any|some|one of(?: the)?|another)'
/** What follows the name → how strong it is when the name opens the clause, and when it does not. */
const following: readonly [RegExp, number, number][] = [
  [after(`${aside},? (?:is|are|was|were),? ${hedges}(?:${isA} )(?!${opinion})${genus}`), 1, 0.5],
  [after(`${aside},? (?:is|are),? ${hedges}(?:when|where|how)\\b`), 0.85, 0.4],
  [after(`${aside},? (?:is|are),? ${hedges}${noun}`), 0.7, 0.3],
  [
    after(`${aside}:? (?:means? (?!that|we|you|it|they|i\\b|there)|refers? to|stands? for|consists? of)`),
    0.9,
    0.3,
  ],
  [
    after(
      `${aside} (?:is|are) ${hedges}(?:defined as|called|known as|used (?:to|for|by|in)|designed (?:to|for)|made of|made up of|built (?:on|from|of)|based on|about)\\b`,
    ),
    0.85,
    0.5,
  ],
  [after(`${aside},? which (?:is|are|was|were) ${hedges}(?:${isA} )(?!${opinion})${genus}`), 0.85, 0.85],
  [
    after(
      `${aside},? which (?:means (?!that|we|you|it|they|i\\b|there)|stands for|refers to|is when|is how)`,
    ),
    0.7,
    0.7,
  ],
  [
    after(
      `${aside} (?:is|are) ${hedges}(?!(?:any|every|no|some)thing\\b)(?:\\w+[^s\\W]s (?:that|which|of|to|for|where|in)|\\w+(?:ing|ed) (?:that|which|of|where))\\b`,
    ),
    0.65,
    0.25,
  ],
  // What is done with it or has to be done says little of what it is.
  [after(`${aside} (?:is|are) ${hedges}\\w+ed (?:to|for|in)\\b`), 0.4, 0.15],
  [
    after(
      `${aside} (?:allows?|lets?|enables?|works? by|works? like|makes? it possible|tries to|aims to|describes?) `,
    ),
    0.62,
    0.3,
  ],
  [after(`${aside} (?:describes?|helps?|solves?|provides?|measures?|combines?|uses?) `), 0.5, 0.2],
  [after(`${aside}: (?=(?:\\S+ ){5})`), 0.55, 0.1],
  [after(`${aside},? (?:or|i\\.e\\.|that is|in other words)\\b`), 0.4, 0.4],
]

const introducing: readonly [RegExp, number][] = [
  [before(`(?:think of|imagine|picture|see|view|look at) (?:an? |the )?`), 0.5],
  [
    before(
      `\\ban? [^.;]{3,50}(?:called|known as|(?:we|they|you|people) call|referred to as|named|termed|dubbed)(?: it| this| that| them)? (?:an? |the )?["“‘']?`,
    ),
    0.62,
  ],
  [
    before(
      `(?:called|known as|we call|they call|you call|people call|refer(?:red)? to as|named|termed|dubbed)(?: it| this| that| them)? (?:an? |the )?["“‘']?`,
    ),
    0.45,
  ],
  [before(`what(?:'s|’s| is| are| was) (?:an? |the )?`), 0.5],
  [before(`(?:define|explain|describe|introduce) (?:what )?(?:an? |the )?`), 0.45],
  [before(`(?:what (?:we|i|you|people) mean (?:by|with)|what is meant by) (?:an? |the )?`), 0.8],
]
/** `the idea of a channel factory is to …`; `by the definition of an output, it is …` speaks of something else. */
const ideaOf = before(
  '(?:idea|concept|notion|point|purpose|goal|definition|meaning|intuition|trick) (?:of|behind|with) (?:an? |the )?["“‘\']?',
)
const toldAfter = /^(?:s|es)?["”’')]{0,2}(?::|,? (?:here )?(?:is|are|was|were)\b)/iu
const likened =
  /^.{0,20}\b(?:as|like|to be) (?:basically |essentially |just |simply |kind of |sort of |being )?(?:an?|the|some|one|two|your|how|what|when|where|if)\b/iu
const thinkOf = before('(?:think of|imagine|picture|see|view) (?:an? |the )?')
/** The name opens the sentence, or what is said after a word or two of talk. */
const opensSentence =
  /(?:^|[.;:?!—–]\s+)(?:(?:so|and|but|well|okay|ok|basically|now|right|yeah|yes|actually|essentially|i mean|you know|again|also|then|in short|alright|like),? +){0,3}(?:an? |the |["“‘'(])?$/iu
/** It opens a clause inside one. */
const opensClause =
  /(?:, |\b(?:and|but|so|because|since|that|where|like|meaning|believe|think|say) )(?:basically |essentially |then )?(?:an? |the |["“‘'(])?$/iu
/** Before a name that is no tail of a longer one: `Lightning Wallet, which is …` says nothing of `wallet`. */
const standsAlone =
  /(?:^|[,:;(“"‘'—–]\s*|\b(?:an?|the|of|and|or|with|in|on|for|to|by|is|are|was|were|be|using|about|called|from|as|that|like|have|has|had|use|uses|need|needs|via|into|than|at|means?|through|between|behind|known|call|idea|is called|some|any|no) +)[“"‘']?$/iu
/** It is asked or supposed, not said. */
const supposed =
  /\b(?:if|whether|when|unless|until|assuming|would(?! (?:say|call|define|describe)\b)|could|asked|wonder(?:s|ed|ing)?)\b[^,.;]{0,40}$/iu
/** One of its kind is meant, not what it is: `this smaller signature is …`, `their wallet is …`. */
const oneOfMany =
  /\b(?:this|these|that|those|his|her|their|our|my|your|its|each|every|other|another|same|new|such|most|some|many|all|both|only|first|second|next|last|current|existing)(?: (?!(?:an?|the)\s)[\w-]{1,20})?\s+$/iu
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
}
/** In `the outcome of the protocol which is a list` the list is the outcome. */
const partOfOther = /\b\w{3,} (?:of|in|for|from|with|on) (?:an? |the )?$/iu
const whichClause = /^(?:s|es)?,? which\b/iu
/** `is a very secure language` judges it. */
const judged =
  /^(?:s|es)? (?:is|are) (?:an? )?(?:very|really|pretty|quite|super|extremely) [\w-]+ [\w-]+\b(?! (?:that|which|where|of|for|to)\b)/iu
/** `is a project, I think, that began in …`, `is a change that is allowed by …`: too wide to say what it is. */
const vague =
  /^(?:s|es)? (?:is|are|was|were) (?:(?:kind|sort) of )?(?:an? |the )?(?:[\w-]+ )?(?:project|proposal|paper|idea|work|change|effort|initiative)s?\b(?!,? (?:to|(?:that|which)(?! (?:is|are|was|were|ha[sd] been|have been) )|for|where|of|or an?)\b)/iu
/** Who says so is not sure of it. */
const unsure =
  /\b(?:(?:I|we) (?:do|did)(?: not|n['’]t) (?:really |even |quite |actually )?(?:know|remember|recall)|(?:am|['’]m)(?: not|n['’]t) (?:\w+ )?(?:sure|familiar|certain)|no idea|if I (?:remember|recall|understand))\b/iu
const negations =
  /^(?:s|es)? (?:is|are)(?:n['’]t| not| no longer| never| going| gonna| coming| getting| being| still| already| currently| now| ready| done| also| even)\b/iu

/** What is said of today's news is no definition for tomorrow. */
const passing =
  /\b(?:this|last|next) (?:pr|week|month|year|release|version|item|newsletter|episode|post|one)\b|\b(?:newsletter|mailing list|pull request|release candidate|breaking changes?|bug ?fix|merged|today|yesterday|tomorrow|right now|currently|in my view|in my opinion)\b|#\d|\bno-brainer\b|\bbuzzwords?\b/iu

/** Lines of a table or an index. */
const listing = /\||\n/u
/** `BTCPay Server` of `BTCPay Server Vault` is another thing. */
const partOfName = /^ \p{Lu}\p{Ll}/u

/** `called a payment pool` introduces another thing than `payment`, as `called the Output (UTXO) set` does. */
const endsName =
  /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?(?:\s*[[,.;:?!—–]|\s*$| (?:which|that|where|and|is|are|was|as|by|in|for|to|or|means)\b)/iu

/** In words: shorter says too little, longer says more than one thing. */
const goodLength = { min: 7, max: 60 }
const bestKept = 0.15
/** What runs on for longer is no sentence, and says nothing of what is named in it. In UTF-16 units. */
const maxSentenceLength = 2000

/** `peers are peers in the network`. In `a time-locked contract is a contract that …` the other words are explained. */
function saysItself(name: string, right: string): boolean {
  if (!/^\p{L}{3,}$/u.test(name)) return false
  const said = /^\w{0,2},? (?:is|are|was|were) (.{0,30})/iu.exec(right)?.[1] ?? ''
  const stem = name.toLowerCase().replace(/e?s$/, '')
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
  const left = sentence.slice(Math.max(0, from - 60), from)
  const right = sentence.slice(to, to + 110)
  if (negations.test(right) || partOfName.test(right) || /[-_/]$/.test(left)) return 0
  const isStart = opensSentence.test(left) || left.trim() === ''
  const opens = isStart || opensClause.test(left)
  let strength = 0
  for (const [pattern, opening, inside] of following)
    if (pattern.test(right)) strength = Math.max(strength, opens ? opening : inside)
  if (opens && !isStart) strength *= weakening.clause
  else if (!opens && !standsAlone.test(left)) strength *= weakening.tail
  if (endsName.test(right))
    for (const [pattern, value] of introducing) if (pattern.test(left)) strength = Math.max(strength, value)
  if (ideaOf.test(left) && toldAfter.test(right)) strength = Math.max(strength, 0.6)
  if (thinkOf.test(left) && likened.test(right)) strength = 0.95
  if (strength === 0) return 0
  if (!opens && whichClause.test(right) && partOfOther.test(left)) strength *= weakening.tail
  if (saysItself(sentence.slice(from, to), right)) strength *= weakening.circular
  if (isUsual && /\bthe $/iu.test(left)) strength *= weakening.particular
  if (/^(?:s|es)? (?:was|were)\b/iu.test(right)) strength *= weakening.past
  if (vague.test(right)) strength *= weakening.vague
  if (judged.test(right)) strength *= weakening.judged
  if (unsure.test(sentence)) strength *= weakening.unsure
  if (supposed.test(left)) strength *= weakening.supposed
  if (oneOfMany.test(left)) strength *= weakening.oneOfMany
  if (/^(?:s|es)? (?:is|are) (?:\w+ ){0,2}like /iu.test(right)) strength *= weakening.alike
  if (sentence.trimEnd().endsWith('?')) strength *= 0.35
  if (passing.test(sentence)) strength *= 0.55
  if (listing.test(sentence)) strength *= 0.4
  const words = sentence.split(/\s+/).length
  if (words < goodLength.min) strength *= 0.5
  else if (words > goodLength.max) strength *= 0.7
  return strength < bestKept ? 0 : Math.min(1, strength)
}
