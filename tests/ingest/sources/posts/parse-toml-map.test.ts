import { expect, test } from 'vitest'
import { parseTomlMap } from '../../../../ingest/sources/posts/parse-toml-map.js'

test('strings, numbers, booleans, arrays and tables come as they are, dates as text', () => {
  const toml = [
    'title = "A # title"',
    'draft = false',
    'date = 2026-01-02T03:04:05+01:00',
    'days = [2026-01-02]',
    'weight = 2.5',
    '[params]',
    'tags = ["a", "b"]',
  ].join('\n')
  expect([...parseTomlMap(toml)]).toEqual([
    ['title', 'A # title'],
    ['draft', false],
    ['date', '2026-01-02T03:04:05.000+01:00'],
    ['days', ['2026-01-02']],
    ['weight', 2.5],
    ['params', { tags: ['a', 'b'] }],
  ])
})

test('what is no TOML is refused', () => {
  expect(() => parseTomlMap('a = 1\nwhat is this')).toThrow()
})
