import { expect, test } from 'vitest'
import { readAskedForm } from '../../src/search/asked-form.js'
import { stripCourtesy } from '../../src/search/strip-courtesy.js'

test.each([
  ['what is package relay?', { wants: 'definition', subject: 'package relay', isBare: true }],
  ["what's a mempool", { wants: 'definition', subject: 'mempool', isBare: true }],
  ['what does RRF do', { wants: 'definition', subject: 'RRF', isBare: true }],
  ['What does idempotent mean?', { wants: 'definition', subject: 'idempotent', isBare: true }],
  ['define RRF', { wants: 'definition', subject: 'RRF', isBare: true }],
  ['please explain a mempool', { wants: 'definition', subject: 'mempool', isBare: true }],
  ['explain when SegWit was activated', { wants: 'anything' }],
  ['explain how many peers there are', { wants: 'number' }],
  ['explain how a mempool works', { wants: 'anything' }],
  ['who works on package relay', { wants: 'name' }],
  ['can you explain BIP 324 to me?', { wants: 'definition', subject: 'BIP 324', isBare: true }],
  ['explain the mempool please', { wants: 'definition', subject: 'mempool', isBare: false }],
  ['tell me what a mempool is', { wants: 'definition', subject: 'mempool', isBare: true }],
  ['Explain to me what idempotent means.', { wants: 'definition', subject: 'idempotent', isBare: true }],
  ['what exactly is RRF', { wants: 'definition', subject: 'RRF', isBare: true }],
  ['what is meant by RRF?', { wants: 'definition', subject: 'RRF', isBare: true }],
  ['what is the meaning of RRF?', { wants: 'definition', subject: 'RRF', isBare: true }],
  ['explain the meaning of RRF', { wants: 'definition', subject: 'RRF', isBare: true }],
  ['the meaning of RRF?', { wants: 'definition', subject: 'RRF', isBare: true }],
  ['what do you mean by RRF?', { wants: 'definition', subject: 'RRF', isBare: true }],
  ['what is it?', { wants: 'anything' }],
  ['what does that mean', { wants: 'anything' }],
  ['do you know who invented this?', { wants: 'name' }],
  ['tell me in which year it began', { wants: 'time' }],
  // Of many things that belong to another one is asked for: what is near may tell it without a definition.
  ['what is the default size?', { wants: 'definition', subject: 'default size', isBare: false }],
  ['what are benefits of SegWit', { wants: 'definition', subject: 'benefits of SegWit', isBare: false }],
  ['When was SegWit activated?', { wants: 'time' }],
  ['in which year did it begin', { wants: 'time' }],
  ['when does a river freeze?', { wants: 'anything' }],
  ['how many peers are there', { wants: 'number' }],
  ['who invented this', { wants: 'name' }],
  ['who pays the fee?', { wants: 'anything' }],
  ['why do fees rise?', { wants: 'anything' }],
])('%s', (question, expected) => expect(readAskedForm(stripCourtesy(question))).toEqual(expected))

test('a long question is read in no time', () => {
  expect(readAskedForm(`what does ${'a '.repeat(100_000)}`).wants).toBe('anything')
})
