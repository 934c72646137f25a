import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stripCourtesy } from '../../src/search/strip-courtesy.js'

test.each([
  ['please explain taproot', 'explain taproot'],
  ['explain taproot please', 'explain taproot'],
  ['Could you please tell me what taproot is?', 'what taproot is?'],
  ['can somebody explain the mempool to me, please?', 'explain the mempool?'],
  ['explain to me how a mempool works', 'how a mempool works'],
  ['explain me the mempool', 'explain the mempool'],
  ["I'd like to know why fees rise, thanks!", 'why fees rise!'],
  ['do you know who wrote it?', 'who wrote it?'],
  ['please could you show us how a fork works?', 'how a fork works?'],
  ['tell me about package relay', 'package relay'],
  ['I want to learn more about package relay', 'package relay'],
  ['what is taproot, please?', 'what is taproot?'],
  // These are what is asked about.
  ['how to say please', 'how to say please'],
  ['can you run a node at home', 'can you run a node at home'],
  ['tell me a story', 'tell me a story'],
  ['what does it mean to me', 'what does it mean to me'],
  ['macros that explain words', 'macros that explain words'],
  ['please', 'please'],
  ['explain', 'explain'],
  ['explain please', 'explain please'],
  ['I want to know about', 'I want to know about'],
  ['can you tell a node from a wallet', 'can you tell a node from a wallet'],
  ['could you teach a model to refuse', 'could you teach a model to refuse'],
])('%s', (question, core) => expect(stripCourtesy(question)).toBe(core))

test('something is left of any text, and of long ones everything', () => {
  const words = fc.constantFrom(
    'please',
    'can you',
    'explain',
    'tell me',
    'to me',
    'about',
    'what',
    'x',
    'thanks?',
  )
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (parts) => {
      const core = stripCourtesy(parts.join(' '))
      expect(core.trim()).not.toBe('')
      expect(core.length).toBeLessThanOrEqual(parts.join(' ').length)
    }),
  )
  const pasted = `please tell me what ${'x '.repeat(200)}`
  expect(stripCourtesy(pasted)).toBe(pasted)
})
