import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conceptKey } from '../../src/concepts/concept-key.js'
import { assignSlugs, slugOf } from '../../src/concepts/concept-slug.js'
import { hostileTexts } from './hostile-texts.js'

describe('a slug', () => {
  test.each([
    ['the words of the key, joined', 'chain of thought', 'chain-of-thought'],
    ['without signs: C++', 'c++', 'c'],
    ['of any script', 'жёлтый', 'жёлтый'],
    ['`concept` where nothing is left', '+#', 'concept'],
    ['no longer than 80, and no half of a hyphen at the end', `${'a'.repeat(79)} bc`, 'a'.repeat(79)],
    ['and no half of a character', `${'a'.repeat(79)}𝒜`, 'a'.repeat(79)],
  ])('is %s', (_, key, slug) => {
    expect(slugOf(key)).toBe(slug)
  })

  test('of anything can stand in an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        const slug = slugOf(conceptKey(name))
        expect(slug).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u)
        expect(decodeURIComponent(encodeURIComponent(slug))).toBe(slug)
      }),
    )
  })

  test.each(hostileTexts)('of 200 kB of %s is short', (_, text) => {
    expect(slugOf(conceptKey(text)).length).toBeLessThanOrEqual(80)
  })
})

const named = (name: string, ...others: string[]) => ({
  name,
  keys: [name, ...others].map(conceptKey).sort(),
})

describe('slugs are given', () => {
  test('by the name that is shown, and noted', () => {
    const issued = new Map<string, string>()
    expect(assignSlugs([named('RAG', 'retrieval-augmented generation'), named('Epoch')], issued)).toEqual([
      'rag',
      'epoch',
    ])
    expect(issued).toEqual(
      new Map([
        ['rag', 'rag'],
        ['epoch', 'epoch'],
      ]),
    )
  })

  test('never twice: two keys that would have one get numbers, in their order', () => {
    const issued = new Map<string, string>()
    expect(assignSlugs([named('C'), named('C++'), named('C#')], issued)).toEqual(['c', 'c-2', 'c-3'])
    // And again, in another order: each has its own.
    expect(assignSlugs([named('C#'), named('C++'), named('C')], issued)).toEqual(['c-3', 'c-2', 'c'])
    expect(issued.size).toBe(3)
  })

  test('never to what is gone: its slug leads nowhere else', () => {
    const issued = new Map([['c', 'c++']])
    expect(assignSlugs([named('C')], issued)).toEqual(['c-2'])
  })

  test.each(['graph', 'map'])('not where another page is: %s', (name) => {
    expect(assignSlugs([named(name)], new Map())).toEqual([`${name}-2`])
  })

  test('once: a concept that is shown by another of its names keeps its address', () => {
    const issued = new Map([['rag', 'rag']])
    const renamed = named('Retrieval-augmented generation', 'RAG')
    expect(assignSlugs([renamed], issued)).toEqual(['rag'])
    expect([...issued.keys()]).toEqual(['rag'])
  })

  test('to a merged concept: that of its present name, else the first by the alphabet', () => {
    const issued = new Map([
      ['vae', 'vae'],
      ['autoencoder', 'autoencoder'],
    ])
    expect(assignSlugs([named('VAE', 'autoencoder')], new Map(issued))).toEqual(['vae'])
    expect(assignSlugs([named('Variational model', 'VAE', 'autoencoder')], new Map(issued))).toEqual([
      'autoencoder',
    ])
  })

  test('anew to what was split off, while the other one keeps the old', () => {
    const issued = new Map([['vae', 'vae']])
    expect(assignSlugs([named('Autoencoder'), named('VAE')], issued)).toEqual(['autoencoder', 'vae'])
  })

  test('by the first of the keys when a user called it by a name that is no key', () => {
    expect(assignSlugs([{ name: 'Ours', keys: ['attention', 'self attention'] }], new Map())).toEqual([
      'attention',
    ])
  })
})

test('whatever concepts come and go, no two share a slug, and a key once shown keeps its slug', () => {
  const key = fc.constantFrom<string>('a', 'a+', 'a#', 'a b', 'b', 'c', 'graph', 'map', '+', '#')
  // At each step every key belongs to one concept at most.
  const step = fc
    .array(fc.uniqueArray(key, { minLength: 1, maxLength: 3 }), { maxLength: 5 })
    .map((groups) => {
      const taken = new Set<string>()
      return groups
        .map((keys) => keys.filter((each) => !taken.has(each) && taken.add(each)))
        .filter((keys) => keys.length > 0)
    })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      const issued = new Map<string, string>()
      for (const groups of steps) {
        const before = new Map(issued)
        const slugs = assignSlugs(
          groups.map((keys) => ({ name: keys[0] ?? '', keys })),
          issued,
        )
        expect(new Set(slugs).size).toBe(groups.length)
        for (const [slug, of] of before) expect(issued.get(slug)).toBe(of)
        for (const [at, keys] of groups.entries()) {
          const own = [...before]
            .filter(([, of]) => (keys as readonly string[]).includes(of))
            .map(([slug]) => slug)
          if (own.length > 0) expect(own).toContain(slugs[at])
        }
      }
    }),
  )
})
