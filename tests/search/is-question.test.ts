import { expect, test } from 'vitest'
import { isQuestion, wantsAnswer } from '../../src/search/is-question.js'

test.each(['What is it?', '何ですか？', '玉露はどう違いますか。', 'どう違うのでしょうか。', '你知道吗。'])(
  '%j asks',
  (text) => {
    expect(isQuestion(text)).toBe(true)
  },
)

test.each(['It is.', '抹茶とは何ですか、という質問から始めます。', '静かな朝です。', 'なかなか。', ''])(
  '%j does not',
  (text) => {
    expect(isQuestion(text)).toBe(false)
  },
)

test.each([
  ['Why do fees rise?', true],
  ['どうしてですか？', true],
  ['SegWit activated on 24th of August in 2017, right?', false],
  ['It is slower, isn’t it?', false],
  ['Das war im Jahr 2017, oder?', false],
  ['What does that mean, right?', true],
  ['So how does that work, right?', true],
  ['Is that right?', true],
  ['It is slower.', false],
])('%s', (text, expected) => expect(wantsAnswer(text)).toBe(expected))

test('a statement that asks for a nod is a question by its form', () => {
  expect(isQuestion('It is slower, isn’t it?')).toBe(true)
})
