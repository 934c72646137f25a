import { describe, expect, test } from 'vitest'
import { createNameFinder } from '../../web/src/concepts/name-marks.js'
import { cutPostText, placeLinks } from '../../web/src/post-pieces.js'

const aLink = (title: string, url = 'https://example.org/') => ({ title, url, rel: 'resource' as const })
const noNames = createNameFinder([])

describe("an author's links", () => {
  test('stand where their words stand, the second of the same words at the second place', () => {
    const links = [aLink('posted', 'https://a.example/'), aLink('posted', 'https://b.example/')]
    expect(placeLinks(['Ann posted.', 'Bob posted.'], links)).toEqual({
      inTexts: [
        [{ url: 'https://a.example/', range: [4, 10] }],
        [{ url: 'https://b.example/', range: [4, 10] }],
      ],
      leftOver: [],
    })
  })

  test('whole words only', () => {
    expect(placeLinks(['PRs and a PR'], [aLink('PR')]).inTexts[0]).toEqual([
      { url: 'https://example.org/', range: [10, 12] },
    ])
  })

  test('what stands nowhere is left over, and does not keep the next from its place', () => {
    const paper = { ...aLink('A paper'), rel: 'paper' as const }
    expect(placeLinks(['See this.'], [paper, aLink('this')])).toEqual({
      inTexts: [[{ url: 'https://example.org/', range: [4, 8] }]],
      leftOver: [paper],
    })
  })

  test('addresses that are not of the web are no links', () => {
    expect(placeLinks(['this'], [aLink('this', 'javascript:alert(1)')])).toEqual({
      inTexts: [[]],
      leftOver: [],
    })
  })
})

describe('a text of a post', () => {
  test('is cut into links, names and the words of the query, and nothing is lost', () => {
    const text = 'Taproot keys are explained here.'
    const pieces = cutPostText(
      text,
      [{ url: 'https://example.org/', range: [27, 31] }],
      createNameFinder([{ slug: 'taproot', names: ['Taproot'] }]),
      'keys',
    )
    expect(pieces).toEqual([
      { url: null, slug: 'taproot', parts: [{ text: 'Taproot', marked: false }] },
      {
        url: null,
        slug: null,
        parts: [
          { text: ' ', marked: false },
          { text: 'keys', marked: true },
          { text: ' are explained ', marked: false },
        ],
      },
      { url: 'https://example.org/', slug: null, parts: [{ text: 'here', marked: false }] },
      { url: null, slug: null, parts: [{ text: '.', marked: false }] },
    ])
  })

  test('a name inside a link stays part of it', () => {
    const pieces = cutPostText(
      'the Taproot paper',
      [{ url: 'https://example.org/', range: [4, 17] }],
      createNameFinder([{ slug: 'taproot', names: ['Taproot'] }]),
      '',
    )
    expect(pieces.map(({ url, slug }) => [url, slug])).toEqual([
      [null, null],
      ['https://example.org/', null],
    ])
  })

  test('without anything in it, it is one piece', () => {
    expect(cutPostText('Plain.', [], noNames, '')).toEqual([
      { url: null, slug: null, parts: [{ text: 'Plain.', marked: false }] },
    ])
  })
})
