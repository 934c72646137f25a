import { expect, test } from 'vitest'
import { isQuestion } from '../../src/search/is-question.js'

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
