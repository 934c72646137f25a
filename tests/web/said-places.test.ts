import { describe, expect, test } from 'vitest'
import type { Alignment, Document } from '../../client/index.js'
import { findSaidAt, listSaidTopics, placeSaid } from '../../web/src/said-places.js'

type Section = Document['sections'][number]

const aSection = (heading: string, text: string): Section => ({
  anchor: heading.toLowerCase(),
  heading,
  level: 2,
  text,
  quotes: [],
  links: [],
})

const at = (startMs: number | null, confidence: number | null = 0.95) => ({
  startMs,
  endMs: startMs === null ? null : startMs + 10_000,
  passageId: confidence === null ? null : 'p',
  offset: 0,
  endPassageId: 'p',
  endOffset: 1,
  confidence,
})

const aTopic = (
  title: string,
  place: ReturnType<typeof at>,
  isSection = true,
): Alignment['topics'][number] => ({
  title,
  anchor: title.toLowerCase(),
  isSection,
  ...place,
})

function partsOf(
  section: Section,
  ...places: (readonly [string, ReturnType<typeof at>])[]
): Alignment['parts'] {
  return places.map(([text, place], paragraph) => {
    const from = section.text.indexOf(text)
    if (from === -1) throw new Error(`no ${text}`)
    const { anchor, heading } = section
    return { topic: 0, anchor, heading, paragraph, from, to: from + text.length, text, ...place }
  })
}

describe('where the times of a post stand', () => {
  test('a section’s beside its heading, a paragraph’s beside it unless it begins with the section', () => {
    const fish = aSection('Fish', 'Salmon climb.\n\nThen they spawn.')
    const parts = partsOf(fish, ['Salmon climb.', at(5000)], ['Then they spawn.', at(9000)])
    const { ofSections, ofTexts } = placeSaid([fish], { topics: [aTopic('Fish', at(5000))], parts })
    expect([...ofSections]).toEqual([['fish', { startMs: 5000, endMs: 15_000, isUnsure: false }]])
    expect([...ofTexts]).toEqual([[1, { startMs: 9000, endMs: 19_000, isUnsure: false }]])
  })

  test('entries of a list and texts around a table are told apart, counted over the whole post', () => {
    const first = aSection('First', 'One.\n\na: b\nc: d')
    const news = aSection('News', 'Hear:\n- Same words\n- Same words\nand more')
    const parts = partsOf(news, ['- Same words', at(1000)])
    const second = news.text.lastIndexOf('- Same words')
    parts.push({ ...(parts[0] as (typeof parts)[number]), from: second, to: news.text.length, ...at(2000) })
    const topics = [aTopic('News', at(1000), false)]
    const { ofSections, ofTexts } = placeSaid([first, news], { topics, parts })
    expect(ofSections.size).toBe(0)
    // One text of the first paragraph, four of the table, one before the list.
    expect([...ofTexts].map(([index, { startMs }]) => [index, startMs])).toEqual([
      [6, 1000],
      [7, 2000],
    ])
  })

  test('what is less sure is told to be so; what has no time has no handle', () => {
    const fish = aSection('Fish', 'Salmon climb.\n\nThen they spawn.')
    const parts = partsOf(fish, ['Salmon climb.', at(1000, 0.55)], ['Then they spawn.', at(null, null)])
    const { ofTexts } = placeSaid([fish], { topics: [aTopic('Fish', at(null, 0.9))], parts })
    expect([...ofTexts]).toEqual([[0, { startMs: 1000, endMs: 11_000, isUnsure: true }]])
  })
})

describe('what of a post is said', () => {
  const topics = [
    aTopic('Late', at(60_000)),
    aTopic('Early', at(5000)),
    aTopic('', at(0)),
    aTopic('Never', at(null, null)),
  ]
  const said = listSaidTopics(topics)

  test('stands by its time; what has no name or is not said is left out', () => {
    expect(said.map(({ title }) => title)).toEqual(['Early', 'Late'])
  })

  test('without a clock it stands in the order of the post', () => {
    const untimed = listSaidTopics([aTopic('B', at(null, 0.9)), aTopic('A', at(null, 0.8))])
    expect(untimed.map(({ title, place }) => [title, place])).toEqual([
      ['B', null],
      ['A', null],
    ])
  })

  test('one is current from its beginning until its end, none in between', () => {
    const found = [0, 5000, 14_999, 15_000, 60_000, 70_000].map((ms) => findSaidAt(said, ms))
    expect(found).toEqual([-1, 0, 0, -1, 1, -1])
  })
})
