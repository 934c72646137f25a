import { describe, expect, test } from 'vitest'
import type { DocumentEvidence } from '../../../src/concepts/extract/evidence.js'
import { prepareNames } from '../../../src/concepts/resolve/resolve-concepts.js'
import type { ConceptEdit } from '../../../src/domain/concept.js'
import { aNaming, anEnglish, anEvidence, aTable, aTerm } from '../evidence-builder.js'
import { listHeadings } from '../../../src/concepts/extract/list-headings.js'

const english = anEnglish({}, ['maria'])

function resolve(
  documents: Partial<DocumentEvidence>[],
  {
    edits = [],
    synonyms = [],
    showNames = [],
  }: { edits?: ConceptEdit[]; synonyms?: { a: string; b: string }[]; showNames?: string[] } = {},
) {
  const evidence = documents.map((fields, at) => anEvidence({ documentId: `document-${at}`, ...fields }))
  const library = { documents: evidence, table: aTable(...evidence), showNames, edits }
  return prepareNames(library, english).resolve(synonyms)
}
/** By name, each with its keys. */
const keysOf = (concepts: ReturnType<typeof resolve>) =>
  Object.fromEntries(concepts.map(({ name, keys }) => [name, keys]))
const aPost = (...headings: string[][]): Partial<DocumentEvidence> => ({
  kind: 'post',
  named: headings.map((names) => aNaming(names)),
})

test('what sections explain are concepts, called as their headings, with the other names that these give', () => {
  expect(resolve([aPost(['OOD Inputs', 'OOD', 'out-of-distribution'], ['Levains'])])).toEqual([
    expect.objectContaining({ id: 'levain', name: 'Levains', aliases: [], origins: ['heading'], score: 12 }),
    expect.objectContaining({
      id: 'ood',
      name: 'OOD Inputs',
      aliases: ['OOD', 'out-of-distribution'],
      keys: ['ood', 'ood input', 'out of distribution'],
    }),
  ])
})

test('what is said often in two documents is one; what one document says, or seldom, is none', () => {
  const said = (...counts: number[]) =>
    resolve(counts.map((count) => ({ terms: [aTerm('levain', { count })] }))).map(({ name }) => name)
  expect([said(3, 3), said(9), said(1, 1)]).toEqual([['Levain'], [], []])
})

test('a tag or chapter is a concept when texts use it', () => {
  const tag = { named: [aNaming(['gluten web'], { origin: 'tag', sure: false, anchor: null })] }
  expect(resolve([tag])).toEqual([])
  expect(keysOf(resolve([tag, { terms: [aTerm('gluten web', { count: 3 })] }]))).toEqual({
    'Gluten web': ['gluten web'],
  })
})

test('people, names of shows and headings of the form are no concepts, unless a section explains them', () => {
  const terms = ['Maria Quell', 'Crumb Talk', 'listener mail'].map((text) => aTerm(text, { capital: 3 }))
  const documents = [1, 2, 3, 4, 5].map((day) => ({
    terms,
    headings: listHeadings([`Listener mail ${day}`]),
  }))
  expect(resolve(documents, { showNames: ['Crumb Talk'] })).toEqual([])
  expect(
    keysOf(resolve([...documents, aPost(['Crumb Talk'], ['Levain'])], { showNames: ['Crumb Talk'] })),
  ).toEqual({ 'Crumb Talk': ['crumb talk'], Levain: ['levain'] })
})

describe('names are one', () => {
  test('by an abbreviation, of which one must be a concept by itself', () => {
    const abbreviations = [{ short: 'DHI', long: 'dough hydration index', count: 3 }]
    const said = { terms: [aTerm('DHI', { count: 3, capital: 3 })] }
    expect(keysOf(resolve([{ ...said, abbreviations }, said]))).toEqual({
      DHI: ['dhi', 'dough hydration index'],
    })
    expect(resolve([{ abbreviations }])).toEqual([])
  })

  test('two headings of a post are two, unless one is the abbreviation of the other', () => {
    const post = aPost(['DHI'], ['Dough Hydration Index'], ['Dough Heat Index'])
    const abbreviations = [{ short: 'DHI', long: 'Dough Hydration Index', count: 1 }]
    expect(Object.keys(keysOf(resolve([post])))).toHaveLength(3)
    expect(keysOf(resolve([{ ...post, abbreviations }]))).toEqual({
      DHI: ['dhi', 'dough hydration index'],
      'Dough Heat Index': ['dough heat index'],
    })
  })

  test('by their vectors, and by their letters', () => {
    const documents = [aPost(['Windowpane Test'], ['Time Lock']), aPost(['Test Windowpane'], ['Timelock'])]
    const synonyms = [{ a: 'test windowpane', b: 'windowpane test' }]
    expect(keysOf(resolve(documents, { synonyms }))).toEqual({
      'Test Windowpane': ['test windowpane', 'windowpane test'],
      'Time Lock': ['time lock', 'timelock'],
    })
  })

  test('but never two headings of one post, nor by way of a third name', () => {
    const documents = [aPost(['Soft Fork'], ['Hard Fork']), aPost(['Fork'])]
    const synonyms = [
      { a: 'hard fork', b: 'soft fork' },
      { a: 'fork', b: 'hard fork' },
      { a: 'fork', b: 'soft fork' },
    ]
    expect(keysOf(resolve(documents, { synonyms }))).toEqual({
      'Soft Fork': ['soft fork'],
      Fork: ['fork', 'hard fork'],
    })
  })

  test('but not when another heading gives the second name as its own', () => {
    expect(keysOf(resolve([aPost(['Crust vs Crumb', 'Crumb']), aPost(['Crumb'])]))).toEqual({
      'Crust vs Crumb': ['crust vs crumb'],
      Crumb: ['crumb'],
    })
  })
})

describe('what a user decided counts more', () => {
  const documents = [aPost(['OOD Inputs', 'OOD', 'out-of-distribution'], ['Levain'], ['Oven Spring'])]

  test.each([
    ['ood input', { 'OOD Inputs': ['ood input'], OOD: ['ood', 'out of distribution'] }],
    ['ood', { 'OOD Inputs': ['ood input', 'out of distribution'], OOD: ['ood'] }],
    [
      'out of distribution',
      { 'OOD Inputs': ['ood', 'ood input'], 'out-of-distribution': ['out of distribution'] },
    ],
  ])('only %s leaves when it is split off, and nothing found brings it back', (key, expected) => {
    const edits: ConceptEdit[] = [{ kind: 'split', key, from: 'ood input' }]
    const again = [
      aPost(['OOD Inputs', 'OOD', 'out-of-distribution']),
      { abbreviations: [{ short: 'OOD', long: 'out-of-distribution', count: 9 }] },
    ]
    const synonyms = [{ a: key, b: 'levain' }]
    const concepts = keysOf(resolve([...documents, ...again], { edits, synonyms }))
    expect(concepts).toEqual({ Levain: ['levain'], 'Oven Spring': ['oven spring'], ...expected })
  })

  test('a merge joins even two headings of one post, under the name of the second', () => {
    const edits: ConceptEdit[] = [{ kind: 'merge', key: 'levain', into: 'oven spring' }]
    expect(resolve(documents, { edits }).find(({ keys }) => keys.includes('levain'))).toMatchObject({
      name: 'Oven Spring',
      aliases: ['Levain'],
      keys: ['levain', 'oven spring'],
    })
  })

  test('a split leaves two concepts, also of a name that is said once, and none of them rises for it', () => {
    const talks = [1, 2].map(() => ({
      terms: [aTerm('RBF', { count: 9 }), aTerm('levain', { count: 5 })],
      abbreviations: [{ short: 'RBF', long: 'replace by fee', count: 2 }],
    }))
    const said = [...talks, { terms: [aTerm('replace by fee', { count: 1 })] }]
    const before = resolve(said)
    const after = resolve(said, { edits: [{ kind: 'split', key: 'rbf', from: 'replace by fee' }] })
    expect(keysOf(before)).toEqual({ RBF: ['rbf', 'replace by fee'], Levain: ['levain'] })
    expect(keysOf(after)).toEqual({ RBF: ['rbf'], Levain: ['levain'], 'Replace by fee': ['replace by fee'] })
    const topOf = (concepts: typeof before) => concepts.find(({ keys }) => keys.includes('rbf'))?.score
    expect(topOf(after)).toBeLessThanOrEqual(topOf(before) ?? 0)
  })

  test('a split that was merged again is as if nothing had been', () => {
    const edits: ConceptEdit[] = [
      { kind: 'split', key: 'ood', from: 'ood input' },
      { kind: 'merge', key: 'ood', into: 'ood input' },
    ]
    expect(resolve(documents, { edits })).toEqual(resolve(documents))
  })

  test('a new name goes before those found, which stay as aliases; it may be given again', () => {
    const edits: ConceptEdit[] = [
      { kind: 'rename', key: 'levain', name: 'Sour Starter' },
      { kind: 'hide', key: 'sour starter', hidden: true },
      { kind: 'rename', key: 'sour starter', name: 'LEVAIN' },
    ]
    const levain = (upTo: number) =>
      resolve(documents, { edits: edits.slice(0, upTo) }).find(({ keys }) => keys.includes('levain'))
    expect(levain(1)).toMatchObject({
      name: 'Sour Starter',
      aliases: ['Levain'],
      keys: ['levain', 'sour starter'],
      hidden: false,
    })
    expect(levain(2)).toMatchObject({ name: 'Sour Starter', hidden: true })
    expect(levain(3)).toMatchObject({ name: 'LEVAIN', aliases: [], hidden: true })
  })

  test('no two concepts have one name, even when documents later bring a name that a user gave', () => {
    const edits: ConceptEdit[] = [{ kind: 'rename', key: 'levain', name: 'Sour Starter' }]
    const concepts = resolve([...documents, aPost(['Sour Starter', 'Starter'])], { edits })
    const keys = concepts.flatMap((concept) => concept.keys)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keysOf(concepts)['Sour Starter']).toEqual(['levain', 'sour starter', 'starter'])
  })

  test('edits of names that no document has make no concept', () => {
    const edits: ConceptEdit[] = [
      { kind: 'split', key: 'ood', from: 'ood input' },
      { kind: 'rename', key: 'ood', name: 'Odd' },
      { kind: 'merge', key: 'a', into: 'b' },
    ]
    expect(resolve([aPost(['Levain'])], { edits }).map(({ name }) => name)).toEqual(['Levain'])
  })
})

test('what is said in a sentence of every document is not counted, but what is said beside it is', () => {
  const sentence = 'notable recent change in stone oven and rye mill'
  const post = (fields: Partial<DocumentEvidence>): Partial<DocumentEvidence> => ({
    kind: 'post',
    edges: [sentence],
    ...fields,
  })
  const terms = [aTerm('stone oven', { count: 4 }), aTerm('rye mill', { count: 1 })]
  const posts = Array.from({ length: 5 }, () => post({ terms }))
  expect(resolve(posts).map(({ name }) => name)).toEqual(['Stone oven'])
  const without = posts.map((each) => ({ ...each, edges: [] }))
  expect(resolve(without).map(({ name }) => name)).toEqual(['Stone oven', 'Rye mill'])
})

test('a chapter named by a general word is no idea; a tag may be', () => {
  const talk = (origin: 'chapter' | 'tag') => ({
    terms: [aTerm('policy', { count: 1, alone: 1 })],
    named: [aNaming(['Policy'], { origin, sure: false, anchor: null })],
  })
  expect(resolve([talk('chapter'), talk('chapter')])).toEqual([])
  expect(resolve([talk('tag'), talk('tag')])).toMatchObject([{ name: 'Policy' }])
})
