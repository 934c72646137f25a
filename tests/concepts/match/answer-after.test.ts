import { expect, test } from 'vitest'
import { findAnswerAfter } from '../../../src/concepts/match/answer-after.js'
import { hostileTexts } from '../hostile-texts.js'

/** @param marked the sentence that names it, in braces, and those after it */
function answerTo(marked: string, ...after: string[]) {
  const from = marked.indexOf('{')
  const to = marked.indexOf('}') - 1
  return findAnswerAfter(marked.replace(/[{}]/g, ''), { from, to }, after)
}

/** From `data/sample` (MIT, © 2021 Bitcoin Transcripts). */
const proposed =
  'I proposed some implementation of package relay, which is a concept that’s been talked about for years.'
const concept =
  'It’s the concept of requesting, announcing, and downloading groups of transactions together, namely related transactions.'

test('a question what something is is answered in one of the three sentences after it', () => {
  const answer = { first: 0, strength: 0.8 }
  expect(answerTo('What’s {package relay}?', proposed, concept)).toEqual({ ...answer, later: 2, last: 2 })
  expect(answerTo('What’s {package relay}?', concept)).toEqual({ ...answer, later: 1, last: 1 })
  expect(answerTo('What’s {package relay}?', 'Well.', 'Yes.', 'So.', concept)).toBeNull()
})

test.each([
  ['What is a {latent space}?', 'That is a map that a model draws for itself of all that it has seen.'],
  ['Let’s talk about {backpressure}.', 'So, it’s a mechanism that tells the sender to slow down for once.'],
  ['It uses something called {splicing}.', 'Basically, it is a method to join two ropes without any knot.'],
  ['What are {watchtowers} again?', 'They’re servers that look after your channels while you are asleep.'],
  ['What is {splicing}, and why do we need it?', 'It’s a method to join two ropes without any knot in them.'],
  ['Can you tell us what {splicing} is?', 'It’s a method to join two ropes without any knot in them.'],
  ['So what is {splicing}?', 'The basic idea is that you join two ropes without any knot.'],
  ['How does {splicing} work?', 'So, what it does is it joins two ropes without any knot.'],
  ['There’s a so-called {winch}.', 'What you can do with it is lift more than you could by hand.'],
])('%s %s', (question, answer) => {
  expect(answerTo(question, answer)?.strength).toBeGreaterThanOrEqual(0.5)
})

/** From `data/sample` (MIT, © 2021 Bitcoin Transcripts). */
const signed = 'Signet is signed essentially and it’s completely centralized.'

test('to be asked is enough where the answer names what was asked; it is quoted without the question', () => {
  const answer = { first: 1, later: 1, strength: 0.85 }
  expect(answerTo('Yeah what is {Signet}?', signed)).toEqual({ ...answer, last: 1 })
  expect(answerTo('What is {Signet}?', 'Sure.', signed)).toEqual({ ...answer, first: 2, later: 2, last: 2 })
})

test('what is short has the sentence after it, unless that asks', () => {
  expect(answerTo('What is {Signet}?', signed, 'Every block is signed.')).toMatchObject({ first: 1, last: 2 })
  expect(answerTo('What is {Signet}?', signed, 'Who signs it?')).toMatchObject({ first: 1, last: 1 })
  const long = `${signed.slice(0, -1)}, and whoever has the key may add a block to it.`
  expect(answerTo('What is {Signet}?', long, 'Every block is signed.')).toMatchObject({ first: 1, last: 1 })
})

test.each([
  ['What is {Signet}?', 'Signet is great for all of us who like to test things.'],
  ['What is {Signet}?', 'Signet is not what you think it is, to be honest with you.'],
  ['What is {Signet}?', 'Signet is signed.'],
  ['What is {Signet}?', 'Signet was merged by a friend of mine two years ago.'],
  ['What is {Signet}?', 'Signet is signed by whom, would you say, of all people?'],
  ['What is {Signet}?', 'Signet is down for all of us today because of that outage.'],
  ['I want to talk about {Signet}.', 'The idea was that we would merge it this week, not in a year.'],
  ['What’s the {attack}?', 'The attack is that the sybil comes and tries to do it again.'],
  ['I know who told you about {Signet}.', signed],
])('but not by what judges, says little, or tells of one or of today: %s %s', (question, answer) => {
  expect(answerTo(question, answer)).toBeNull()
})

test.each([
  ['that is no question after it', 'We merged {package relay}.', concept],
  ['before it is named to its end', 'What’s {package relay} good for?', concept],
  ['that points to something else', 'It uses {Eclair} called Phoenix.', concept],
  ['that tells its kind alone', 'What’s {sendall}?', 'And so it’s a command line tool.'],
  [
    'that may point to anything',
    'A proposal called {BIP 8}.',
    'And yes, that’s a number that comes before it.',
  ],
  ['after somebody did not know', 'What is {I2P}?', 'I don’t know what that is.', concept],
  ['that names nothing', 'What’s {package relay}?', proposed],
])('there is no answer %s', (_, question, ...after) => {
  expect(answerTo(question, ...after)).toBeNull()
})

test.each(hostileTexts)('200 kB of %s around a name answer nothing', (_, text) => {
  const sentence = `${text} what is RAG?`
  const place = { from: sentence.length - 4, to: sentence.length - 1 }
  expect(findAnswerAfter(sentence, place, [text, `it is ${text}`, text])?.strength ?? 0).toBeLessThan(0.6)
})
