/** What people are called beside their names, as a text says it: `Mark "Murch" Erhardt`, `Mark Erhardt ("Murch")`. */

const name = "\\p{Lu}[\\p{L}.'’-]{0,39}"
const nick = '[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,39}'
const inside = new RegExp(`(?<!\\p{L})(${name}) ["“”„«‘(]{1,2}(${nick})["”“»’)]{1,2} (?=(${name}))`, 'gu')
/** In brackets alone it may be where somebody works. */
const after = new RegExp(
  `(?<!\\p{L})(${name}) (${name}),? \\(?(?:["“„«](${nick})["”“»]|(?:aka|a\\.k\\.a\\.) ["“]?(${nick}))(?!["”“»]? \\p{Lu})`,
  'gu',
)

/** First and last name, as written → what that person is called, too. Linear in the text. */
export function findNicknames(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, first = '', nickname = '', last = ''] of text.matchAll(inside))
    found.set(`${first} ${last.replace(/[.'’_-]+(?:s$|$)/u, '')}`, nickname)
  for (const [, first = '', last = '', one, other] of text.matchAll(after))
    found.set(`${first} ${last}`, one ?? other ?? '')
  return found
}
