import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitDraft } from '../../../src/editor/reuse/split-draft.js'

const long = 'This sentence has enough words to be looked for all by itself, without a neighbour.'

test('paragraphs keep their place in the draft, and the heading above them', () => {
  const draft = `# Title\n\n${long}\n\n## Part\nA second one that is wrapped by its editor and has\nquite enough words too, says the test.\n`
  const paragraphs = splitDraft(draft)
  expect(paragraphs.map(({ heading, text }) => ({ heading, text }))).toEqual([
    { heading: 'Title', text: long },
    {
      heading: 'Part',
      text: 'A second one that is wrapped by its editor and has quite enough words too, says the test.',
    },
  ])
  expect(paragraphs.map(({ from, to }) => draft.slice(from, to))).toEqual([
    long,
    'A second one that is wrapped by its editor and has\nquite enough words too, says the test.',
  ])
})

test('an underlined line is a heading', () => {
  expect(splitDraft(`Part\n----\n${long}`)).toEqual([
    { from: 10, to: 10 + long.length, heading: 'Part', text: long },
  ])
})

test('front matter, code, tables, comments, pictures and link definitions are left out', () => {
  const draft = [
    '---\ntitle: A post\n---',
    '```js\nconst left = "out of it all, however many words there are in this line of code"\n```',
    '| a | table |\n|---|---|\n| with | cells of many words that nobody would look for in any library |',
    '<!-- a comment\nof two lines -->',
    '    indented code that has a dozen words and more, which is no paragraph at all',
    '![a picture](cover.png)',
    '[1]: https://example.org/a-page "A page whose title has many words"',
    '{% assign timestamp="1:02" %}',
    long,
  ].join('\n\n')
  expect(splitDraft(draft).map(({ text }) => text)).toEqual([long])
})

test('marks, links and tags are not part of what a paragraph says', () => {
  const draft = `> **Bold** and *slanted* words with [a link](https://example.org/x), [another][ref], \`code\`, <b>tags</b> and https://example.org/left-out all say what they say.`
  expect(splitDraft(draft).map(({ text }) => text)).toEqual([
    'Bold and slanted words with a link, another, code, tags and all say what they say.',
  ])
})

test('each item of a list is a paragraph, with what is indented below it apart', () => {
  const draft = `- ${long}\n\n  ${long}\n- ${long}`
  expect(splitDraft(draft).map(({ text }) => text)).toEqual([long, long, long])
})

test('short paragraphs go with the next one under their heading, the last with the one before', () => {
  const draft = `# A\nShort.\n\n${long}\n\nThe end.\n\n# B\nAlone.`
  expect(splitDraft(draft).map(({ heading, text }) => ({ heading, text }))).toEqual([
    { heading: 'A', text: `Short.\n${long}\nThe end.` },
    { heading: 'B', text: 'Alone.' },
  ])
})

test('what has a line for each paragraph is split at its lines', () => {
  const line = `${long} ${long} ${long}`
  expect(splitDraft(`${line}\n${line}`).map(({ text }) => text)).toEqual([line, line])
})

test('a paragraph that is longer than a model reads is cut between sentences', () => {
  const draft = Array.from(
    { length: 40 },
    (_, at) => `Sentence number ${at} says something new to all.`,
  ).join(' ')
  const pieces = splitDraft(draft)
  expect(pieces.map(({ text }) => text).join(' ')).toBe(draft)
  expect(pieces).toHaveLength(2)
  expect(pieces.every(({ text }) => /^Sentence number .*all\.$/s.test(text))).toBe(true)
})

test('an empty draft has no paragraphs', () => {
  expect([splitDraft(''), splitDraft(' \n\r\n\t'), splitDraft('# Only a heading')]).toEqual([[], [], []])
})

test('whatever is pasted, paragraphs are in order, do not overlap and lie in the draft', () => {
  const piece = fc.constantFrom(
    '# h',
    '- item',
    '```',
    '|a|b|',
    '|-|-|',
    '---',
    '<!--',
    '-->',
    '> q',
    '\n',
    '\r\n',
    '\t',
    long,
    '[x]: y',
    '==',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 }), (pieces) => {
      const draft = pieces.join('\n')
      let end = 0
      for (const { from, to, text } of splitDraft(draft)) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(draft.length)
        expect(text.trim()).not.toBe('')
        end = to
      }
    }),
  )
})
