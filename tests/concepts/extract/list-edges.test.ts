import { expect, test } from 'vitest'
import { listEdges, tailOf } from '../../../src/concepts/extract/list-edges.js'
import { aPassage } from '../../builders/documents.js'
import { spoken } from '../spoken.js'

const passagesOf = (...passages: [anchor: string, ...sentences: string[]][]) =>
  passages.map(([anchor, ...sentences], ordinal) =>
    aPassage({ ...spoken(null, ...sentences), anchor, ordinal }),
  )

test('the sentences that sections begin with are kept, unless they are short or endless', () => {
  const middle = passagesOf(
    ['a', 'Hello.', 'You.'],
    ['b', 'Notable changes of this week in Ovens.'],
    ['b', 'This one goes on in the same section, my friends.'],
    ['c', 'See below, please.'],
    ['d', `${'word '.repeat(61)}.`],
    ['e', 'Notable changes of this week in Ovens.'],
    ['f', 'Good.', 'Bye.'],
  )
  expect(listEdges(middle, { hasSections: true })).toEqual(['notable change of this week in oven'])
  expect(listEdges(middle, { hasSections: false })).toEqual([])
})

test('so are two that a document begins and ends with, and how a long one ends', () => {
  const passages = passagesOf(
    ['', 'Live from Ghent, this is Crumb Talk.', 'How are you, Jonas?', 'All is well here.'],
    ['', 'Nobody hears this one.', 'Short, accurate loaf explainers.', 'Follow for more.'],
  )
  expect(listEdges(passages, { hasSections: false })).toEqual([
    'live from ghent this is crumb talk',
    'how are you jona',
    'short accurate loaf explainer',
    'follow for more',
  ])
  const [only = ''] = listEdges(
    passagesOf([
      '',
      'This week we speak about rye and about ovens, and we summarise notable changes to popular mills.',
    ]),
    { hasSections: false },
  )
  expect(tailOf(only)).toBe('summarize notable change to popular mill')
  expect(tailOf('short accurate loaf explainer')).toBeNull()
  expect(listEdges([], { hasSections: true })).toEqual([])
})
