import { expect, test } from 'vitest'
import { splitFrontMatter } from '../../../../ingest/sources/posts/front-matter.js'

test('fields keep the order and the text of clock times', () => {
  const { fields, body, fault } = splitFrontMatter(
    '---\r\nstart: 00:03:09\r\ndate: 2026-01-01\r\npart: 7\r\n---\r\nBody\r\n',
  )
  expect([[...fields], body, fault]).toEqual([
    [
      ['start', '00:03:09'],
      ['date', '2026-01-01'],
      ['part', 7],
    ],
    'Body\r\n',
    null,
  ])
})

test.each([
  ['no front matter', 'text\n---\n', 'text\n---\n', null],
  ['an empty block', '---\n---\nbody', 'body', null],
  ['a block ended by dots', '---\na: 1\n...\nbody', 'body', null],
  ['a block without end', '---\na: 1\n', 'a: 1\n', 'its front matter is not closed by ---'],
  ['a list', '---\n- a\n---\nbody', 'body', 'its front matter is no YAML: expected `key: value` lines'],
])('%s', (_, text, body, fault) => {
  const read = splitFrontMatter(text)
  expect([read.body, read.fault]).toEqual([body, fault])
})

test('aliases that would unfold to a billion values are refused', () => {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`,
  )
  const { fields, fault } = splitFrontMatter(`---\na0: &a0 x\n${levels.join('\n')}\n---\nbody`)
  expect(fields.size).toBe(0)
  expect(fault).toMatch(/^its front matter is no YAML: Excessive alias count/)
})

test('a key named like a property of objects is an ordinary field', () => {
  const { fields } = splitFrontMatter('---\n__proto__: {title: evil}\ntitle: mine\n---\n')
  expect(fields.get('title')).toBe('mine')
})
