import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chaptersFromNotes } from '../../ingest/chapters-from-notes.js'
import { formatClock } from '../../src/domain/time.js'

/** `start-end title` in seconds; no end is empty. */
const read = (lines: string[], durationMs: number | null = null): string[] =>
  chaptersFromNotes(lines.join('\n'), durationMs).map(
    ({ startMs, endMs, title }) => `${startMs / 1000}-${endMs === null ? '' : endMs / 1000} ${title}`,
  )

test.each([
  ['plain', ['0:00 Start', '12:34 Topic', '1:02:03 End'], ['0-754 Start', '754-3723 Topic', '3723- End']],
  [
    'bracketed, with dashes',
    ['[00:10] – One (1)', '(01:00) Two', '(1:00:00): Three!'],
    ['10-60 One (1)', '60-3600 Two', '3600- Three!'],
  ],
  [
    'behind the topic',
    ['Hello … 0:10', 'World (1:20)', 'Again: 2:30'],
    ['10-80 Hello', '80-150 World', '150- Again'],
  ],
  [
    'ranges',
    ['00:00 – 03:10 Intro', '03:10-05:00 Middle', 'more words', '05:30—6:00 Last'],
    ['0-190 Intro', '190-300 Middle', '330-360 Last'],
  ],
  [
    'items of lists, Markdown and emoji',
    [
      '- 0:00 One',
      '* **1:00** Two',
      '3. 2:00 Three',
      '👉 3:00 Four',
      '▶️ [4:00](https://x.example/?t=4) Five',
    ],
    ['0-60 One', '60-120 Two', '120-180 Three', '180-240 Four', '240- Five'],
  ],
  ['minutes beyond the hour', ['0:00 a', '59:59 b', '75:30 c'], ['0-3599 a', '3599-4530 b', '4530- c']],
])('reads %s', (_, lines, chapters) => {
  expect(read(lines)).toEqual(chapters)
})

test.each([
  ['two times', ['0:00 a', '1:00 b']],
  ['places in scripture', ['John 3:16', 'Romans 5:12', 'Acts 7:30']],
  ['times of the day', ['10:00 AM Doors', '11:00 am Talk', '12:30 p.m. Lunch']],
  ['prices', ['Tea $3:50', 'Coffee $4:20', 'Cake $5:10']],
  ['times without topics', ['0:00', '1:00', '2:00']],
  ['scores', ['3:1 home', '4:2 away', '5:0 home']],
  ['minutes of 60 and more beside hours', ['1:60:00 a', '1:61:00 b', '1:62:00 c']],
  ['falling times', ['3:00 a', '2:00 b', '1:00 c']],
])('takes %s for no chapters', (_, lines) => {
  expect(read(lines)).toEqual([])
})

test('of several lists the longest counts, of equal ones the first', () => {
  expect(read(['0:00 a', '1:00 b', '2:00 c', '0:00 d', '1:00 e', '2:00 f'])).toEqual([
    '0-60 a',
    '60-120 b',
    '120- c',
  ])
  expect(read(['0:00 a', '1:00 b', '0:00 d', '1:00 e', '2:00 f'])).toEqual(['0-60 d', '60-120 e', '120- f'])
})

test('a time beyond the end is left out; when most are, they are times of something else', () => {
  expect(read(['0:00 a', '1:00 b', '2:00 c', '9:00 d'], 300_000)).toEqual(['0-60 a', '60-120 b', '120- c'])
  expect(read(['0:00 a', '1:00 b', '2:00 c', '7:00 d', '8:00 e', '9:00 f'], 180_000)).toEqual([])
})

test('any rising times of whole seconds come back as they were written', () => {
  const starts = fc.uniqueArray(fc.integer({ min: 0, max: 359_999 }), { minLength: 3, maxLength: 40 })
  fc.assert(
    fc.property(starts, fc.constantFrom(' ', ' - ', ' | ', ': '), (seconds, separator) => {
      const sorted = [...seconds].sort((a, b) => a - b)
      const lines = sorted.map((second, index) => `${formatClock(second * 1000)}${separator}Topic ${index}`)
      expect(chaptersFromNotes(lines.join('\n'), null)).toEqual(
        sorted.map((second, index) => ({
          startMs: second * 1000,
          endMs: (sorted[index + 1] ?? NaN) * 1000 || null,
          title: `Topic ${index}`,
          url: null,
        })),
      )
    }),
  )
})
