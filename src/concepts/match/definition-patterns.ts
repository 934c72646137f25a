/** How people put it when they say what something is, and when they only seem to. All of them are tried beside a name. */

const hedges =
  '(?:(?:basically|essentially|really|just|simply|actually|kind of|sort of|like|in essence|at its core|more or less|pretty much|you know|of course|generally|usually|typically|,) ?){0,4}'
export const opinion =
  '(?:very |really |pretty |quite |super |so |such |rather |more |much |bit |little |(?:much|far|even|way) (?:more|less) |[a-z]+ly ){0,2}(?:outdated|performant|killer|good|great|nice|bad|perfect|ideal|reasonable|obvious|natural|big|cool|promising|extremely|primitive|concept that|project that|person|one of those|those|these|them|my|our|your|his|her|their|interesting|important|lot|thing|bit|topic|question|issue|problem|huge|different|better|worse|greater|bigger|nicer|fun|must|pain|mess|shame|same|best|only|first|next|last|other|reason|case|point|one|ones|most|least|(?:hard|easi|clear|nice|wide|quick|short|bigg|larg|fast|simpl|cheap|lat|new|old|strong|clos|high|low|small|saf|great|deep|long|short)est|worst|right|wrong|big|main|key|fact|beginning|end|idea|example|exciting|ultimate|part|choice|candidate|fit|[a-z]+ (?:things?|ones?|guys?|places?))\\b'
/** `VS Code is where I’m going`, `the PEP is when we tried` tell what somebody did. */
const ownStory = '(?:I\\b|we (?:were|had|went|did|got|started|[a-z]+ed)\\b)'
const noun = `(?:an?|the|any|some|when|where|how|one of|two|another)\\b(?! (?:${opinion}|${ownStory}))`
const after = (pattern: string): RegExp => new RegExp(`^${pattern}`, 'iu')
const before = (pattern: string): RegExp => new RegExp(`${pattern}$`, 'iu')
/** A bracket or an aside after the name: `PSBT (BIP174), `, `the term “pinning attack,” which …` */
const aside = `(?:s|es)?(?:,["”’]|["”’')]{0,2})(?: \\([^()]{1,60}\\))?`

/** Between the article and the kind: in `a distillation of the core idea` the kind is no idea. */
const describing =
  '(?:(?!(?:an?|the|my|our|your|his|her|their|its|this|that|these|those|of|for|in|on|at|to|by|with|from|that|which|where|when|who|and|is|are)\\b)(?:\\w|-){2,20} ){0,4}'
/** What a thing is a kind of: `a protocol that …` says more than `a weird vehicle`. */
const kind =
  '(?:ways?|method|mechanism|technique|protocol|scheme|system|algorithm|tool|library|type|kind|form|process|procedure|structure|function|model|tree|graph|table|queue|stack|promise|restriction|format|standard|property|concept|idea|set|list|collection|number|value|piece|part|unit|transaction|message|node|server|software|program|project|attack|technology|construction|construct|approach|strategy|rule|policy|code|key|signature|hash|network|layer|channel|proposal|upgrade|feature|service|device|wallet|measure|test|language|framework|combination|version|variant|generalization|extension|problem|phenomenon|case|practice|art|science|field|branch|group|platform|interface|component|output|input|field|person|company|organization|distribution|vector|matrix|space|architecture|network|operation|layer|change|contract|script|opcode|limit|condition|guarantee|proof|representation|description|abbreviation|acronym|term|name|word|measure|metric|substance|material|place|event|period|convention|opcode|class|family|series|sequence|chain|pair|log|ledger|argument|module|application|database|compiler|interpreter|engine|editor|environment|plugin|toolkit|wrapper|client|coin|vulnerability|implementation(?= (?:of|that|which|for|designed|written)\\b)(?! of (?:(?:an?|the|my|our) (?:idea|concept|proposal)|this|that)\\b))s?\\b'
const genus = `${describing}${kind}`
/** What is said of many of them has no article (`servers hosted by …`), nor has what cannot be counted (`software for …`). */
const uncounted =
  '(?:software|hardware|technology|code|data|metadata|information|infrastructure|research|money|material|text)\\b'
const isA =
  "(?:an?|the|any|some|one of(?: the)?|another)(?:,? (?:I guess|you know|I mean|I think|let[’']s say),?)?"
/** A likeness says what it is when it says too what is different. */
const likeBut = `${hedges}(?:like|similar to) (?:an?|the) [^.,;?!]{3,40},? (?:except|only (?:that|it|you|with)|but (?:with|without|where|instead|it|you|they|for)\\b)`
/** What may begin what is said of a name. */
export const saying =
  '(?:is|are|was|were|means?|refers?|stands?|consists?|represents?|which|allows?|lets?|enables?|works?|makes?|tries|aims|describes?|helps?|solves?|provides?|measures?|combines?|uses?|defines?|specifies|happens?|occurs?|arises?|or|i\\.e|that is|in other words)\\b'
/** What follows the name → how strong it is when the name opens the clause, and when it does not. */
export const following: readonly [RegExp, number, number][] = [
  [after(`${aside},? (?:is|are|was|were),? ${hedges}(?:${isA} )(?!${opinion})${genus}`), 1, 0.5],
  [after(`${aside},? (?:is|are),? ${hedges}(?:when|where|how)\\b(?! ${ownStory})`), 0.85, 0.4],
  // Of what kind, and which of them: `a redesign to …`, `a bag that …`
  [
    after(
      `${aside},? (?:is|are),? ${hedges}(?:${isA} )(?!${opinion})(?:(?!(?:to|of|for|that|which|where|in|with|without|whose)\\b)[\\w-]{2,20} ){1,4}(?:to [a-z]|(?:that|which|where|in which|by which|for [a-z]+ing|for (?:an?|the)|with|without|whose)\\b)`,
    ),
    0.8,
    0.35,
  ],
  [after(`${aside},? (?:is|are),? ${hedges}${noun}`), 0.7, 0.3],
  // `servers hosted by …`, `software for …`
  [
    after(
      `${aside} (?!(?:is|are) (?:(?:basically|essentially|really|just|simply|actually|kind of|sort of|all) ){0,2}(?:${opinion}|two|three|four|both|several|many|some)\\b)(?:are ${hedges}${describing}${kind}(?<=s)|is ${hedges}${describing}${uncounted}) (?:that|which|of|to|for|where|in which|by which|with|between|(?!(?:need|red|speed|feed|seed|bed|fixed|shared|based)\\b)[a-z]{2,16}ed (?:by|to|for|in|on|with|from))\\b`,
    ),
    0.8,
    0.35,
  ],
  // `is essentially you can replace a transaction …`
  [
    after(
      `${aside} (?:is|are) (?:(?:basically|essentially|just|simply|like),? ){1,3}(?:that )?(?:you|when you|instead of)\\b(?! (?:know|said|see|were|had|did|mean)\\b)(?: \\S+){4}`,
    ),
    0.7,
    0.3,
  ],
  [after(`${aside} (?:happens?|occurs?|arises?) (?:when|if|where)\\b(?! ${ownStory})`), 0.85, 0.4],
  // `is like a testnet, except that …`
  [after(`${aside} (?:is|are) ${likeBut}`), 0.87, 0.4],
  [after(`${aside} represents? (?:${isA} )(?!${opinion})`), 0.8, 0.3],
  [
    after(
      `${aside}:? (?:means? (?!that|we|you|it|they|i\\b|there)|refers? to(?! (?:this|that|it|these|those|them)\\b)|stands? for|consists? of)`,
    ),
    0.9,
    0.3,
  ],
  [
    after(
      `${aside} (?:is|are) ${hedges}(?:defined as|called|known as|used (?:to|for|by|in)|designed (?:to|for)|made of|made up of|built (?:on|from|of)|based on|about (?=\\w+ing))\\b`,
    ),
    0.85,
    0.5,
  ],
  [after(`${aside},? which (?:is|are|was|were) ${hedges}(?:${isA} )(?!${opinion})${genus}`), 0.85, 0.85],
  // `anchors, which are ways to …`
  [
    after(`${aside},? which are ${hedges}${describing}${kind} (?:to|of|for|that|where|in which|by which)\\b`),
    0.8,
    0.8,
  ],
  // An apposition: `PTLCs, a kind of contract that …`
  [
    after(`${aside}, an? (?!${opinion})${genus} (?:to|of|for|that|which|where|in which|by which)\\b`),
    0.62,
    0.62,
  ],
  [
    after(
      `${aside},? which (?:means (?!that|we|you|it|they|i\\b|there)|stands for|refers to|is when|is (?:basically |essentially )?where (?:you|it|they|each|every|two|somebody|someone|people)\\b)`,
    ),
    0.7,
    0.7,
  ],
  // `BitVM, which allows a large program to be broken down …`, `keysend, which is used to …`
  [
    after(
      `${aside}, which (?:(?:basically|essentially|just|simply) )?(?:(?:allows?|enables?) (?!me\\b|us\\b|him\\b|her\\b|them\\b|for\\b)(?:[\\w-]+ ){1,6}to [a-z]|lets? (?!me\\b|us\\b|him\\b|her\\b|them\\b)\\w+ |(?:is|are) (?:used|designed|meant) to )`,
    ),
    0.7,
    0.7,
  ],
  // `a rollup is the idea of having a separate ledger`, `it’s this idea that …`
  [
    after(
      `${aside} (?:is|are) ${hedges}(?:an?|the|this) (?:(?!${opinion})[\\w-]+ ){0,2}(?:idea|concept|notion) (?:of (?:\\w+ing|how|what) |that (?!I\\b|we\\b|people\\b)|where )`,
    ),
    0.8,
    0.35,
  ],
  // `HTLCs are what the network uses to …`
  [
    after(
      `${aside} (?:is|are) ${hedges}what (?:allows?|lets?|enables?|happens|prevents|determines|(?:you|the [\\w -]{3,30}|[A-Z]\\w+) (?:gets?|uses?) )`,
    ),
    0.75,
    0.3,
  ],
  [
    after(
      `${aside} (?:is|are) ${hedges}(?!(?:any|every|no|some)thing\\b)(?:\\w+[^s\\W]s (?:that|which|of|to|for|where|in)|\\w+(?:ing of|ed (?:that|which|of|where)))\\b`,
    ),
    0.65,
    0.25,
  ],
  // What is done with it or has to be done says little of what it is.
  [after(`${aside} (?:is|are) ${hedges}\\w+ed (?:to|for|in)\\b`), 0.4, 0.15],
  // What it is for: `allows anybody to …`
  [
    after(`${aside} (?:allows?|enables?) (?!me\\b|us\\b|him\\b|her\\b|them\\b)(?:[\\w-]+ ){1,6}to [a-z]`),
    0.7,
    0.3,
  ],
  [
    after(
      `${aside} (?:allows?|lets?|enables?|works? by|works? like|makes? it possible|(?:tries|aims) to(?! (?:do |solve |achieve |fix )?(?:that|this|it|so)\\b)|describes?|(?:defines|specifies) (?:an?|the|how|new)) `,
    ),
    0.62,
    0.3,
  ],
  [after(`${aside} (?:describes?|helps?|solves?|provides?|measures?|combines?|uses?) `), 0.5, 0.2],
  [after(`${aside}: (?=(?:\\S+ ){5})`), 0.55, 0.1],
  [after(`${aside},? (?:or|i\\.e|that is|in other words)\\b`), 0.4, 0.4],
]

/** One look that spares the others: nothing of `following` begins otherwise. */
export const mayFollow = after(`${aside}(?:[,:]| ${saying})`)
/** The same for what a thing is called. */
export const isCalled = /\b(?:call(?:ed)?|known|termed|dubbed)\b/iu

export const introducing: readonly [RegExp, number][] = [
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
/** `a trusted third party known as an oracle` */
export const calledKind = before(
  `\\b(?:an?|this|some|these) (?:(?!(?:of|for|to|that|which|thing|something|lot|bit|and|or|is|are)\\b)[\\w-]{2,20} ){1,4}(?:called|known as|termed|dubbed) (?:an? |the )?["“‘']?`,
)
/** `anyone can change it, a problem known as malleability` says it before. From the beginning of a word, and not `{6,}`: both would find no more in the square of the time. */
export const saidBefore =
  /(?<!\S)(?:\S+ ){6}\S+(?:,|[—–]|---?) ?an? [\w -]{2,40}(?:called|known as|termed|dubbed) (?:an? |the )?["“‘']?$/iu
/** `there is this other network that is like it, and that is called Testnet` */
export const toldOfThere =
  /\bthere(?:['’]s| is| are) (?:also )?(?:this|these|an?|another|some) [^.;]{10,120}?,? (?:and )?(?:that|which)(?: is| are|['’]s) (?:called|known as) (?:an? |the )?["“‘']?$/iu
/** What it is called is not all that is said of it: `… known as an oracle to attest to a piece of data`. */
export const goesOn =
  /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?,? (?:(?:that|where|who|to)|which (?:would |will |can )?(?:means?|(?:allow|enable)s? (?:\S+ ){1,4}to|lets? \w+))(?: \S+){3}/iu
/** `the whole point of mining is to be decentralized` */
export const oughtToBe = /^(?:s|es)?["”’')]{0,2},? (?:is|are|was|were) (?:\w+ )?to be\b/iu
/** `the idea of a channel factory is to …`; `by the definition of an output, it is …` speaks of something else. */
export const ideaOf = before(
  '(?:idea|concept|notion|(?<!\\b(?:weak|strong|sore|pain|starting|selling|entry|end|high|low) )point|purpose|goal|definition|meaning|intuition|trick) (?:of|behind|with) (?:an? |the )?["“‘\']?',
)
export const toldAfter = /^(?:s|es)?["”’')]{0,2}(?::|,? (?:here )?(?:is|are|was|were)\b)/iu
export const likened =
  /^(?:s|es)?["”’')]{0,2}(?: (?:as|like|to be|almost|sort of|kind of|basically|essentially|really|just|more|here|now|a bit|,))*? (?:as|like|to be) (?:basically |essentially |just |simply |kind of |sort of |being )?(?:an?|the|some|one|two|your|how|what|when|where|if)\b/iu
export const thinkOf = before('(?:think of|imagine|picture|see|view) (?:an? |the )?')
/** The name opens the sentence, or what is said after a word or two of talk. */
export const opensSentence =
  /(?:^|[.;:?!—–]\s+)(?:(?:so|and|but|well|okay|ok|basically|now|right|yeah|yes|actually|essentially|i mean|you know|again|also|then|in short|alright|like),? +){0,3}(?:an? |the |["“‘'(])?$/iu
/** It opens a clause inside one. */
export const opensClause =
  /(?:, |\b(?:and|but|so|because|since|that|where|like|meaning|believe|think|say) )(?:basically |essentially |then )?(?:an? |the |["“‘'(])?$/iu
/** `a multisig, where the oracle is one of the parties` tells its part in something else. */
export const hasPart = /\bwhere (?:an? |the )?$/iu
/** `called a Merkle tree, where you take each of them …` */
export const calledSo = before(
  `(?:called|known as|(?:we|they|you|people) call)(?: it| this| that| them)? (?:an? |the )?["“‘']?`,
)
export const tellsHow = /^(?:s|es)?["”’')]{0,2}, where (?:you|we|they|each|every|all|an?|the|some|one)\b/iu
/** `A fee bump means your transaction will …` says what comes of one. */
export const consequence =
  /^(?:s|es)? means? (?:an?|the|your|each|every|all|some) (?:(?!(?:of|for|to|that|which|where|when|who)\b)[\w-]+ ){1,4}(?:can|could|will|would|has|have|had|is|are|does|do|gets?|needs?|must|should)\b/iu
/** `Denial of service means somebody could ask you …` says what may happen. */
export const possibility =
  /^(?:s|es)?,? (?:basically |essentially |just )?means? (?:basically |essentially |just )?(?:that )?(?:somebody|someone|anybody|anyone|people) (?:can|could|will|would|may|might)\b/iu
/** `package relay, where you can send …`: what is done with it tells what it is; `on testnet, where …` only tells where. */
export const introduced =
  /(?:^|[,:;(—–]\s*|\b(?:an?|(?:concept|idea|notion) of the|as|call(?:ed|s)?|is|are|work(?:ing|ed)? on|about|use[sd]?|using|behind|(?:concept|idea|notion|technique|method|process|form) of)\s+)["“‘']?$/iu
export const whereYou =
  /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?,["”’]? where (?:you|each|every|people) (?:(?:basically|essentially|just|can|simply) )*(?!(?:also|are|were|was|had|have|see|know|said|talk|think|thought|say|go|went|discuss|post|posted|would|might|could|need)\b)\w/iu
/** `this proposal, silent payments, allows you to …` */
export const apposed = /\b(?:this|the|an?|our|their|my|his|her)(?: new)? [\w-]{3,20}, ["“‘']?$/iu
/** `what assumevalid does is …`, `the way splicing works is …`; `one thing that it does` is one of many. */
export const whatOf = /\b(?:what|all|how|the way(?: that)?) (?:an? )?["“‘']?$/iu
export const doesIs =
  /^(?:s|es)?["”’')]{0,2} (?:(?:basically|essentially|actually|really) )?(?:do|does|works?|means?) is,? (?!(?:not|still|also|very|really|quite|pretty|just not|exactly|something|good|great)\b)(?:\S+ ){3}/iu
/** `Erlay, the problem it solves is …`, `feerate estimation, the goal is to …` */
export const purposeIs =
  /^(?:s|es)?["”’]?(?: \([^()]{1,60}\))?,(?: so)? (?:(?:the|its) (?:\w+ )?(?:idea|goal|purpose|point|aim|trick|concept)(?: here| there| of (?:it|this|that)| behind (?:it|this|that))?|the problem (?:that )?(?:it|this|that|they) (?:solves?|addresses|tries to solve|(?:is|are) (?:trying|meant) to solve)|what (?:it|this|that|they|you) (?:basically |essentially |actually )?(?:does?|do)|the way (?:that )?(?:it|this|that|they) works?),?(?: [A-Z][a-z]+,)? (?:is|was|are)(?:,| basically| essentially| just){0,2} (?!(?:not|still|also|very|really|quite|pretty|interesting|great|good|simple|clear|in order)\b)(?:\S+ ){3}/u
/** `With assumevalid you get the headers, but …` */
export const openingWith =
  /(?:^|[.?!]\s+)(?:(?:so|and|but|well|okay|ok|basically|now|right|yeah|yes|whereas|while|because|then),? +){0,3}with (?:an? |the )?["“‘']?$/iu
export const youDo =
  /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?,? (?:you|people|each|everybody|everyone|anyone|anybody) (?:(?:basically|essentially|just|simply|actually|only) )*(?!(?:are|were|had|have (?:an?|the|this|that|to)|see|know|said|talk|think|thought|say|would|might|can|could|will|should|may|must|do|did)\b)\w/iu
/** Of a thing that can be counted, `means` tells a consequence; what `idempotency means` is what it is. */
export const counted = /\b(?:an?|the|one) $/iu
/** `it’s different than a multisig, where the oracle is …` */
export const compared =
  /\b(?:it|this|that|they|these|those|which)(?:['’]s|['’]re| is| are)\b[^.;]{0,40}\b(?:different (?:than|from|to)|similar to|unlike)\b[^.;]*$|\b(?:aligns?|in line|consistent|compatible) with (?:the )?(?:concept|idea|notion) of (?:an? |the )?$/iu
/** `the core idea that you need for that` points to what was said before. */
export const pointsBack =
  /^[^.;]{0,60}\b(?:for|(?<!\b(?:one|each|all|some|any|none) )of|to|on|with|by|about|from|in|do|[a-z]+ing) (?:this|that|those|these)(?!, (?:in|by|for) which\b)(?=\s*(?:[,.;!?]|$| (?:and|but|or|as well|too)\b))/iu
/** `the wallet, or the screen, which are parts that …`: all of them are. */
export const lastOfList = /[\w,] (?:and|or) (?:an? |the )?$/iu
/** `map and filter are …` speaks of both, `lists or tuples, which lets you …` of neither. */
export const joinsOther = /\w (?:and|or) (?:an? |the )?["“]?$/iu
export const areBoth = /^["”’]? are\b/iu
export const whichOfOne = /^["”’]?,? which (?:\w+ly )?(?:allows|lets|enables)\b/iu
export const whichAre = /^(?:s|es)?,? which are\b/iu
/** `This could be done with a wallet where …`: something else is spoken of. */
export const ofOther =
  /^\W*(?:(?:so|and|but|well|now|also|then|in theory|in practice|basically|of course|for example),? )*(?:this|that|it) (?:could|can|might|may|would|should)\b/iu
/** `which is just a single hash` says how many. */
export const counting =
  /^(?:s|es)?["”’')]{0,2},?(?: which)? (?:is|are) (?:(?:just|only|simply|basically|really|actually) ){0,2}(?:a|one|the) single\s/iu
/** `Lightning is a tool, …` says its kind and no more. */
export const bareKind = after(
  `(?:s|es)?(?:,? which)? (?:is|are) an?(?:other)? ${kind}(?=[,.;!?])(?!, (?:or|which|that|where|what|not|in which|an?|the|like (?:an?|the))\\b)`,
)
/** `CPFP is a more expensive way of doing things` */
export const emptyWay =
  /^(?:s|es)? (?:is|are) [^.,;]{0,40}\bways? (?:of doing|to do|for doing) (?:things?|it|that|this|something|so|everything|stuff)\b(?! that)/iu
/** `something called an anchor, that is an output which …` */
export const thatIs = after(
  `${aside}, that (?:is|are) ${hedges}(?:an?|one of(?: the)?|any) (?!${opinion})${genus}`,
)
/** `people think of it as the linchpin` tells what they make of it. */
export const thoughtBy =
  /\b(?:people|they|folks|some|many|most|others|everyone|everybody|nobody) (?:\w+ ){0,2}(?:think of|imagine|picture|see|view) (?:an? |the )?$/iu
export const asThe = /^.{0,20}\bas the\b/iu
/** Before a name that is no tail of a longer one: `Lightning Wallet, which is …` says nothing of `wallet`. */
export const standsAlone =
  /(?:^|[,:;(“"‘'—–]\s*|\b(?:an?|the|of|and|or|with|in|on|for|to|by|is|are|was|were|be|using|about|called|from|as|that|like|have|has|had|use|uses|need|needs|via|into|than|at|means?|through|between|behind|known|call|idea|is called|some|any|no) +)[“"‘']?$/iu
/** It is asked or supposed, not said. */
export const supposed =
  /\b(?:if|whether|when|unless|until|assuming|would(?! (?:say|call|define|describe)\b)|could|asked|wonder(?:s|ed|ing)?|let['’]?s say|suppose(?! to)|say,)\b[^,.;]{0,40}$/iu
/** `a soft fork is …` speaks of what all of its kind are. */
export const ofKind = /\ban? ["“‘']?$/iu
export const isSomething = /^["”’']?(?: \([^()]{1,60}\))? is\b/iu
/** `An anchor output is one that you use for …` */
export const isOne = after(`${aside} is ${hedges}one (?:that|which|where|in which|for which|with) `)
/** `…, right?` asks nothing. */
export const asksNothing = /, (?:right|yeah|you know|isn['’]t it|correct)\?\s*$/iu
/** One of its kind is meant, not what it is: `this smaller signature is …`, `their wallet is …`. */
export const oneOfMany =
  /\b(?:this|these|(?<!\b(?:way|how) )that|those|his|her|their|our|my|your|its|each|every|other|another|same|new|such|most|some|many|all|both|only|first|second|next|last|current|existing)(?: (?!(?:an?|the)\s)[\w-]{1,20})?\s+$/iu
/** In `the outcome of the protocol which is a list` the list is the outcome. */
export const partOfOther = /\b\w{3,} (?:of|in|for|from|with|on) (?:an? |the )?$/iu
export const whichClause = /^(?:s|es)?,?["”’]?,? which\b/iu
/** `the inventory of a block, a table that …` */
export const apposition = /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?,["”’]? an? /iu
/** `in the past release of the node, a way to back up was introduced`: what follows the comma is spoken of, and the name is where. */
export const fronted =
  /(?:^|[.,;:]\s+|\b(?:that|and|but|so|because|where|which)\s+)(?:in|with|for|on|at|under|after|before|since|by|during|from|via|without|within|inside|of) [^.,;:]{0,60}$/iu
/** `The vulnerability happens when …`, `the proposal defines a …` tell of one. */
export const ofOne = /^(?:s|es)? (?:defines|specifies|happens|occurs|arises)\b/iu
/** `is a very secure language` judges it. */
export const judged =
  /^(?:s|es)?(?:,? which)? (?:is|are) (?:(?:an? )?(?:very|really|pretty|quite|super|extremely|incredibly|amazingly|insanely|surprisingly|fairly|highly) [\w-]+ (?!(?:case|kind|type|form|class|version)s? of\b)[\w-]+(?: of [\w-]+)?\b(?! (?:[\w-]+ ){0,2}(?:scheme|protocol|method|algorithm)s?\b|,? (?:that|which|where|of|for|to|in(?! that\b))\b)|an? (?:[a-z]+ly )?(?:common|crucial|critical|fundamental)\b|an? (?:[a-z]+ly )?(?:popular|useful|powerful|valuable|helpful|underrated|well-known) [\w-]+\b(?! (?:\w+ )?(?:that|which|where|of|for|to)\b))/iu
/** `is a project, I think, that began in …`, `is a change that is allowed by …`, `is a solution to a problem`: too wide to say what it is. In `is a project fork of …` it is the fork that is spoken of. */
export const vague =
  /^(?:s|es)?["”’')]{0,2}(?:,? which)? (?:is|are|was|were) (?:(?:kind|sort) of )?(?:an? |the )?(?:(?!to\b)[\w-]+ ){0,2}(?:project|proposal|paper|idea|work|change|effort|initiative|solution|name|word|term)s?\b(?! [\w-]+ (?:of|that|which|to|for)\b)(?!,? (?:to(?! (?:one|an?|some)\b)|(?:that|which)(?! (?:is|are|was|were|ha[sd] been|have been) |['’]s )|for|where|of|or an?)\b)/iu
/** Who says so is not sure of it. */
export const unsure =
  /\b(?:(?:I|we) (?:do|did)(?: not|n['’]t) (?:really |even |quite |actually )?(?:know|remember|recall)|(?:am|['’]m)(?: not|n['’]t) (?:\w+ )?(?:sure|familiar|certain)|no idea|if I (?:remember|recall|understand))\b/iu
export const negations =
  /^(?:s|es)? (?:is|are)(?:n['’]t| not| no longer| never| going| gonna| coming| getting| being| still| already| currently| now| ready| done| also| even)\b/iu

/** What is said of today's news is no definition for tomorrow. */
export const passing =
  /\b(?:this|last|next) (?:pr|week|month|year|release|version|item|newsletter|episode|post|one)\b|\b(?:newsletter|mailing list|posted to|pull request|release candidate|breaking changes?|bug ?fix|merged|today|yesterday|tomorrow|right now|currently|in my view|in my opinion)\b|#\d|\bno-brainer\b|\bbuzzwords?\b/iu

/** `(see Newsletter #397)` says where else it is told. */
export const reference =
  / ?\((?:see|as|previously|first|also|covered|described|discussed|mentioned)\b[^()]{0,80}\)/giu
/** Lines of a table or an index. */
export const listing = /\||\n/u
/** `BTCPay Server` of `BTCPay Server Vault` is another thing. */
export const partOfName = /^ \p{Lu}\p{Ll}/u

/** `called a payment pool` introduces another thing than `payment`, as `called the Output (UTXO) set` does. */
export const endsName =
  /^(?:s|es)?["”’')]{0,2}(?: \([^()]{1,60}\))?(?:\s*[[,.;:?!—–]|\s*$| (?:which|that|where|and|is|are|was|as|by|in|for|to|or|means)\b)/iu
