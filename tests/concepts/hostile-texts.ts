/** In UTF-16 units. What takes time in the square or cube of it would not end while anybody waits. */
const length = 200_000

const repeat = (unit: string): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** Texts that strangers may send to make a reader of patterns go astray, with what is special about each. */
export const hostileTexts: readonly (readonly [string, string])[] = [
  ['one small letter', repeat('a')],
  ['one capital', `${repeat('A')}!`],
  ['capitals before a bracket', `${repeat('AB')}! (Aa bb)`],
  ['opening brackets', repeat('(')],
  ['pairs of brackets', repeat('()')],
  ['words in brackets', repeat('(aa) ')],
  ['is a is a', repeat('is a ')],
  ['a name that is a name', repeat('RAG is a method ')],
  ['called a called a', repeat('called a ')],
  ['nouns without an end', repeat('bitcoin ')],
  ['names without an end', repeat('Ada Lovelace ')],
  ['a gap of spaces', `a${repeat(' ')}b`],
  ['a gap of lines', `a${repeat('\n')}b`],
  ['a gap of spaces that do not break', `a${repeat('\u00a0')}b`],
  ['hyphens', repeat('-')],
  ['words joined by hyphens', repeat('a-')],
  ['underscores', repeat('_')],
  ['an address', repeat('http://')],
  ['words joined by slashes', repeat('a/')],
  ['A vs A', repeat('a vs ')],
  ['initials', repeat('a.')],
  ['apostrophes', repeat("a'")],
  ['digits and commas', repeat('1,')],
  ['question marks', repeat('?')],
  ['colons', repeat('a: ')],
  ['signs outside the basic plane', repeat('😀')],
  ['accents without a letter', `a${repeat('\u0301')}`],
  ['halves of characters', repeat('\ud800')],
]
