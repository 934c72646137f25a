import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { indexFolder } from '../../src/adapters.js'
import { readConfig } from '../../src/config.js'
import { acquireIndexLock } from '../../src/index/embedded/index-lock.js'
import { ConceptFinder } from '../../src/library/concept-finder.js'
import { bakingLibrary } from '../concepts/baking-library.js'
import { aFollowedLibrary } from '../concepts/followed-library.js'

async function aFinder() {
  const { catalog, catalogPath, embedder, write } = await aFollowedLibrary()
  const errors: unknown[] = []
  const config = { ...readConfig({}), dataFolder: dirname(catalogPath) }
  const finder = new ConceptFinder(config, { catalog, embedder, onError: (error) => errors.push(error) })
  onTestFinished(() => finder.close())
  return { catalog, config, embedder, errors, finder, write }
}

test('what was written while it read ahead is found too', async () => {
  const { catalog, errors, finder, write } = await aFinder()
  await write(...bakingLibrary.slice(0, 4))
  finder.prepare()
  await write(...bakingLibrary.slice(4))
  finder.prepare()
  await finder.find()
  expect(await catalog.readConceptState()).toMatchObject({ seq: await catalog.latestSeq() })
  expect(await catalog.findConcept('levain')).not.toBeNull()
  expect(errors).toEqual([])
})

test('beside a server it does nothing; what fails is told and thrown nowhere', async () => {
  const { catalog, config, embedder, errors, finder, write } = await aFinder()
  await write(...bakingLibrary)
  await mkdir(indexFolder(config), { recursive: true })
  const release = acquireIndexLock(indexFolder(config))
  finder.prepare()
  await finder.find()
  release()
  expect(await catalog.readConceptState()).toBeNull()
  expect(errors).toEqual([])

  embedder.embedPassages = () => Promise.reject(new Error('no model'))
  await finder.find()
  expect(errors).toEqual([new Error('no model')])
})
