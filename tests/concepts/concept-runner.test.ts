import { expect, onTestFinished, test } from 'vitest'
import { ConceptRunner } from '../../src/concepts/concept-runner.js'
import { bakingLibrary } from './baking-library.js'
import { aFollowedLibrary, withoutSlugs } from './followed-library.js'

test('a thread of its own follows, asks for the vectors of names, and goes on after the model failed', async () => {
  const { catalog, catalogPath, embedder, write, read } = await aFollowedLibrary()
  const embedPassages = embedder.embedPassages.bind(embedder)
  const batches: number[] = []
  let failures = 1
  embedder.embedPassages = (texts) => {
    batches.push(texts.length)
    return failures-- > 0 ? Promise.reject(new Error('no model')) : embedPassages(texts)
  }
  const errors: unknown[] = []
  const runner = new ConceptRunner(catalog, embedder, {
    catalogPath,
    onError: (error) => errors.push(error),
  })
  onTestFinished(() => runner.close())

  await write(...bakingLibrary.slice(0, 6))
  await expect(runner.refresh()).rejects.toThrow('no model')
  await catalog.setDocumentStatus('talk-1', 'withdrawn')
  expect(await runner.refresh()).toMatchObject({ documents: 5 })
  expect(await runner.refresh()).toBeNull()
  expect(Math.max(...batches)).toBeLessThanOrEqual(16)

  // Both callers wait for a round that began after they asked.
  await write(...bakingLibrary.slice(6))
  await catalog.addConceptEdits([{ kind: 'rename', key: 'levain', name: 'Sour Starter' }])
  await Promise.all([runner.refresh(), runner.refresh()])
  expect(await catalog.findConcept('levain')).toMatchObject({ name: 'Sour Starter' })
  await runner.close()

  const other = await aFollowedLibrary()
  await other.catalog.addConceptEdits([{ kind: 'rename', key: 'levain', name: 'Sour Starter' }])
  await other.write(...bakingLibrary)
  await other.catalog.setDocumentStatus('talk-1', 'withdrawn')
  await other.newFollower().follow(other.embed)
  const [threaded, expected] = [withoutSlugs(await read()), withoutSlugs(await other.read())]
  expect(threaded).toEqual(expected)
  expect(errors).toEqual([])
})

test('a thread that read ahead finds the same, also when another process was faster, and one that could not goes on', async () => {
  const { catalog, catalogPath, embedder, write, read } = await aFollowedLibrary()
  const options = { catalogPath, onError: () => undefined }
  const [ahead, faster] = [
    new ConceptRunner(catalog, embedder, options),
    new ConceptRunner(catalog, embedder, options),
  ]
  const unable = new ConceptRunner(catalog, embedder, { ...options, catalogPath: `${catalogPath}/nowhere` })
  onTestFinished(async () => {
    for (const runner of [ahead, faster, unable]) await runner.close()
  })
  await write(...bakingLibrary.slice(0, 4))
  await faster.refresh()
  await ahead.prepare()
  await write(...bakingLibrary.slice(4, 6))
  await faster.refresh()
  await write(...bakingLibrary.slice(6))
  const preparing = ahead.prepare()
  expect(await ahead.refresh()).toMatchObject({ documents: bakingLibrary.length - 6 })
  await preparing
  const found = withoutSlugs(await read())
  await unable.prepare()
  await expect(unable.refresh()).rejects.toThrow()

  const other = await aFollowedLibrary()
  await other.write(...bakingLibrary)
  await other.newFollower().follow(other.embed)
  expect(found).toEqual(withoutSlugs(await other.read()))
})

test('it follows by itself: documents, edits that nobody applied, and a library of another version', async () => {
  const { catalog, catalogPath, embedder, write } = await aFollowedLibrary()
  await write(...bakingLibrary.slice(0, 2))
  const seq = await catalog.latestSeq()
  await catalog.applyConcepts({
    ...{ from: null, to: { seq, edit: 0, version: 'of before' }, documents: [], removedDocuments: [] },
    ...{ concepts: [], removedConcepts: [], issuedSlugs: new Map(), nameVectors: [] },
    notes: new Uint8Array(),
    counts: null,
  })
  const runner = new ConceptRunner(catalog, embedder, {
    catalogPath,
    onError: (error) => {
      throw error
    },
  })
  onTestFinished(() => runner.close())
  runner.start()
  const nameOfLevain = async () => (await catalog.findConcept('levain'))?.name
  await expect.poll(nameOfLevain).toBe('Levain')
  await catalog.addConceptEdits([{ kind: 'rename', key: 'levain', name: 'Sour Starter' }])
  await expect.poll(nameOfLevain).toBe('Sour Starter')
})
