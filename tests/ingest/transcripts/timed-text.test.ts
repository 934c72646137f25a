import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTimedText } from '../../../ingest/transcripts/timed-text.js'
import { readTranscript, recognizesTranscript } from '../../../ingest/transcripts/read-transcript.js'

const cue = (startMs: number | null, endMs: number | null, speaker: string | null, text: string) => ({
  startMs,
  endMs,
  speaker,
  text,
})

describe('each layout gives speakers, times and texts', () => {
  const turns = [
    cue(0, 38_000, 'Ann Lee', 'Welcome to the show.'),
    cue(38_000, 70_000, 'Bob', 'Thanks for having me.'),
    cue(70_000, 70_000, 'Ann Lee', 'So let us begin.'),
  ]
  const nameless = turns.map((turn) => ({ ...turn, speaker: null }))
  test.each([
    [
      'speaker, colon, time',
      turns,
      'Ann Lee: 00:00:00\n\nWelcome to the\nshow.\n\nBob: 00:00:38\n\nThanks for having me.\n\nAnn Lee: 00:01:10\n\nSo let us begin.',
    ],
    [
      'bold speaker',
      turns,
      '**Ann Lee:** 00:00:00\n\nWelcome to the show.\n\n**Bob:** 00:00:38\n\nThanks for having me.\n\n**Ann Lee:** 00:01:10\n\nSo let us begin.',
    ],
    [
      'speaker and time in brackets',
      turns,
      'Ann Lee [0:00]: Welcome to the show.\n\nBob [0:38]: Thanks for having me.\n\nAnn Lee [1:10]: So let us begin.',
    ],
    [
      'time in round brackets',
      turns,
      'Ann Lee (00:00):\nWelcome to the show.\nBob (00:38):\nThanks for having me.\nAnn Lee (01:10):\nSo let us begin.',
    ],
    [
      'speaker without a mark',
      turns,
      'Ann Lee 0:00\nWelcome to the show.\n\nBob 0:38\nThanks for having me.\n\nAnn Lee 1:10\nSo let us begin.',
    ],
    [
      'time before the speaker',
      turns,
      '00:00:00 Ann Lee: Welcome to the show.\n00:00:38 Bob: Thanks for having me.\n00:01:10 Ann Lee: So let us begin.',
    ],
    [
      'a dash and a colon',
      turns,
      'Ann Lee – 00:00:00:\n\nWelcome to the show.\n\nBob – 00:00:38:\n\nThanks for having me.\n\nAnn Lee- 00:01:10:\n\nSo let us begin.',
    ],
    [
      'time alone, tenths of seconds',
      nameless,
      '0:00.0\n\nWelcome to the show.\n\n0:38.0\n\nThanks for having me.\n\n1:10.0\n\nSo let us begin.',
    ],
    [
      'escaped brackets',
      nameless,
      '\\[00:00\\]\n\nWelcome to the show.\n\n\\[00:38\\] Thanks for having me.\n\n\\[01:10\\]\nSo let us begin.',
    ],
    [
      'time at the start of lines',
      nameless,
      '[00:00:00] Welcome to the show.\r\n[00:00:38] Thanks for having me.\r\n[00:01:10] So let us begin.',
    ],
  ])('%s', (_, expected, text) => {
    expect(readTimedText(text)).toEqual({ cues: expected, chapters: [], issues: [], turns: 3 })
  })
})

test('what whisper prints has ends of its own, and one line is proof enough', () => {
  expect(readTimedText('[00:00:01.000 --> 00:00:04.500]   And so it goes.\n')).toEqual({
    cues: [cue(1_000, 4_500, null, 'And so it goes.')],
    chapters: [],
    issues: [],
    turns: 1,
  })
})

test.each([
  [
    'times in speech',
    'We talked.\nat 10:30 we met and it was good.\nat 10:45 we ate.\nAt 11:00 we left for home.\n',
  ],
  [
    'verses',
    Array.from(
      { length: 9 },
      (_, verse) => `3:${16 + verse} ${'and the people went to the city of the king '.repeat(3)}`,
    ).join('\n'),
  ],
  [
    'an agenda',
    '10:30 Coffee\n11:00 Welcome and introduction\n11:15 Talk about databases\n12:00 Lunch in the big hall\n13:00 Home',
  ],
  ['a list of chapters', '00:00 Intro\n02:12 What is a thing\n12:34 The other topic\n45:01 Outro'],
  [
    'a chat',
    '17:30 <ann> why is that so?\n17:41 <bob> because of the other thing\n17:48 <ann> I see\n18:01 <bob> good',
  ],
  ['two times in a text', 'It began so.\nAnn: 0:01\nHello.\nBob: 0:05\nBye.'],
  ['falling times', 'Ann: 9:00\nA\nAnn: 8:00\nB\nAnn: 7:00\nC\nAnn: 6:00\nD'],
])('no transcript: %s', (_, text) => {
  expect(readTimedText(text)).toEqual({ cues: [], chapters: [], issues: [], turns: 0 })
  expect(recognizesTranscript(text)).toBe(false)
})

test('headings are chapters at the time of what follows; one inside a turn is placed by the words before it', () => {
  const text = `---
title: 10:30
---
# The show
## Intro
Ann: 00:00:10

Hello \`you\`, see [this](https://example.org/a).
## One
### Deeper
Bob: 00:00:20

one two
## Inside

three four five six

Ann: 00:00:50

Bye.
## References
`
  expect(readTimedText(text)).toEqual({
    cues: [
      cue(10_000, 20_000, 'Ann', 'Hello you, see this.'),
      cue(20_000, 50_000, 'Bob', 'one two'),
      cue(null, null, 'Bob', 'three four five six'),
      cue(50_000, 50_000, 'Ann', 'Bye.'),
    ],
    chapters: [
      { startMs: 10_000, endMs: 20_000, title: 'Intro', url: null },
      { startMs: 20_000, endMs: 30_000, title: 'One: Deeper', url: null },
      { startMs: 30_000, endMs: null, title: 'Inside', url: null },
    ],
    issues: [],
    turns: 3,
  })
})

test('a known speaker without a time is a turn without a time, also before the first; other text there is no speech', () => {
  const text =
    'A show about things.\n\nBob: Welcome.\n\nAnn [0:10]: Hi.\n\nBob: And?\n\nAnn [0:20]: Well.\n\nBob [0:30]: Bye.'
  expect(readTimedText(text).cues).toEqual([
    cue(null, null, 'Bob', 'Welcome.'),
    cue(10_000, 20_000, 'Ann', 'Hi.'),
    cue(null, null, 'Bob', 'And?'),
    cue(20_000, 30_000, 'Ann', 'Well.'),
    cue(30_000, 30_000, 'Bob', 'Bye.'),
  ])
})

test('a time that is a slip keeps its turn in its place, and is reported', () => {
  const times = ['0:10', '0:20', '5:30', '0:40', '0:50', '1:00']
  const { cues, issues } = readTimedText(times.map((time, index) => `Ann ${time}\ntext ${index}`).join('\n'))
  expect(cues[2]).toEqual(cue(null, null, 'Ann', 'text 2'))
  expect(cues[1]).toEqual(cue(20_000, 40_000, 'Ann', 'text 1'))
  expect(issues).toEqual([
    {
      code: 'CUE_TIMES_INVALID',
      where: 'line 5',
      message: 'The time 5:30 does not lie between those around it; it is estimated from them',
    },
  ])
})

test('where each turn is one paragraph, the end of the page is not said', () => {
  const turns = Array.from({ length: 6 }, (_, index) => `0:${index + 10}.0\n\nsaid ${index}\n`).join('\n')
  const { cues } = readTimedText(`${turns}\n...\n\nCopyright of the page.\n`)
  expect(cues.at(-1)).toEqual(cue(15_000, 15_000, null, 'said 5'))
})

test('two turns are enough where the text begins with one that says who speaks', () => {
  const two =
    'Ana: 00:00:05\n\nMoss has no roots at all, it drinks through its leaves.\n\nBen: 00:00:15\n\nIt can sleep for years.'
  expect(readTimedText(two).cues.map(({ startMs, speaker }) => [startMs, speaker])).toEqual([
    [5_000, 'Ana'],
    [15_000, 'Ben'],
  ])
  expect(readTimedText(`We met twice.\n\n${two}`).cues).toEqual([])
})

const shared = join(process.env.CUEPOINT_SHARED ?? '../shared', 'data/bitcointranscripts')

describe.skipIf(!existsSync(shared))(
  'with the collected Bitcoin transcripts at hand (CUEPOINT_SHARED)',
  () => {
    // A mailing of questions with a chat, and a transcript with times only where nothing was understood.
    const untimed = [
      'austin-bitcoin-developers/2020-02-24-socratic-seminar-6.md',
      'bitcoin-explained/breaking-down-taproot-activation-options.md',
    ]

    test('all but two, which have no times, give turns in order with nearly all of their words', () => {
      const files = existsSync(shared)
        ? readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((file) =>
            /[/\\].*\.md$/u.test(file),
          )
        : []
      expect(files).toHaveLength(132)
      const none: string[] = []
      let turns = 0
      let slips = 0
      for (const file of files) {
        const text = readFileSync(join(shared, file), 'utf8')
        const read = readTimedText(text)
        if (read.turns === 0) none.push(file)
        else {
          turns += read.turns
          slips += read.issues.length
          const words = (cleaned: string) => cleaned.split(/\s+/u).length
          const body = text.replace(/^---\n[^]*?\n---\n/u, '').replace(/<!--[^]*?-->/gu, '')
          expect(
            read.cues.reduce((sum, { text: said }) => sum + words(said), 0) / words(body),
          ).toBeGreaterThan(0.85)
        }
      }
      // Counted also by a pattern of their own for the four layouts: 15,240, and one with text behind the time.
      expect(none.sort()).toEqual(untimed)
      expect({ turns, slips }).toEqual({ turns: 15_241, slips: 17 })
    })

    test('the others are read as untimed text', () => {
      for (const file of untimed) {
        const { cues } = readTranscript(readFileSync(join(shared, file), 'utf8'), 'text/plain', file)
        expect(cues.length).toBeGreaterThan(20)
        expect(cues.every(({ startMs }) => startMs === null)).toBe(true)
      }
    })
  },
)
