import { after, aside, before, genus, hedges, kind, opinion } from './pattern-parts.js'

/** How people put it when they say what something is, and when they only seem to. All of them are tried beside a name. */

/** One look that spares others: what a thing is called. */
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
