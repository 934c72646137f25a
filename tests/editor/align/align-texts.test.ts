import { expect, test } from 'vitest'
import { alignTexts, type WrittenTopic } from '../../../src/editor/align/align-texts.js'
import { aSpoken, words } from './a-part.js'

const nothingKnown = { usualShare: () => 0 }

const aTopic = (title: string, ...paragraphs: string[]): WrittenTopic => ({
  title: words(title),
  above: [],
  paragraphs: paragraphs.map((text) => ({ sentences: [{ words: words(text), vector: null }] })),
})

const align = (topics: WrittenTopic[], spoken: Parameters<typeof alignTexts>[1]) =>
  alignTexts(topics, spoken, nothingKnown).map(({ place, paragraphs }) => [
    place && [place.from, place.to],
    paragraphs.map((each) => each && [each.from, each.to]),
  ])

const talk = [
  aSpoken('hello everybody'),
  aSpoken('first apples and how orchards grow apples'),
  aSpoken('orchards need bees and apples need frost'),
  aSpoken('next come rivers', { speaker: 'B' }),
  aSpoken('salmon climb rivers against currents', { speaker: 'B' }),
  aSpoken('salmon jump falls', { speaker: 'B' }),
]
const apples = aTopic('apples', 'orchards grow apples with bees and frost')
const rivers = aTopic('rivers', 'rivers carry salmon against currents and falls')

test('topics are found in a talk without vectors and without times, whatever their order', () => {
  expect(align([apples, rivers], talk)).toEqual([
    [[1, 3], [[1, 3]]],
    [[3, 6], [[3, 6]]],
  ])
  expect(align([rivers, apples], talk)).toEqual([
    [[3, 6], [[3, 6]]],
    [[1, 3], [[1, 3]]],
  ])
})

test('a topic that is never said has no place, and neither have its paragraphs', () => {
  expect(align([aTopic('volcanoes', 'lava and ash', 'magma chambers'), rivers], talk)[0]).toEqual([
    null,
    [null, null],
  ])
})

test('an advertisement is about nothing that a post tells', () => {
  const asAd = talk.map((sentence, at) => (at === 1 || at === 2 ? { ...sentence, ad: true } : sentence))
  expect(align([apples, rivers], asAd)[0]).toEqual([null, [null]])
})

test('paragraphs lie inside their topic, the first one that is said from its beginning', () => {
  const long = [
    aSpoken('now rivers', { speaker: 'B' }),
    aSpoken('rivers carry sand and gravel and clay'),
    aSpoken('gravel and sand and clay settle'),
    aSpoken('then salmon swim', { speaker: 'B' }),
    aSpoken('salmon spawn in autumn and salmon die'),
    aSpoken('spawning salmon feed bears in autumn'),
  ]
  const topic = aTopic('rivers', 'rivers move sand gravel clay', 'salmon spawn in autumn and feed bears')
  expect(align([topic, apples], long)[0]).toEqual([[0, 6], [[0, 3], [3, 6]]]) // prettier-ignore
})

test('nothing said gives no place to anything', () => {
  expect(align([apples], [])).toEqual([[null, [null]]])
})
