import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import type { ConceptEvidence, ConceptOutline } from '../../src/catalog/concept-store.js'
import type { ConceptEdit } from '../../src/domain/concept.js'
import { aConcept, aMention, aPerson, aReading, aStatement, anUpdate } from '../builders/concepts.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'

const first = { seq: 1, edit: 0, version: 'v1' }
const second = { seq: 2, edit: 0, version: 'v1' }

/** What every catalog must do with concepts as they are found: steps, names, slugs, edits. */
export function describeConcepts(name: string, open: () => Promise<Catalog>): void {
  const opened = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    await catalog.addSources([aSource()])
    await catalog.writeDocument(aWrite({ passages: [aPassage()] }))
    return catalog
  }

  describe(`${name}: steps of finding concepts`, () => {
    test('what a step gives is read back whole', async () => {
      const catalog = await opened()
      const concept = aConcept({
        name: 'Embedding',
        aliases: ['vector', 'dense vector'],
        score: 12.25,
        origins: ['heading', 'speech'],
        hidden: true,
        definitions: [aStatement(), aStatement({ text: 'It is a place.', startMs: null, anchor: 'what' })],
        analogies: [aStatement({ text: 'Like a map.' })],
        links: [
          { title: 'Word2vec', url: 'https://example.org/a.pdf', rel: 'paper', documentId: 'document-1' },
        ],
        first: aStatement(),
        best: aStatement({ endMs: null }),
        related: [{ slug: 'token', score: 0.5, reason: 'together', passages: 4, example: null }],
        prerequisites: [
          { slug: 'token', support: 2, evidence: [{ documentId: 'document-1', passageId: 'document-1-0' }] },
        ],
        mentionCount: 40,
        documentCount: 7,
      })
      const reading = aReading('document-1', { bytes: [0, 255, 7] })
      const nameVectors = [{ key: 'embedding', bytes: Uint8Array.from([128, 0]) }]
      const issuedSlugs = new Map([['embedding', 'embedding']])
      const notes = Uint8Array.of(8, 0)
      const update = anUpdate({ concepts: [concept], documents: [reading], nameVectors, issuedSlugs, notes })
      expect(await catalog.readConceptNotes()).toBeNull()
      expect(await catalog.applyConcepts(update)).toBe(true)
      expect(await catalog.readConceptState()).toEqual(first)
      expect(await catalog.readConcepts(null, 10)).toEqual([concept])
      expect(await catalog.findConcept('embedding')).toEqual(concept)
      expect(bytesOf(await catalog.readConceptOutlines(null, 10))).toEqual([['document-1', [0, 255, 7]]])
      expect([...((await catalog.readConceptNotes()) ?? [])]).toEqual([8, 0])
      expect(await catalog.readIssuedSlugs()).toEqual(issuedSlugs)
      expect([...(await catalog.readNameVectors())].map(([key, bytes]) => [key, [...bytes]])).toEqual([
        ['embedding', [128, 0]],
      ])
    })

    test('a step from another state is refused and writes nothing', async () => {
      const catalog = await opened()
      expect(await catalog.readConceptState()).toBeNull()
      const step = (from: typeof first | null, to = second) =>
        catalog.applyConcepts(
          anUpdate({
            from,
            to,
            concepts: [aConcept({ name: 'Too late' })],
            documents: [aReading('document-1', { people: [aPerson()] })],
            removedConcepts: ['token'],
            issuedSlugs: new Map([['late', 'late']]),
            nameVectors: [{ key: 'late', bytes: Uint8Array.of(1) }],
          }),
        )
      expect(await step(first)).toBe(false)
      expect(await catalog.readConceptState()).toBeNull()
      await catalog.applyConcepts(anUpdate({ concepts: [aConcept({ slug: 'token' })] }))
      const stale = [null, { ...first, seq: 0 }, { ...first, edit: 1 }, { ...first, version: 'v2' }]
      for (const from of stale) expect(await step(from)).toBe(false)
      expect(await catalog.readConceptState()).toEqual(first)
      expect(await catalog.readConcepts(null, 10)).toEqual([aConcept({ slug: 'token' })])
      expect(await catalog.readConceptOutlines(null, 10)).toEqual([])
      expect(await catalog.listPeopleOfDocument('document-1')).toEqual([])
      expect([(await catalog.readIssuedSlugs()).size, (await catalog.readNameVectors()).size]).toEqual([0, 0])
      expect(await step(first)).toBe(true)
      expect(await catalog.readConceptState()).toEqual(second)
    })

    test('of two steps from one state at once, one is taken', async () => {
      const catalog = await opened()
      const steps = ['a', 'b', 'c'].map((slug) =>
        catalog.applyConcepts(anUpdate({ concepts: [aConcept({ slug })] })),
      )
      expect((await Promise.all(steps)).filter((taken) => taken)).toHaveLength(1)
      expect(await catalog.readConcepts(null, 10)).toHaveLength(1)
    })

    test('a step that fails half way leaves no trace', async () => {
      const catalog = await opened()
      // Two concepts that claim one key: a bug of who found them.
      const concepts = [aConcept({ slug: 'a', keys: ['same'] }), aConcept({ slug: 'b', keys: ['same'] })]
      await expect(catalog.applyConcepts(anUpdate({ concepts }))).rejects.toThrow()
      expect([await catalog.readConceptState(), await catalog.readConcepts(null, 10)]).toEqual([null, []])
    })

    test('what a step does not name stays, what it names is replaced as a whole', async () => {
      const catalog = await opened()
      await catalog.writeDocument(aWrite({ document: aDocument({ id: 'document-2' }), contentHash: 'b' }))
      const reading = (documentId: string, ordinals: number[], bytes: number[]) =>
        aReading(documentId, {
          mentions: ordinals.map((ordinal) => aMention({ documentId, ordinal })),
          people: [aPerson({ documentId, count: ordinals.length })],
          bytes,
        })
      const documents = [reading('document-1', [0, 1], [1]), reading('document-2', [0], [2])]
      const concepts = [aConcept({ aliases: ['vector'] }), aConcept({ slug: 'token' })]
      const nameVectors = ['embedding', 'vector'].map((key) => ({ key, bytes: Uint8Array.of(1) }))
      await catalog.applyConcepts(anUpdate({ concepts, documents, nameVectors }))
      const renamed = aConcept({ name: 'Embeddings', aliases: ['dense vector'] })
      await catalog.applyConcepts(
        anUpdate({
          from: first,
          to: second,
          concepts: [renamed],
          documents: [reading('document-1', [5], [3])],
          nameVectors: [{ key: 'vector', bytes: Uint8Array.of(9) }],
        }),
      )
      expect(await catalog.readConcepts(null, 10)).toEqual([renamed, aConcept({ slug: 'token' })])
      expect(await catalog.findConceptsByKey(['vector', 'dense vector', 'token'])).toEqual(
        new Map([
          ['dense vector', 'embedding'],
          ['token', 'token'],
        ]),
      )
      expect(await catalog.listMentionsOfDocument('document-1')).toEqual([aMention({ ordinal: 5 })])
      expect(await catalog.listPeopleOfDocument('document-1')).toEqual([aPerson({ count: 1 })])
      expect(await catalog.listMentionsOfDocument('document-2')).toHaveLength(1)
      expect(bytesOf(await catalog.readConceptOutlines(null, 10))).toEqual([
        ['document-1', [3]],
        ['document-2', [2]],
      ])
      expect([...(await catalog.readNameVectors())].map(([key, bytes]) => [key, ...bytes])).toEqual([
        ['embedding', 1],
        ['vector', 9],
      ])
    })

    test('when passages are named, only the mentions in them are replaced', async () => {
      const catalog = await opened()
      const concepts = [aConcept(), aConcept({ slug: 'token' })]
      const before = [0, 1, 2].map((ordinal) => aMention({ ordinal }))
      const person = aPerson()
      await catalog.applyConcepts(
        anUpdate({ concepts, documents: [aReading('document-1', { mentions: before, people: [person] })] }),
      )
      const after = [0, 1, 2].map((ordinal) => aMention({ slug: 'token', ordinal }))
      const reading = aReading('document-1', { mentions: after, bytes: [9] })
      const passageIds = new Set(['document-1-1', 'document-1-2'])
      await catalog.applyConcepts(
        anUpdate({ from: first, to: second, documents: [{ ...reading, passageIds }] }),
      )
      expect(await catalog.listMentionsOfDocument('document-1')).toEqual([before[0], after[1], after[2]])
      expect(await catalog.listPeopleOfDocument('document-1')).toEqual([])
      expect(bytesOf(await catalog.readConceptOutlines(null, 10))).toEqual([['document-1', [9]]])
    })

    test('counts are put after those that are there, or in the place of all', async () => {
      const catalog = await opened()
      const third = { ...second, seq: 3 }
      const fourth = { ...second, seq: 4 }
      const read = async () => (await catalog.readConceptCounts()).map((bytes) => [...bytes])
      expect(await read()).toEqual([])
      const part = (...bytes: number[]) => ({ part: Uint8Array.from(bytes), anew: false })
      await catalog.applyConcepts(anUpdate({ counts: { ...part(1, 2), anew: true } }))
      await catalog.applyConcepts(anUpdate({ from: first, to: second, counts: part(3) }))
      await catalog.applyConcepts(anUpdate({ from: first, to: second, counts: part(4) }))
      await catalog.applyConcepts(anUpdate({ from: second, to: third }))
      expect(await read()).toEqual([[1, 2], [3]])
      await catalog.applyConcepts(anUpdate({ from: third, to: fourth, counts: { ...part(5), anew: true } }))
      expect(await read()).toEqual([[5]])
      await catalog.clearConcepts()
      expect(await read()).toEqual([])
    })

    test('what was read of a document stays where a step gives only what was found', async () => {
      const catalog = await opened()
      const readings = ['document-1', 'document-2'].map((id, at) =>
        aReading(id, { bytes: [at], matches: [7] }),
      )
      await catalog.applyConcepts(anUpdate({ documents: readings, notes: Uint8Array.of(1) }))
      const found = { ...aReading('document-2', { matches: [9, 9] }), evidence: null }
      const notes = Uint8Array.of(2)
      await catalog.applyConcepts(anUpdate({ from: first, to: second, documents: [found], notes }))
      const outlines = await catalog.readConceptOutlines(null, 10)
      expect(
        outlines.map(({ documentId, outline, matches }) => [documentId, ...outline, ...matches]),
      ).toEqual([
        ['document-1', 0, 7],
        ['document-2', 1, 9, 9],
      ])
      expect([...((await catalog.readConceptNotes()) ?? [])]).toEqual([2])
      const partOf = async (part: keyof ConceptEvidence) => {
        const ids = ['document-2', 'unknown', 'document-2']
        const found = await catalog.findConceptEvidence(ids, part)
        return [...found].map(([id, bytes]) => [id, ...bytes])
      }
      expect(await partOf('outline')).toEqual([['document-2', 1]])
      expect(await partOf('lines')).toEqual([['document-2', 4, 1]])
      expect(await partOf('counts')).toEqual([['document-2', 5, 1]])
      expect(await catalog.findConceptEvidence([], 'lines')).toEqual(new Map())
    })

    test('documents that are gone take their mentions, people and evidence along', async () => {
      const catalog = await opened()
      const found = { mentions: [aMention()], people: [aPerson()] }
      await catalog.applyConcepts(
        anUpdate({ concepts: [aConcept()], documents: [aReading('document-1', found)] }),
      )
      await catalog.applyConcepts(anUpdate({ from: first, to: second, removedDocuments: ['document-1'] }))
      expect(await catalog.listMentionsOfDocument('document-1')).toEqual([])
      expect(await catalog.listPeopleOfDocument('document-1')).toEqual([])
      expect(await catalog.readConceptOutlines(null, 10)).toEqual([])
      expect(await catalog.readConcepts(null, 10)).toEqual([aConcept()])
    })

    test('a concept that is no more takes its keys and mentions along', async () => {
      const catalog = await opened()
      const mentions = [aMention(), aMention({ slug: 'token' })]
      const concepts = [aConcept(), aConcept({ slug: 'token' })]
      await catalog.applyConcepts(anUpdate({ concepts, documents: [aReading('document-1', { mentions })] }))
      await catalog.applyConcepts(anUpdate({ from: first, to: second, removedConcepts: ['embedding'] }))
      expect(await catalog.findConcept('embedding')).toBeNull()
      expect(await catalog.listMentionsOfDocument('document-1')).toEqual([aMention({ slug: 'token' })])
    })

    test('a first step of many rows goes in at once, and is read in pages', async () => {
      const catalog = await opened()
      const slugs = Array.from({ length: 1_203 }, (_, index) => `concept-${String(index).padStart(4, '0')}`)
      const documents = slugs.map((slug, index) =>
        aReading(`document-${String(index).padStart(4, '0')}`, {
          mentions: [aMention({ slug, documentId: 'document-1', ordinal: index })],
        }),
      )
      const issuedSlugs = new Map(slugs.map((slug) => [slug, slug]))
      const concepts = slugs.map((slug) => aConcept({ slug }))
      await catalog.applyConcepts(anUpdate({ concepts, documents, issuedSlugs }))
      const pages: string[][] = []
      for (let after: string | null = null; ; after = pages.at(-1)?.at(-1) ?? null) {
        const page = await catalog.readConcepts(after, 500)
        if (page.length === 0) break
        pages.push(page.map(({ slug }) => slug))
      }
      expect(pages.map(({ length }) => length)).toEqual([500, 500, 203])
      expect(pages.flat()).toEqual(slugs)
      expect((await catalog.readIssuedSlugs()).size).toBe(1_203)
      expect(await catalog.listMentionsOfDocument('document-1')).toHaveLength(1_203)
      expect(bytesOf(await catalog.readConceptOutlines(null, 1))).toEqual([['document-0000', [1, 2, 3]]])
      expect(bytesOf(await catalog.readConceptOutlines('document-1200', 10))).toEqual([
        ['document-1201', [1, 2, 3]],
        ['document-1202', [1, 2, 3]],
      ])
    })

    test('beginning again forgets all but edits and issued slugs', async () => {
      const catalog = await opened()
      const edit: ConceptEdit = { kind: 'hide', key: 'token', hidden: true }
      await catalog.addConceptEdits([edit])
      await catalog.applyConcepts(
        anUpdate({
          concepts: [aConcept()],
          documents: [aReading('document-1', { mentions: [aMention()], people: [aPerson()] })],
          issuedSlugs: new Map([['embedding', 'embedding']]),
          nameVectors: [{ key: 'embedding', bytes: Uint8Array.of(1) }],
        }),
      )
      await catalog.clearConcepts()
      expect(await catalog.readConceptState()).toBeNull()
      expect(await catalog.readConcepts(null, 10)).toEqual([])
      expect(await catalog.findConceptsByKey(['embedding'])).toEqual(new Map())
      expect(await catalog.readConceptOutlines(null, 10)).toEqual([])
      expect(await catalog.listPeopleOfDocument('document-1')).toEqual([])
      expect(await catalog.readNameVectors()).toEqual(new Map())
      expect(await catalog.listConceptEdits()).toEqual([{ id: 1, edit }])
      expect(await catalog.readIssuedSlugs()).toEqual(new Map([['embedding', 'embedding']]))
      // The mentions are gone too, not only hidden with their concept.
      await catalog.applyConcepts(anUpdate({ concepts: [aConcept()] }))
      expect(await catalog.listMentionsOfDocument('document-1')).toEqual([])
    })
  })

  describe(`${name}: names and slugs of concepts`, () => {
    test('keys move from one concept to another within one step', async () => {
      const catalog = await opened()
      const before = [aConcept({ slug: 'a', aliases: ['x', 'y'] }), aConcept({ slug: 'b', aliases: ['z'] })]
      await catalog.applyConcepts(anUpdate({ concepts: before }))
      const after = [aConcept({ slug: 'a', aliases: ['z'] }), aConcept({ slug: 'b', aliases: ['x', 'y'] })]
      await catalog.applyConcepts(anUpdate({ from: first, to: second, concepts: after }))
      expect([...(await catalog.findConceptsByKey(['x', 'y', 'z']))].sort()).toEqual([
        ['x', 'b'],
        ['y', 'b'],
        ['z', 'a'],
      ])
    })

    test('a slug stays with the name that it was given for', async () => {
      const catalog = await opened()
      await catalog.applyConcepts(anUpdate({ issuedSlugs: new Map([['ood', 'ood']]) }))
      const issuedSlugs = new Map([
        ['ood', 'object oriented design'],
        ['ood-2', 'object oriented design'],
      ])
      await catalog.applyConcepts(anUpdate({ from: first, to: second, issuedSlugs }))
      expect(await catalog.readIssuedSlugs()).toEqual(
        new Map([
          ['ood', 'ood'],
          ['ood-2', 'object oriented design'],
        ]),
      )
    })

    test('after a merge the old slug leads to the concept that has its name now', async () => {
      const catalog = await opened()
      const apart = [aConcept({ slug: 'vae' }), aConcept({ slug: 'autoencoder-2', name: 'Auto-encoder' })]
      const issuedSlugs = new Map([
        ['vae', 'vae'],
        ['autoencoder-2', 'auto encoder'],
      ])
      await catalog.applyConcepts(anUpdate({ concepts: apart, issuedSlugs }))
      const merged = aConcept({ slug: 'vae', aliases: ['Auto-encoder'] })
      await catalog.applyConcepts(
        anUpdate({ from: first, to: second, concepts: [merged], removedConcepts: ['autoencoder-2'] }),
      )
      expect(await catalog.findConcept('autoencoder-2')).toEqual(merged)
      expect(await catalog.findConcept('vae')).toEqual(merged)
      // Nobody was ever given this one: it is only read as a name.
      expect(await catalog.findConcept('auto-encoder')).toEqual(merged)
      expect([await catalog.findConcept('auto'), await catalog.findConcept('')]).toEqual([null, null])
    })

    test('a concept of its own slug is preferred to one that has the slug as a name', async () => {
      const catalog = await opened()
      const own = aConcept({ slug: 'attention', name: 'Attention mechanism' })
      const other = aConcept({ slug: 'focus', aliases: ['attention'] })
      const issuedSlugs = new Map([['attention', 'attention']])
      await catalog.applyConcepts(anUpdate({ concepts: [own, other], issuedSlugs }))
      expect(await catalog.findConcept('attention')).toEqual(own)
    })

    test('edits are numbered and listed in the order they were made', async () => {
      const catalog = await opened()
      expect(await catalog.addConceptEdits([])).toBe(0)
      const edits: ConceptEdit[] = [
        { kind: 'merge', key: 'b', into: 'a' },
        { kind: 'split', key: 'c', from: 'a' },
        { kind: 'rename', key: 'a', name: 'A “quoted” name' },
        { kind: 'hide', key: 'a', hidden: true },
      ]
      expect(await catalog.addConceptEdits(edits.slice(0, 3))).toBe(3)
      expect(await catalog.addConceptEdits(edits.slice(3))).toBe(4)
      expect(await catalog.addConceptEdits([])).toBe(4)
      expect(await catalog.listConceptEdits()).toEqual(edits.map((edit, index) => ({ id: index + 1, edit })))
    })
  })
}

const bytesOf = (outlines: readonly ConceptOutline[]) =>
  outlines.map(({ documentId, outline }) => [documentId, [...outline]])
