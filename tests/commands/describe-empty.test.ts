import { expect, test } from 'vitest'
import { describeEmpty } from '../../src/commands/describe-empty.js'

const none = { episode: 0, short: 0, post: 0 }

test('a library without sources is told how to have some, one without documents how to bring them', () => {
  expect(describeEmpty({ sources: 0, documents: none })).toContain('cuepoint add')
  expect(describeEmpty({ sources: 2, documents: none })).toContain('cuepoint pull')
  expect(describeEmpty({ sources: 2, documents: { ...none, post: 1 } })).toBe(null)
})
