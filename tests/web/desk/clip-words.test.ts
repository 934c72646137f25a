import { expect, test } from 'vitest'
import { describeChange, nameClip, readTags, warnOfClip } from '../../../web/src/desk/clip-words.js'
import { aClip, aCollection } from './collection-builders.js'

test('a clip is called by its title, else by its first words, else by its document', () => {
  expect(nameClip(aClip({ title: ' The mean ' }))).toBe('The mean')
  expect(nameClip(aClip())).toBe('“What the encoder gives you is a mean.”')
  expect(nameClip(aClip({ text: 'word '.repeat(40) }))).toBe(`“${'word '.repeat(12).trim()} …”`)
  expect(nameClip(aClip({ text: 'x'.repeat(100) }))).toMatch(/^“x+ …”$/)
  expect(nameClip(aClip({ text: ' ' }))).toBe('Autoencoders')
})

test('what to beware of is said once each', () => {
  const use = (collectionId: string, clipId: string) => ({
    collectionId,
    collectionTitle: `C ${collectionId}`,
    clipId,
    clipTitle: '',
  })
  expect(warnOfClip(aClip(), 'cuts')).toEqual([])
  expect(
    warnOfClip(
      aClip({ orphaned: true, usedIn: [use('cuts', 'b'), use('x', '1'), use('x', '2'), use('y', '3')] }),
      'cuts',
    ),
  ).toEqual([
    'Its document is gone: words and times are kept.',
    'Another clip here has a part of it.',
    'Also in “C x” and “C y”.',
  ])
})

test('changes are told as their editor would', () => {
  const tell = (change: Parameters<typeof describeChange>[0]) =>
    describeChange(change, aCollection({ clips: [aClip({ title: 'A' })] }))
  expect([
    tell({ kind: 'words', title: 'T', note: 'n' }),
    tell({ kind: 'order', order: [] }),
    tell({
      kind: 'clip',
      clipId: 'a',
      patch: { startMs: 1500, endMs: 2500, title: 't', note: '', tags: [] },
    }),
    tell({ kind: 'remove', clipId: 'z' }),
    tell({ kind: 'step', by: -1 }),
  ]).toEqual([
    'the title “T” and the note',
    'the order of the clips',
    'start 0:01.500, end 0:02.500, title “t”, note, tags of A',
    'removing a clip that is gone',
    'undo',
  ])
})

test('tags are read from one line, each once', () => {
  expect(readTags(' maths,  deep   learning ;maths,, x')).toEqual(['maths', 'deep learning', 'x'])
  expect(readTags(' , ')).toEqual([])
  expect(readTags('a'.repeat(99))).toEqual(['a'.repeat(60)])
  expect(readTags(Array.from({ length: 50 }, (_, index) => index).join())).toHaveLength(30)
})
