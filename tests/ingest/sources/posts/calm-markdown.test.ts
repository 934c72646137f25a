import { expect, test } from 'vitest'
import { calmMarkdown } from '../../../../ingest/sources/posts/calm-markdown.js'
import { readMarkdown } from '../../../../ingest/sources/posts/markdown-sections.js'

test('what people write stays as it is', () => {
  const text = '# A\n\n> *b* **c**\n> > d\n\n- [e](f)\n\n```\n***\n```\n'
  expect(calmMarkdown(text)).toBe(text)
})

test('a line of too many marks loses them, a paragraph of too many is cut at a line end', () => {
  expect(calmMarkdown('*a_b'.repeat(600))).toBe('ab'.repeat(600))
  const line = '*a* '.repeat(300)
  expect(calmMarkdown([line, line].join('\n'))).toBe([line, '', line].join('\n'))
})

test('quotes without end are read', () => {
  expect(readMarkdown(`${'> '.repeat(50_000)}deep`).sections[0]?.text).toBe('deep')
})
