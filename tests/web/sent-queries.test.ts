import { expect, test } from 'vitest'
import { SentQueries } from '../../web/src/sent-queries.js'

function afterSending(...queries: string[]): SentQueries {
  const sent = new SentQueries()
  for (const q of queries) sent.send(q)
  return sent
}

test('what was sent comes back as its own, also when more was sent meanwhile', () => {
  const sent = afterSending('h', 'hn', 'hns')
  expect(['h', 'hn', 'hns'].map((q) => sent.receive(q))).toEqual([true, true, true])
})

test('what was overtaken on the way does not count when it comes back later', () => {
  const sent = afterSending('h', 'hn')
  expect(sent.receive('hn')).toBe(true)
  expect(sent.receive('h')).toBe(false)
})

test('what comes back a second time came from elsewhere', () => {
  const sent = afterSending('h')
  expect([sent.receive('h'), sent.receive('h')]).toEqual([true, false])
})

test('a query from elsewhere overrules what is under way', () => {
  const sent = afterSending('h')
  expect([sent.receive('an example'), sent.receive('h')]).toEqual([false, false])
})
