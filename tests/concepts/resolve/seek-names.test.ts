import { expect, test } from 'vitest'
import { conceptKey } from '../../../src/concepts/concept-key.js'
import type { ResolvedConcept } from '../../../src/concepts/resolve/resolve-concepts.js'
import { seekNames } from '../../../src/concepts/resolve/seek-names.js'
import { aNaming, anEnglish, anEvidence, aTable, aTerm } from '../evidence-builder.js'

const english = anEnglish({ attention: 4.6, rag: 3.2, the: 7, word: 5.5, weigh: 3.1, token: 3, to: 7 })

const aResolved = (fields: Partial<ResolvedConcept> & { name: string }): ResolvedConcept => ({
  id: conceptKey(fields.name),
  aliases: [],
  keys: [conceptKey(fields.name)],
  score: 1,
  origins: ['heading'],
  hidden: false,
  named: [],
  ...fields,
})
const seek = (concept: ResolvedConcept, ...terms: ReturnType<typeof aTerm>[]) =>
  seekNames([concept], aTable(anEvidence({ terms })), english)

test('each name of a concept is looked for', () => {
  expect(seek(aResolved({ name: 'VAE', keys: ['vae', 'variational autoencoder'] }))).toEqual([
    { key: 'vae', needsCapital: false, isUsual: false, context: null, sections: [] },
    { key: 'variational autoencoder', needsCapital: false, isUsual: false, context: null, sections: [] },
  ])
})

test('an abbreviation that is a word, too, is looked for with capitals if the library writes it so', () => {
  const rag = aResolved({ name: 'RAG' })
  expect(seek(rag)).toMatchObject([{ needsCapital: true }])
  expect(seek(rag, aTerm('RAG', { count: 5, capital: 4 }))).toMatchObject([{ needsCapital: true }])
  expect(seek(rag, aTerm('rag', { count: 5, capital: 3 }))).toMatchObject([{ needsCapital: false }])
  expect(seek(aResolved({ name: 'Rag' }))).toMatchObject([{ needsCapital: false }])
})

test('an everyday word that a post explains is the idea only among telling words of the explanation', () => {
  const named = [
    {
      documentId: 'post',
      named: aNaming(['Attention'], {
        definition: 'Attention weighs the tokens of a word.',
        analogy: 'Like to weigh.',
      }),
    },
  ]
  const [sought] = seek(aResolved({ name: 'Attention', named }))
  // `word`, `the`, `to` are said everywhere; `of`, `a` are too short.
  expect([...(sought?.context ?? [])].sort()).toEqual(['attention', 'like', 'token', 'weigh'])
  expect(seek(aResolved({ name: 'Attention' }))).toMatchObject([{ context: null }])
})

test('a name comes with the telling words of each section that explains it, without its own', () => {
  const naming = (definition: string, fields = {}) => ({
    documentId: definition,
    named: aNaming(['Attention'], { definition, ...fields }),
  })
  const named = [
    naming('Attention weighs the tokens of a word.'),
    naming(''),
    naming('Attending to tokens.', { sure: false }),
    naming('Die Aufmerksamkeit wägt ein Token.'),
  ]
  const [sought] = seek(aResolved({ name: 'Attention', named }))
  expect(sought?.sections.map((words) => [...words.keys()])).toEqual([
    ['weigh', 'token'],
    // `die` and `ein` are small words of another language.
    ['aufmerksamkeit', 'wagt', 'token'],
  ])
  // The rarer, the more it tells: 6 less its frequency in English.
  expect(sought?.sections[0]?.get('weigh')).toBeCloseTo(6 - 3.1)
  expect(sought?.sections[0]?.get('token')).toBeCloseTo(6 - 3)
})

test('a name that an object of the language has, too, is a name like others', () => {
  expect(seek(aResolved({ name: 'constructor' }), aTerm('constructor'))).toEqual([
    { key: 'constructor', needsCapital: false, isUsual: false, context: null, sections: [] },
  ])
})
