import { expect, onTestFinished, test } from 'vitest'
import { openQueryEmbedder } from '../../../src/embed/open-embedder.js'
import { modelsFolder, vendoredModel } from '../../embed/vendored-model.js'
import { aFollowedLibrary } from './followed-library.js'

/** With the real model: what counts as said in other words. */

const vaults =
  'A vault lets you take back a withdrawal that somebody else began: the coins can only leave after a delay, and while it lasts you can send them to a recovery key.'
const fees =
  'To guess what a transaction has to pay, the node looks at which fee rates were confirmed within so many blocks and keeps a running average of them.'
const greeting = 'Welcome everybody to another week, good to have you all here with us, let us get started.'
const mention = 'And next week we will maybe talk about vaults again, if somebody has time for it.'

async function aLibraryWithModel() {
  const embedder = await openQueryEmbedder({ model: vendoredModel, modelsFolder })
  onTestFinished(() => embedder.close())
  return aFollowedLibrary(embedder)
}

test('a question finds what answers it in other words, and not every mention of its subject', async () => {
  const { write, save, catchUp, matches } = await aLibraryWithModel()
  await save('How does a vault protect coins from a thief?', { id: 'vaults' })
  await save('How does a node estimate the fee of a transaction?', { id: 'fees' })
  await save('What are vaults?', { id: 'what' })
  await write('a', [greeting, 'Some other thing.', 'Another.', vaults])
  await write('b', [fees, 'Another.', 'One more.', mention])
  await catchUp()
  expect(await matches('vaults')).toEqual([vaults])
  expect(await matches('fees')).toEqual([fees])
  expect(await matches('what')).toContain(vaults)
  expect(await matches('what')).not.toContain(greeting)
})

test('of a name only its name is news; words alone do when that is asked for', async () => {
  const { write, save, catchUp, matches } = await aLibraryWithModel()
  await save('vaults', { id: 'name' })
  await save('How does a vault protect coins from a thief?', { id: 'lexical', mode: 'lexical' })
  await write('a', ['The coins can only leave after a delay, and go to a recovery key.', 'x', 'y', mention])
  await write('b', [vaults])
  await catchUp()
  expect((await matches('name')).toSorted()).toEqual([vaults, mention].toSorted())
  expect(await matches('lexical')).toEqual([])
})
