import { describe, expect, test } from 'vitest'
import { measureDefinition } from '../../../src/concepts/match/definition-strength.js'
import { putPlainly } from '../../../src/concepts/match/plain-statement.js'
import { hostileTexts } from '../hostile-texts.js'

/** Forms of definitions that are spoken rather than written. */

/** From this strength on a sentence explains. */
const explains = 0.6

/** @param marked with the name in braces */
function placeOf(marked: string) {
  const from = marked.indexOf('{')
  return [marked.replace(/[{}]/g, ''), { from, to: marked.indexOf('}') - 1 }] as const
}
const measure = (marked: string): number => measureDefinition(...placeOf(marked))

/** Made up in the manner in which people talk. */
const good = [
  'So, {seed vaults}, those are basically cellars that keep the seeds of the whole world.',
  'A {seed vault}, well, it’s a cellar that keeps the seeds of the whole world.',
  'So {Noah}, also known as the upper vault, is a cellar that keeps the seeds of the whole world.',
  'Upper seed vault ({USV}) is the cellar in which they keep the seeds of the whole world.',
  'So, {Noah}, the problem it solves, Ada, is that seeds do not live for ever.',
  '{Drift estimation}, the goal is to tell how far a ship was carried off its course.',
  '{Pilot servers} are servers hosted by a port that lead big ships through the shallows.',
  'So, {Torchlight} is office software for keeping an eye on who borrowed what.',
  'A {checksum} is essentially you add up all kinds of numbers and get a very short number.',
  'A {seiche} happens when the wind pushes the water of a lake to one of its ends.',
  '{Fognet} is like a fishing net, except that it stands on a hill and catches water.',
  'They use {keystones}, which allow a mason to build an arch that carries itself.',
  'The {sluice} is what allows a miller to stop the wheel without stopping the river.',
  'Basically, a {granary bank} is the idea of having one store for all, where each may borrow seed.',
  'A {leap year} is always the addition of one more day to the shortest month.',
  'A {spare key} is one that you use when the first has been lost somewhere.',
  'A {trickle} is when a bucket loses water at a much slower pace, right?',
  'The way that {tidal mills} work is they catch the water of the flood behind a gate.',
]

/** Said in `data/sample` (MIT, © 2021 Bitcoin Transcripts). */
const goodOfSample = [
  'So, {Erlay}, the problem it solves, Sjors, is that nodes use bandwidth.',
  'It then starts the {initial block download} process, which is where it’s actually obtaining the data in the blocks.',
]

/** Each names something and does not say what it is. */
const bad = [
  'The {robin} and the wren are just nice features for a garden and for a table.',
  'And the {ladder}, well, this is just a new version for this house, with a few more steps.',
  'There are two things: {paths} and offers are three features that stack on top of each other.',
  'So the {harvest} happens when Bob comes home with his father and his two brothers.',
  'The {proposal} defines a field, it is titled length, and that allows a ship to be longer.',
  'This ({LBX}) is just another way to get more of the same by other means.',
  'Wait, every house has a {cellar} which is essentially the attic of the one below it, right?',
  'You will have to use {bell wire}, which is another stack, and then you have to keep it dry.',
  'It has a lock, and here they used {rope}, which allows for less work than there was.',
  'But {Lower Noah}, the idea here is in order to keep seeds dry, a new roof would be needed.',
  'And the {lantern}, that’s the tool that broke on me in the middle of the storm.',
  '{Ferries}, those are the ships that we sold to the next village last summer.',
  'And the {rope bridge} is what we really need in this village, if you ask me.',
  'I think that rope and {anchor} are just tools that are kept on board since they are hard to throw away.',
  'You can do that with ropes and {anchors}, which lets you make use of the wind and of the waves.',
  'The {harbour inn} was always a model of what a village can do with a bit of money.',
]

test.each([...good, ...goodOfSample])('it is said what it is: %s', (sentence) => {
  expect(measure(sentence)).toBeGreaterThanOrEqual(explains)
})

test.each(bad)('it is not said what it is: %s', (sentence) => {
  expect(measure(sentence)).toBeLessThan(explains)
})

describe('what stands between a name and what is said of it is left out', () => {
  test.each([
    ['So, {PSBTs}, those are a format.', ' are a format.'],
    ['{Erlay}, well, it’s a way to relay.', ' is a way to relay.'],
    ['{BIP158}, also known as compact block filters, is a method.', ' is a method.'],
    ['The {Erlay} protocol basically is a method.', ' is a method.'],
    ['A signature hash ({sighash}) is a hash.', ' is a hash.'],
    ['So BIP158, also known as {compact filters}, is a method.', ' is a method.'],
    ['A {soft fork} is always a change.', ' is a change.'],
  ])('%s', (marked, right) => {
    expect(putPlainly(...placeOf(marked))).toMatchObject({ right, isNamedFirst: true })
  })

  test('but not what is said of something else', () => {
    const inside = 'They use {PSBTs}, that’s a format.'
    expect(putPlainly(...placeOf(inside))).toMatchObject({ right: ', that’s a format.', isNamedFirst: false })
    const bracket = 'In the last release of the node ({RN}) is a bug.'
    expect(putPlainly(...placeOf(bracket))).toMatchObject({ right: ') is a bug.', isNamedFirst: false })
  })
})

test('what is said of all of a kind says more than what is said of one', () => {
  const said = 'soft fork is a tightening of the rules for all who keep them.'
  expect(measure(`So a {${said.slice(0, 9)}}${said.slice(9)}`)).toBeGreaterThan(
    measure(`So {${said.slice(0, 9)}}${said.slice(9)}`),
  )
})

test('who asks for assent has said it, and who asks has not', () => {
  const said = 'So, a {trickle} is when a bucket loses its water very slowly'
  expect(measure(`${said}.`)).toBeGreaterThan(measure(`${said}, right?`))
  expect(measure(`${said}, right?`)).toBeGreaterThan(measure(`${said}?`))
})

test('a sentence that runs on says less, the longer it is', () => {
  const of = (more: number) =>
    measure(`The {covenant} is a restriction on coins, ${'and so on '.repeat(more).trim()}.`)
  expect([of(5), of(20), of(40)]).toEqual([1, expect.closeTo(60 / 67, 10), 0.7])
})

// What takes the square of the length does not end before the test is given up.
test.each(hostileTexts)('200 kB of %s around a name are put plainly', (_, text) => {
  const named = putPlainly(`${text}(RAG) is${text}`, { from: text.length + 1, to: text.length + 4 })
  expect(named.right.length).toBeLessThan(text.length)
  expect(putPlainly(`RAG, ${text}`, { from: 0, to: 3 }).isNamedFirst).toBe(true)
})
