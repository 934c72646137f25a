import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ApiError } from '../../../web/src/api.js'
import { typingPauseMs } from '../../../web/src/desk/collection-editor.js'
import type { CollectionNews } from '../../../web/src/desk/collection-news.js'
import { onTokenRequest } from '../../../web/src/token-gate.js'
import { aClip, idsOf } from './collection-builders.js'
import { CollectionsStandIn, unreachable } from './collections-stand-in.js'
import { aMemory, openEditor, order, shown } from './editor-builders.js'

let there: CollectionsStandIn
let memory: ReturnType<typeof aMemory>
let news: CollectionNews[]

beforeEach(() => {
  there = new CollectionsStandIn()
  memory = aMemory()
  news = []
})

const open = () => openEditor({ server: there.server, memory, tell: (told) => news.push(told) })

describe('changes', () => {
  test('are shown at once and sent one after the other, each for the version that it was made for', async () => {
    const editor = await open()
    there.hold()
    editor.change(order('bac'))
    editor.change({ kind: 'remove', clipId: 'c' })
    expect(idsOf(shown(editor))).toBe('ba')
    expect(editor.state.isSaving).toBe(true)
    expect(there.asked).toEqual(['read', 'change {"order":["b","a","c"]}'])
    there.letGo()
    await editor.settle()
    expect(there.asked.slice(2)).toEqual(['remove c'])
    expect([idsOf(there.now), there.now.version]).toEqual(['ba', 6])
    expect([editor.state.isSaving, shown(editor).version]).toEqual([false, 6])
    expect(news).toEqual([
      { id: 'cuts', version: 5 },
      { id: 'cuts', version: 6 },
    ])
  })

  test('what is typed is one change after a pause, or when the field is left', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const editor = await open()
    for (const title of ['S', 'Se', 'Search']) editor.type({ kind: 'words', title })
    expect(shown(editor).title).toBe('Search')
    expect(there.asked).toEqual(['read'])
    await vi.advanceTimersByTimeAsync(typingPauseMs)
    expect(there.asked).toEqual(['read', 'change {"title":"Search"}'])
    editor.type({ kind: 'words', note: 'for Monday' })
    editor.flush()
    expect(there.asked.at(-1)).toBe('change {"note":"for Monday"}')
  })

  test('what waits is joined with what goes on with it, but never with what is on its way', async () => {
    const editor = await open()
    there.hold()
    editor.change({ kind: 'clip', clipId: 'a', patch: { startMs: 9000 } })
    editor.change({ kind: 'clip', clipId: 'a', patch: { startMs: 8000 } })
    editor.change({ kind: 'clip', clipId: 'a', patch: { endMs: 21_000 } })
    there.letGo()
    await editor.settle()
    expect(there.asked).toEqual(['read', 'clip a {"startMs":9000}', 'clip a {"startMs":8000,"endMs":21000}'])
    expect(shown(editor).totalMs).toBe(33_000)
  })

  test('a clip that is added is told to whoever added it', async () => {
    const editor = await open()
    const added = vi.fn()
    editor.add({ documentId: 'talk', startMs: 30_000, endMs: 31_000 }, added)
    await editor.settle()
    expect(added).toHaveBeenCalledWith(aClip({ id: 'new1', startMs: 30_000, endMs: 31_000 }))
    expect(idsOf(shown(editor))).toBe('abcnew1')
  })

  test('what the server refuses is dropped, said, and what follows is still sent', async () => {
    const editor = await open()
    there.failures.push(new ApiError('CLIP_INVALID', 400, 'ends after the recording'))
    editor.change({ kind: 'clip', clipId: 'a', patch: { endMs: 99_000 } })
    await editor.settle()
    expect(shown(editor).clips[0]?.endMs).toBe(20_000)
    expect(editor.state.refusal?.message).toBe('ends after the recording')
    editor.change(order('cba'))
    expect(editor.state.refusal).toBeNull()
    await editor.settle()
    expect(idsOf(there.now)).toBe('cba')
  })

  test('without an answer they wait, shown, and are sent again', async () => {
    const editor = await open()
    there.failures.push(unreachable())
    editor.change(order('cba'))
    await editor.settle()
    expect(editor.state.failure?.code).toBe('UNREACHABLE')
    expect(idsOf(shown(editor))).toBe('cba')
    expect(idsOf(there.now)).toBe('abc')
    editor.retry()
    await editor.settle()
    expect([editor.state.failure, idsOf(there.now), there.now.version]).toEqual([null, 'cba', 5])
  })

  test('without the token they wait until they are sent again by hand', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let timesAsked = 0
    onTestFinished(
      onTokenRequest((request) => {
        if (request) timesAsked += 1
        request?.dismiss()
      }),
    )
    const editor = await open()
    const refused = new ApiError('TOKEN_REQUIRED', 401, 'Changes need the token.')
    there.failures.push(refused, refused)
    editor.change(order('cba'))
    await editor.settle()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([editor.state.failure?.code, timesAsked, idsOf(shown(editor))]).toEqual([
      'TOKEN_REQUIRED',
      1,
      'cba',
    ])
    there.failures.length = 0
    editor.retry()
    await editor.settle()
    expect(idsOf(there.now)).toBe('cba')
  })

  test('when others cannot be read either they are sent again by themselves', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const editor = await open()
    there.changeElsewhere(() => ({ title: 'Theirs' }))
    vi.spyOn(there.server, 'readCollection').mockRejectedValueOnce(unreachable())
    editor.change(order('cba'))
    await editor.settle()
    expect(editor.state.failure?.code).toBe('UNREACHABLE')
    await vi.advanceTimersByTimeAsync(60_000)
    expect([editor.state.failure, editor.state.conflict]).toEqual([null, [order('cba')]])
  })

  test('one whose answer was lost is not done twice, and is no conflict', async () => {
    const editor = await open()
    there.losesAnswer = true
    editor.add({ documentId: 'talk', startMs: 30_000, endMs: 31_000 })
    await editor.settle()
    expect(editor.state.failure?.code).toBe('UNREACHABLE')
    editor.retry()
    await editor.settle()
    expect(editor.state.conflict).toBeNull()
    expect([idsOf(there.now), there.now.version]).toEqual(['abcnew1', 5])
    expect(shown(editor).version).toBe(5)
  })
})

describe('others', () => {
  test('who were faster are shown, and nothing of theirs is written over', async () => {
    const editor = await open()
    there.changeElsewhere(() => ({ title: 'Theirs' }))
    editor.change({ kind: 'words', title: 'Mine' })
    editor.change(order('cba'))
    await editor.settle()
    expect(editor.state.conflict).toEqual([{ kind: 'words', title: 'Mine' }, order('cba')])
    expect([shown(editor).title, idsOf(shown(editor))]).toEqual(['Theirs', 'abc'])
    expect(there.now.title).toBe('Theirs')
    editor.change({ kind: 'remove', clipId: 'a' })
    expect(there.asked).not.toContain('remove a')
  })

  test('theirs can be kept', async () => {
    const editor = await open()
    there.changeElsewhere(() => ({ title: 'Theirs' }))
    editor.change({ kind: 'words', title: 'Mine' })
    await editor.settle()
    editor.keepTheirs()
    expect([editor.state.conflict, editor.state.isSaving, shown(editor).title]).toEqual([
      null,
      false,
      'Theirs',
    ])
    expect(memory.kept.unsent).toBeNull()
  })

  test('mine can be applied again, as far as it still can: a new clip of theirs stays, one that is gone stays gone', async () => {
    const editor = await open()
    there.changeElsewhere(({ clips }) => ({ clips: [...clips.slice(1), aClip({ id: 'd' })] }))
    editor.change(order('cba'))
    editor.change({ kind: 'clip', clipId: 'a', patch: { title: 'gone' } })
    editor.change({ kind: 'clip', clipId: 'b', patch: { title: 'B' } })
    await editor.settle()
    expect(editor.state.conflict).toHaveLength(3)
    editor.applyMine()
    await editor.settle()
    expect(editor.state.conflict).toBeNull()
    expect(idsOf(there.now)).toBe('cdb')
    expect(there.now.clips.map(({ title }) => title)).toEqual(['', '', 'B'])
  })

  test('what they changed is taken over when nothing is under way here', async () => {
    const editor = await open()
    there.changeElsewhere(() => ({ note: 'news' }))
    editor.hear({ id: 'cuts', version: 4 })
    editor.hear({ id: 'other', version: 9 })
    expect(there.asked).toEqual(['read'])
    await editor.refresh()
    expect([shown(editor).note, editor.state.news]).toEqual(['news', 1])
  })

  test('an answer that a change made here has overtaken is not taken over', async () => {
    const editor = await open()
    const old = there.now
    const read = vi.spyOn(there.server, 'readCollection').mockImplementationOnce(async () => {
      editor.change(order('cba'))
      await editor.settle()
      return old
    })
    await editor.refresh()
    expect(read).toHaveBeenCalledOnce()
    expect([idsOf(shown(editor)), shown(editor).version]).toEqual(['cba', 5])
  })

  test('what was removed by them is gone', async () => {
    const editor = await open()
    there.isRemoved = true
    editor.change(order('cba'))
    await vi.waitFor(() => expect(editor.state.isGone).toBe(true))
  })
})

describe('undo and redo', () => {
  test('go back and on step by step, over other changes of this window and of others', async () => {
    const editor = await open()
    editor.change(order('cba'))
    editor.change({ kind: 'remove', clipId: 'b' })
    await editor.settle()
    there.changeElsewhere(() => ({ title: 'Theirs' }))
    await editor.refresh()
    const seen = [shown(editor).title + idsOf(shown(editor))]
    for (const step of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
      editor[step]()
      await editor.settle()
      seen.push(shown(editor).title + idsOf(shown(editor)))
    }
    expect(seen).toEqual(['Theirsca', 'Cutsca', 'Cutscba', 'Cutsabc', 'Cutscba', 'Cutsca', 'Theirsca'])
    expect([editor.state.canUndo, editor.state.canRedo]).toEqual([true, false])
  })

  test('a change after an undo leaves nothing to redo', async () => {
    const editor = await open()
    editor.change(order('cba'))
    await editor.settle()
    editor.undo()
    editor.change(order('bac'))
    await editor.settle()
    expect([idsOf(there.now), editor.state.canRedo]).toEqual(['bac', false])
    editor.undo()
    await editor.settle()
    expect(idsOf(there.now)).toBe('abc')
  })

  test('pressed quickly they are taken one after the other, what is typed first of all', async () => {
    const editor = await open()
    editor.type({ kind: 'words', title: 'Typed' })
    editor.undo()
    editor.redo()
    editor.undo()
    await editor.settle()
    expect([there.now.title, editor.state.canRedo]).toEqual(['Cuts', true])
  })

  test('one change is taken back only while it is the last', async () => {
    const editor = await open()
    editor.change({ kind: 'remove', clipId: 'b' })
    const { changeCount } = editor
    editor.type({ kind: 'words', title: 'Typed' })
    expect(editor.undoChange(changeCount)).toBe(false)
    editor.undo()
    await editor.settle()
    expect([there.now.title, idsOf(there.now)]).toEqual(['Cuts', 'ac'])
    expect(editor.undoChange(editor.changeCount)).toBe(true)
    await editor.settle()
    expect(idsOf(there.now)).toBe('abc')
  })

  test('a state that is not kept any more ends the way back', async () => {
    there.states.clear()
    const editor = await open()
    expect(editor.state.canUndo).toBe(true)
    editor.undo()
    await editor.settle()
    expect(editor.state.refusal?.code).toBe('REVISION_NOT_FOUND')
    expect(editor.state.canUndo).toBe(false)
  })

  test('work after a reload, redo too', async () => {
    const before = await open()
    before.change(order('cba'))
    before.change({ kind: 'remove', clipId: 'b' })
    before.undo()
    await before.settle()
    const after = await open()
    expect([after.state.canUndo, after.state.canRedo]).toEqual([true, true])
    after.redo()
    await after.settle()
    expect(idsOf(shown(after))).toBe('ca')
  })
})
