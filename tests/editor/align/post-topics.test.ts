import { expect, test } from 'vitest'
import type { Section } from '../../../src/domain/document.js'
import { divideIntoTopics, titleOfEntry } from '../../../src/editor/align/post-topics.js'

const aSection = (fields: Partial<Section>): Section => ({
  anchor: 'section',
  heading: 'Section',
  level: 2,
  text: '',
  quotes: [],
  links: [],
  ...fields,
})

const titlesOf = (text: string) => divideIntoTopics([aSection({ text })], 'en').map(({ title }) => title)

test('a section is a topic with its paragraphs, each with its place in the section’s text', () => {
  const text = 'First one. It has two sentences.\n\nSecond one.'
  const [topic, ...others] = divideIntoTopics([aSection({ anchor: 'a', heading: 'A', text })], 'en')
  expect(others).toEqual([])
  expect(topic).toEqual({
    title: 'A',
    above: '',
    paragraphs: [
      {
        anchor: 'a',
        heading: 'A',
        paragraph: 0,
        from: 0,
        to: 32,
        text: 'First one. It has two sentences.',
        sentences: ['First one.', 'It has two sentences.'],
      },
      {
        anchor: 'a',
        heading: 'A',
        paragraph: 1,
        from: 34,
        to: 45,
        text: 'Second one.',
        sentences: ['Second one.'],
      },
    ],
  })
})

test('entries that tell of something are topics of their own, and what follows one is a part of it', () => {
  const text = [
    'What is new this month.',
    '',
    '- Proof of burn: several developers discussed how little money can be destroyed to fight spam.',
    '',
    'Others had doubts about it.',
    '- How is progress computed? The answer is that a guess is made from the number of transactions.',
  ].join('\n')
  const topics = divideIntoTopics([aSection({ heading: 'News', text })], 'en')
  expect(topics.map(({ title, above, paragraphs }) => [title, above, paragraphs.length])).toEqual([
    ['News', '', 1],
    ['Proof of burn', 'News', 2],
    ['How is progress computed?', '', 1],
  ])
  for (const { from, to, text: own } of topics.flatMap(({ paragraphs }) => paragraphs))
    expect(text.slice(from, to)).toBe(own)
})

test('a list of names stays with its section', () => {
  expect(titlesOf('What you need:\n- flour\n- two eggs\n- milk')).toEqual(['Section'])
})

test('tables and code are no paragraphs', () => {
  const text = 'Before.\n\nApple: a fruit\nOak: a tree\n\nif (a)\n  then()\n\nAfter.'
  const [topic] = divideIntoTopics([aSection({ text })], 'en')
  expect(topic?.paragraphs.map((each) => each.text)).toEqual(['Before.', 'After.'])
  expect(divideIntoTopics([aSection({ text: 'Apple: a fruit\nOak: a tree' })], 'en')).toEqual([])
})

test.each([
  ['- Proof of burn: several developers discussed', 'Proof of burn'],
  ['- Why is it so? Nobody knows', 'Why is it so?'],
  ['- Bitcoin Core #35266 adds an argument', 'Bitcoin Core #35266'],
  ['1. LND v0.20.2-beta.rc1 is a release candidate', 'LND v0.20.2-beta.rc1'],
  ['- Mutiny Wallet v0.5.7 released: The wallet', 'Mutiny Wallet v0.5.7 released'],
  ['- A sentence that names nothing and goes on for long', 'A sentence that names nothing and goes…'],
  ['- Short and whole', 'Short and whole'],
])('%s is called %s', (entry, title) => {
  expect(titleOfEntry(entry)).toBe(title)
})
