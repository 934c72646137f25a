import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord, tokenize } from '../../src/index/tokenize.js'

const tokens = (text: string) => tokenize(text).map(({ token }) => token)

test.each([
  ['Hello, World!', ['hello', 'world']],
  ["don't DON’T", ['dont', 'dont']],
  ['C C++ C# F# c++11', ['c', 'c++', 'c#', 'f#', 'c++', '11']],
  ['3.14 v0.21.1 10,000 1,2,3', ['3.14', 'v0.21.1', '10000', '1', '2', '3']],
  [
    'Node.js talkpython.fm yes,and end.Start',
    ['node', 'js', 'talkpython', 'fm', 'yes', 'and', 'end', 'start'],
  ],
  ['U.S. e.g. a.m.', ['us', 'eg', 'am']],
  ['OP_RETURN __init__ multi-agent', ['op_return', '__init__', 'multi', 'agent']],
  [
    "l'homme d’accord dell'arte qu'il O'Brien",
    ['l', 'homme', 'd', 'accord', 'dell', 'arte', 'qu', 'il', 'obrien'],
  ],
  ['Straße Götz naïve ŁÓDŹ', ['strasse', 'gotz', 'naive', 'lodz']],
  ['ｆｕｌｌ ﬁne', ['full', 'fine']],
  ['日本語です', ['日本', '本語', '語で', 'です']],
  ['検 test検索', ['検', 'test', '検索']],
  ['น้ำ ៘', ['น้', '้ำ'.normalize('NFKC')]],
  ['한국어 검색', ['한국어'.normalize('NFKD'), '검색'.normalize('NFKD')]],
  ['🎙️ — … \0 \uD800', []],
  ['', []],
])('%j has the words %j', (text, expected) => {
  expect(tokens(text)).toEqual(expected)
})

test('a token knows its place in the text', () => {
  expect(tokenize('Well, “C++” isn’t…')).toEqual([
    { token: 'well', from: 0, to: 4 },
    { token: 'c++', from: 7, to: 10 },
    { token: 'isnt', from: 12, to: 17 },
  ])
  expect(tokenize('𠮷野家')).toEqual([
    { token: '𠮷野', from: 0, to: 3 },
    { token: '野家', from: 2, to: 4 },
  ])
})

test('words are the same whatever else stands in the text', () => {
  const plain = fc.string({
    unit: fc.constantFrom(..."aDLqu'’ .,+#_019-“…\n", "l'", 'U.S.', '10,000', '3.1', 'C++', 'x'.repeat(70)),
    maxLength: 30,
  })
  fc.assert(
    fc.property(plain, (text) => {
      expect(tokenize(text)).toEqual(tokenize(`${text} 検`).slice(0, -1))
    }),
    { numRuns: 2000 },
  )
})

test('data is cut to 64 units, never through a character', () => {
  expect(tokens('x'.repeat(500))).toEqual(['x'.repeat(64)])
  expect(tokens('a' + '𐐨'.repeat(40))).toEqual(['a' + '𐐨'.repeat(31)])
})

test('of any text, tokens are of letters, marks, digits and _ . + #, and lie in order inside it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      let previous = 0
      for (const { token, from, to } of tokenize(text)) {
        expect(token).toMatch(/^[\p{L}\p{N}\p{M}_.+#]{1,64}$/u)
        expect(from).toBeGreaterThanOrEqual(previous)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        previous = from
      }
    }),
  )
})

test.each(['a', 'a.', '1,', "a'", 'a+', '中', 'é', 'A.B.'])(
  'two million characters of %j repeated are read without overflowing the stack',
  (unit) => {
    expect(tokenize(unit.repeat(2_000_000 / unit.length)).length).toBeGreaterThan(0)
  },
)

test('folding a folded word changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (word) => foldWord(foldWord(word)) === foldWord(word)),
  )
  expect(foldWord('GÖTZ’S')).toBe('gotzs')
})
