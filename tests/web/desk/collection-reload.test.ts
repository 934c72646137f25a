import { beforeEach, expect, test } from 'vitest'
import { aCollection, idsOf } from './collection-builders.js'
import { CollectionsStandIn, unreachable } from './collections-stand-in.js'
import { aMemory, openEditor, order, shown } from './editor-builders.js'

let there: CollectionsStandIn
let memory: ReturnType<typeof aMemory>

beforeEach(() => {
  there = new CollectionsStandIn()
  memory = aMemory()
})

/** The page as it is opened, or loaded again: what the tab keeps is there. */
const open = () => openEditor({ server: there.server, memory, tell: () => undefined })

test('a reload loses nothing that was not sent', async () => {
  const before = await open()
  there.hold()
  before.change(order('cba'))
  before.type({ kind: 'words', note: 'typed last' })
  const kept = new CollectionsStandIn()
  there = kept
  const after = await open()
  await after.settle()
  expect([idsOf(kept.now), kept.now.note]).toEqual(['cba', 'typed last'])
})

test('a reload does not do again what was done while the page was left', async () => {
  const before = await open()
  there.failures.push(unreachable())
  before.change(order('cba'))
  before.type({ kind: 'words', note: 'typed last' })
  await before.settle()
  // The request arrived after all.
  there.changeElsewhere(({ clips }) => ({ clips: clips.toReversed() }))
  const after = await open()
  await after.settle()
  expect([after.state.conflict, idsOf(there.now), there.now.note, there.now.version]).toEqual([
    null,
    'cba',
    'typed last',
    6,
  ])
})

test('a reload loses no undo that was not sent', async () => {
  const before = await open()
  before.change({ kind: 'remove', clipId: 'b' })
  await before.settle()
  there.failures.push(unreachable())
  before.undo()
  await before.settle()
  expect(idsOf(there.now)).toBe('ac')
  const after = await open()
  await after.settle()
  expect([idsOf(there.now), after.state.canRedo]).toEqual(['abc', true])
})

test('a reload that meets what others changed meanwhile asks', async () => {
  const before = await open()
  there.failures.push(unreachable())
  before.change(order('cba'))
  await before.settle()
  there.changeElsewhere(() => ({ title: 'Theirs' }))
  const after = await open()
  expect(after.state.conflict).toEqual([order('cba')])
  expect(shown(after)).toEqual(aCollection({ title: 'Theirs', version: 5 }))
})

test('a reload while it is not decided whose changes count asks again', async () => {
  const before = await open()
  there.changeElsewhere(() => ({ title: 'Theirs' }))
  before.change(order('cba'))
  await before.settle()
  expect(before.state.conflict).toEqual([order('cba')])
  const after = await open()
  await after.settle()
  expect([after.state.conflict, idsOf(there.now)]).toEqual([[order('cba')], 'abc'])
  after.applyMine()
  await after.settle()
  expect([idsOf(there.now), there.now.title]).toEqual(['cba', 'Theirs'])
})
