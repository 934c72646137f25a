import { after, aside, describing, genus, hedges, isA, kind, opinion } from './pattern-parts.js'

/** What follows a name where it is said what it stands for. */

/** `VS Code is where I’m going`, `the PEP is when we tried` tell what somebody did. */
const ownStory = '(?:I\\b|we (?:were|had|went|did|got|started|[a-z]+ed)\\b)'
const noun = `(?:an?|the|any|some|when|where|how|one of|two|another)\\b(?! (?:${opinion}|${ownStory}))`
/** What is said of many of them has no article (`servers hosted by …`), nor has what cannot be counted (`software for …`). */
const uncounted =
  '(?:software|hardware|technology|code|data|metadata|information|infrastructure|research|money|material|text)\\b'
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
