import { describe, expect, test } from 'vitest'
import type { ConceptUpdate } from '../../src/catalog/concept-store.js'
import { aBakingPost, aBakingTalk, bakingLibrary, type BakingDocument } from './baking-library.js'
import { aSection } from '../builders/items.js'
import { aFollowedLibrary, withoutSlugs } from './followed-library.js'

/** Ids of the documents that a step wrote. */
const documentsOf = (step: ConceptUpdate | undefined): string[] =>
  (step?.documents ?? []).map(({ documentId }) => documentId)

async function followEach(documents: readonly BakingDocument[]) {
  const library = await aFollowedLibrary()
  const follower = library.newFollower()
  for (const document of documents) {
    await library.write(document)
    await follower.follow(library.embed)
  }
  return { ...library, follower }
}

async function followAll(documents: readonly BakingDocument[]) {
  const library = await aFollowedLibrary()
  await library.write(...documents)
  await library.newFollower().follow(library.embed)
  return library
}

describe('the same documents give the same concepts', () => {
  test('document by document, all at once, by a new process and from the beginning', async () => {
    const one = await followEach(bakingLibrary)
    const followed = await one.read()
    expect(followed).toEqual(await (await followAll(bakingLibrary)).read())

    const next = one.newFollower()
    expect(await next.follow(one.embed)).toBeNull()
    await one.catalog.clearConcepts()
    expect((await one.read()).concepts).toEqual([])
    expect(await next.follow(one.embed)).toEqual({
      documents: bakingLibrary.length,
      rematched: 0,
      concepts: followed.concepts.length,
    })
    expect(await one.read()).toEqual(followed)
  })

  test('in any order, but for the slugs', async () => {
    const expected = withoutSlugs(await (await followAll(bakingLibrary)).read())
    const backwards = await followEach([...bakingLibrary].reverse())
    expect(withoutSlugs(await backwards.read())).toEqual(expected)
    // With another process for each half, and documents that were something else before.
    const library = await aFollowedLibrary()
    const [first, second, ...others] = bakingLibrary as [BakingDocument, BakingDocument, ...BakingDocument[]]
    const { id, guid } = second.document
    await library.write({ document: { ...first.document, id, guid }, talk: [] })
    await library.write(...others.filter((_, at) => at % 2 === 0))
    await library.newFollower().follow(library.embed)
    await library.write(...others.filter((_, at) => at % 2 === 1))
    await library.newFollower().follow(library.embed)
    await library.write(first, second)
    await library.newFollower().follow(library.embed)
    expect(withoutSlugs(await library.read())).toEqual(expected)
  })

  test('which are what the documents are about, and no people, shows or headings of the form', async () => {
    const { catalog } = await followAll(bakingLibrary)
    const { concepts } = await catalog.listConcepts({}, { limit: 100, cursor: null })
    const names = concepts.map(({ name }) => name)
    const expected = [
      ...['Gluten Web', 'Cold Retard', 'Levain', 'Bulk Fermentation', 'Oven Spring', 'Windowpane Test'],
      ...['Water Activity', 'Crumb vs Crust', 'DHI', 'Diastatic malt'],
    ]
    expect(names).toEqual(expect.arrayContaining(expected))
    const keys = (await catalog.readConcepts(null, 100)).flatMap((concept) => concept.keys)
    expect(new Set(keys).size).toBe(keys.length)
    const others = ['Raymond Calvel', 'Calvel', 'Jonas Quill', 'Jonas', 'Maria Weber', 'Crumb Talk']
    const forms = ['Listener mail', 'Before we start', 'Opening']
    const found = await catalog.findConceptsByKey([...others, ...forms].map((name) => name.toLowerCase()))
    expect([...found.keys()]).toEqual([])
    expect(await catalog.listPeople({}, 10)).toEqual([
      { name: 'Maria Weber', documents: 9, roles: ['host'] },
      { name: 'Jonas Quill', documents: 8, roles: ['speaker'] },
      { name: 'Raymond Calvel', documents: 4, roles: ['mentioned'] },
    ])

    expect(await catalog.findConcept('bulk-fermentation')).toMatchObject({
      name: 'Bulk Fermentation',
      aliases: ['BF'],
      origins: ['heading', 'speech'],
      definitions: [{ documentId: 'post-2', anchor: 'bulk', startMs: null }],
      analogies: [{ text: 'Like a class before it is divided into teams.' }],
      links: [{ url: 'https://example.org/papers/bulk.pdf', documentId: 'post-2' }],
      first: { documentId: 'post-2' },
    })
    expect(await catalog.findConcept('windowpane-test')).toMatchObject({ aliases: ['test windowpane'] })
    expect(await catalog.findConcept('diastatic-malt')).toMatchObject({
      origins: ['speech'],
      best: { documentId: 'talk-2', startMs: 60_000, endMs: 64_000, anchor: null },
    })
  })
})

describe('a step does what changed, and nothing more', () => {
  test('without changes it writes nothing', async () => {
    const { newFollower, embed, steps, embedder, catalog } = await followAll(bakingLibrary.slice(0, 3))
    const embedded = embedder.embedded.length
    expect(await newFollower().follow(embed)).toBeNull()
    const follower = newFollower()
    expect(await follower.follow(embed)).toBeNull()
    // Nor when a document is written again as it was.
    expect(await catalog.latestSeq()).toBe(steps[0]?.to.seq)
    expect([steps.length, embedder.embedded.length]).toEqual([1, embedded])
  })

  test('a new document is read, and others only where they hold names that are new', async () => {
    const posts = bakingLibrary.filter(({ document }) => document.kind === 'post')
    const { write, follower, embed, steps, embedder } = await followEach(posts)
    const before = embedder.embedded.length
    await write(
      aBakingPost('post-9', '2026-03-01', [
        aSection({ anchor: 'a', heading: '1. Stone Mill', text: 'A stone mill is slow.', quotes: ['x'] }),
        aSection({ anchor: 'b', heading: '2. Roller Mill', text: 'A roller mill is fast.', quotes: ['x'] }),
        aSection({ anchor: 'c', heading: '3. Leaf', text: 'A leaf is green.', quotes: ['x'] }),
      ]),
    )
    const report = await follower.follow(embed)
    // One is tested by holding a leaf against the sun.
    expect(report).toMatchObject({ documents: 1, rematched: 1 })
    expect(documentsOf(steps.at(-1)).sort()).toEqual(['post-4', 'post-9'])
    expect(embedder.embedded.slice(before)).toEqual(['Leaf', 'Roller Mill', 'Stone Mill'])
    expect(steps.at(-1)?.issuedSlugs).toEqual(
      new Map([
        ['leaf', 'leaf'],
        ['roller-mill', 'roller mill'],
        ['stone-mill', 'stone mill'],
      ]),
    )
  })

  test('a new process writes no concept again that is as it was', async () => {
    const { catalog, write, newFollower, embed, steps } = await followEach(bakingLibrary)
    const before = await catalog.readConcepts(null, 100)
    await write(aBakingPost('post-9', '2026-03-01', [aSection({ text: 'Nothing of interest.' })]))
    await newFollower().follow(embed)
    expect(steps.at(-1)).toMatchObject({ removedConcepts: [], nameVectors: [] })
    for (const concept of steps.at(-1)?.concepts ?? []) expect(before).not.toContainEqual(concept)
    expect(steps.at(-1)?.concepts.length).toBeLessThan(before.length)
    expect(documentsOf(steps.at(-1))).toEqual(['post-9'])
  })
})

test('somebody who turns out to be a person is one in the documents that came before, too', async () => {
  const { catalog } = await followEach(bakingLibrary.slice(0, 4))
  const mentioned = { name: 'Raymond Calvel', role: 'mentioned', count: 1 }
  const people = await catalog.listPeopleOfDocument('short-0')
  expect(people).toContainEqual({ ...mentioned, documentId: 'short-0' })
})

test('a name has the vector of how it is written by now', async () => {
  const talk = (id: string, day: string, name: string) =>
    aBakingTalk(id, day, [
      ['maria', 'Stone ovens', `We bake in the ${name} and clean the ${name}.`, `The ${name} are old.`],
    ])
  const { embedder, write, follower, embed, read, catalog } = await followEach([
    talk('one', '2026-01-01', 'stone ovens'),
    talk('two', '2026-01-02', 'stone ovens'),
  ])
  expect(embedder.embedded).toContain('Stone ovens')
  await write(...['one', 'three', 'four'].map((id, at) => talk(id, `2026-01-1${at}`, 'stone-oven')))
  await follower.follow(embed)
  expect(embedder.embedded).toContain('stone-oven')
  const followed = await read()
  await catalog.clearConcepts()
  await follower.follow(embed)
  expect(await read()).toEqual(followed)
})

test('what turns out to be in every document names nothing any more, in the documents before too', async () => {
  const week = (id: string, day: string) =>
    aBakingPost(
      id,
      day,
      [
        aSection({
          anchor: 'changes',
          heading: 'Notable changes of the week',
          text: `Notable recent changes in levain, mills and tins. The levain got a new jar. We feed the levain. This was week ${id}. It ended on ${day}.`,
        }),
      ],
      { sourceId: 'other' },
    )
  const weeks = [1, 2, 3, 4, 5].map((at) => week(`week-${at}`, `2026-02-0${at}`))
  const { read, write, follower, embed, catalog } = await followEach(weeks.slice(0, 2))
  const countsOf = ({ concepts, mentions }: Awaited<ReturnType<typeof read>>) => {
    const slug = concepts.find(({ keys }) => keys.includes('levain'))?.slug
    return mentions.filter((mention) => mention.slug === slug).map(({ count }) => count)
  }
  expect(countsOf(await read())).toEqual([3, 3])
  for (const { document } of weeks.slice(2)) {
    await write(...weeks.filter((each) => each.document.id === document.id))
    await follower.follow(embed)
  }
  const followed = await read()
  // Said twice beside the sentence that all of them begin with.
  expect(countsOf(followed)).toEqual([2, 2, 2, 2, 2])
  await catalog.clearConcepts()
  await follower.follow(embed)
  expect(await read()).toEqual(followed)
})

describe('a document that is gone says nothing any more', () => {
  const mill = aBakingPost(
    'mill',
    '2026-01-30',
    ['Stone Mill', 'Roller Mill', 'Hand Mill'].map((heading, at) =>
      aSection({ anchor: `s${at}`, heading: `${at + 1}. ${heading}`, text: 'Old.', quotes: ['Old.'] }),
    ),
    { sourceId: 'other' },
  )

  test.each<[string, (catalog: Awaited<ReturnType<typeof aFollowedLibrary>>['catalog']) => Promise<unknown>]>(
    [
      ['removed', (catalog) => catalog.removeSource('other')],
      ['withdrawn', (catalog) => catalog.setDocumentStatus('mill', 'withdrawn')],
    ],
  )('%s: its concepts and mentions go, its slugs are given to no other concept', async (_, take) => {
    const base = bakingLibrary.slice(0, 3)
    const library = await aFollowedLibrary()
    const follower = library.newFollower()
    await library.write(...base, mill)
    await follower.follow(library.embed)
    expect(await library.catalog.findConcept('stone-mill')).toMatchObject({ name: 'Stone Mill' })

    await take(library.catalog)
    expect(await follower.follow(library.embed)).toMatchObject({ documents: 0 })
    const { concepts, mentions, evidence } = await library.read()
    const expected = await (await followAll(base)).read()
    expect({ concepts, mentions, evidence }).toEqual({
      concepts: expected.concepts,
      mentions: expected.mentions,
      evidence: expected.evidence,
    })
    expect(await library.catalog.findConcept('stone-mill')).toBeNull()

    // Another name that would have the same slug, and the same name again.
    const headings = ['Stone-Mill', 'Stone/Mill', 'Hand Mill']
    await library.write(
      aBakingPost(
        'again',
        '2026-03-01',
        headings.map((heading, at) =>
          aSection({ anchor: `t${at}`, heading: `${at + 1}. ${heading}`, text: 'New.', quotes: ['New.'] }),
        ),
      ),
    )
    await follower.follow(library.embed)
    expect(await library.catalog.findConcept('stone-mill')).toMatchObject({ slug: 'stone-mill' })
    expect(await library.catalog.findConcept('hand-mill')).toMatchObject({ slug: 'hand-mill' })
    expect((await library.catalog.readIssuedSlugs()).get('roller-mill')).toBe('roller mill')
  })
})

describe('a step that could not be finished is taken up by the next one', () => {
  test('when another process wrote in between', async () => {
    const [first, second, third] = [0, 4, 8].map((at) => bakingLibrary.slice(at, at + 4))
    const { write, newFollower, embed, steps, read } = await aFollowedLibrary()
    const [mine, other] = [newFollower(), newFollower()]
    await write(...(first ?? []))
    await mine.follow(embed)
    await write(...(second ?? []))
    const refused = mine.follow(async (names) => {
      await other.follow(embed)
      return embed(names)
    })
    expect(await refused).toBeNull()
    expect(steps).toHaveLength(2)
    await write(...(third ?? []))
    expect(await mine.follow(embed)).toMatchObject({ documents: 4 })
    expect(withoutSlugs(await read())).toEqual(
      withoutSlugs(await (await followAll(bakingLibrary.slice(0, 12))).read()),
    )
  })

  test('when the model failed: what was removed meanwhile goes all the same', async () => {
    const library = await followEach(bakingLibrary.slice(0, 5))
    const { catalog, write, follower, embed, read } = library
    await catalog.setDocumentStatus('talk-1', 'withdrawn')
    await write(...bakingLibrary.slice(5, 9))
    await expect(follower.follow(() => Promise.reject(new Error('no model')))).rejects.toThrow('no model')
    expect(await follower.follow(embed)).toMatchObject({ documents: 4 })
    const remaining = bakingLibrary.slice(0, 9).filter(({ document }) => document.id !== 'talk-1')
    expect(withoutSlugs(await read())).toEqual(withoutSlugs(await (await followAll(remaining)).read()))
  })
})

test('two headings of one post are two concepts, even if their vectors are equal', async () => {
  const { write, newFollower, read } = await aFollowedLibrary()
  const headings = ['1. Signature Aggregation', '2. Aggregated Signatures', '3. Oven Spring']
  await write(
    aBakingPost(
      'post',
      '2026-01-01',
      headings.map((heading, at) =>
        aSection({ anchor: `s${at}`, heading, text: 'It is what it is.', quotes: ['It is what it is.'] }),
      ),
    ),
  )
  await newFollower().follow((names) => Promise.resolve(names.map(() => Float32Array.of(1, 0))))
  expect((await read()).concepts.map(({ keys }) => keys)).toEqual([
    ['aggregated signature'],
    ['oven spring'],
    ['signature aggregation'],
  ])
})

test('a library without documents has no concepts', async () => {
  const { newFollower, embed, read } = await aFollowedLibrary()
  expect(await newFollower().follow(embed)).toEqual({ documents: 0, rematched: 0, concepts: 0 })
  expect(await newFollower().follow(embed)).toBeNull()
  expect(await read()).toEqual({ concepts: [], mentions: [], people: [], evidence: [] })
})
