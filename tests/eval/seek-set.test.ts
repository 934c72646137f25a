import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { normalizeCues } from '../../ingest/normalize-cues.js'
import { splitSentences, type SpokenSentence } from '../../ingest/split-sentences.js'
import { readTranscript } from '../../ingest/transcripts/read-transcript.js'
import type { NormalizedCue } from '../../src/domain/cue.js'
import { tokenize } from '../../src/index/tokenize.js'

/** The questions of `data/eval/seek.jsonl` are held to the transcripts that answer them. Made as its README says. */

interface SeekRow {
  id: string
  query: string
  show: string
  episode: string
  start_s: number
  end_s: number
  sentence_start_s: number
  /** `reader` 2: of the second reading, whose readers saw sentences and no cues. */
  alternatives?: { start_s: number; reader?: number }[]
  kind: string
  lang: string
  scope: string
  precision: string
  overlap: number
  split: string
}

/** Longer stretches answer anything that was said near by. */
const maxSpanSeconds = 60
/** What a question may share with the speech, word for word and in a row: names of things do. */
const maxSharedWords = 4
/** Marks are kept to a tenth of a second. */
const roundingMs = 50
/** A sentence inside a cue is placed by the share of the text before it, by whoever places it. */
const placingMs = 1_000

const talkPython = join(process.env.CUEPOINT_SHARED ?? '../shared', 'data/talk-python/transcripts')
const ownShow = 'data/sample/five-minutes-on-search/transcripts'

const rows = (await readFile('data/eval/seek.jsonl', 'utf8'))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SeekRow)
const ofShow = (show: string) => rows.filter((row) => row.show === show)

interface Spoken {
  cues: NormalizedCue[]
  sentences: SpokenSentence[]
}

async function readEpisode(folder: string, episode: string): Promise<Spoken> {
  const path = join(folder, `${episode}.vtt`)
  const read = readTranscript(await readFile(path, 'utf8'), 'text/vtt', path)
  const { cues } = normalizeCues(read.cues, { durationMs: null })
  return { cues, sentences: splitSentences(cues.map((cue) => ({ ...cue, ad: false, adReason: null }))) }
}

/** Each row with what is said in its episode, which is read once. */
async function withSpeech(folder: string, chosen: readonly SeekRow[]): Promise<[SeekRow, Spoken][]> {
  const episodes = new Map<string, Spoken>()
  for (const episode of new Set(chosen.map((row) => row.episode)))
    episodes.set(episode, await readEpisode(folder, episode))
  return chosen.map((row) => [row, episodes.get(row.episode) ?? { cues: [], sentences: [] }])
}

const markedSeconds = (row: SeekRow): number[] => [
  row.sentence_start_s,
  ...(row.alternatives ?? []).map(({ start_s }) => start_s),
]

const secondsOf = ({ start_s }: { start_s: number }): number => start_s

const startsNear = (spoken: readonly { startMs: number | null }[], seconds: number, withinMs: number) =>
  spoken.some(({ startMs }) => startMs !== null && Math.abs(startMs - seconds * 1000) <= withinMs)

/** Rows that name a time after the last word of their episode. */
const beyondTheEnd = (spoken: readonly [SeekRow, Spoken][]) =>
  spoken
    .filter(
      ([row, { cues }]) => Math.max(row.end_s, ...markedSeconds(row)) * 1000 > (cues.at(-1)?.endMs ?? 0),
    )
    .map(([row]) => row.query)

test('there are at least a hundred questions on talk-python and fifty on the show of the sample', () => {
  expect(new Set(rows.map(({ show }) => show))).toEqual(new Set(['talk-python', 'five-minutes-on-search']))
  expect(ofShow('talk-python').length).toBeGreaterThanOrEqual(100)
  expect(ofShow('five-minutes-on-search').length).toBeGreaterThanOrEqual(50)
})

test('an id is the hash of its question and episode, and no two are the same', () => {
  const idOf = ({ query, episode }: SeekRow) =>
    createHash('sha256').update(`${query}\n${episode}`).digest('hex').slice(0, 10)
  expect(rows.map(({ id }) => id)).toEqual(rows.map(idOf))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
})

test('a question has 5 to 15 words and does not point at the episode that it should find', () => {
  const odd = rows.filter(({ query }) => {
    const words = query.split(' ').length
    return words < 5 || words > 15 || /this (?:episode|show|podcast)/i.test(query)
  })
  expect(odd.map(({ query }) => query)).toEqual([])
})

test('the sentence begins inside the stretch that answers, which is a minute at most', () => {
  const odd = rows.filter(
    ({ start_s, sentence_start_s, end_s }) =>
      !(start_s <= sentence_start_s && sentence_start_s < end_s && end_s - start_s <= maxSpanSeconds),
  )
  expect(odd.map(({ query }) => query)).toEqual([])
})

test('every second episode of a show is for development, the others for the test', () => {
  const expected = rows.map(({ show, episode }) => {
    const episodes = [...new Set(ofShow(show).map((row) => row.episode))].sort()
    return episodes.indexOf(episode) % 2 === 0 ? 'dev' : 'test'
  })
  expect(rows.map(({ split }) => split)).toEqual(expected)
})

test('on the show of the sample the first reader’s marks are cues, the second’s sentences, and the stretch ends with a cue', async () => {
  const spoken = await withSpeech(ownShow, ofShow('five-minutes-on-search'))
  const beginsWith = (parts: readonly { startMs: number | null }[], seconds: number) =>
    parts.some(({ startMs }) => startMs === Math.round(seconds * 1000))
  const odd = spoken.filter(([row, { cues, sentences }]) => {
    const others = row.alternatives ?? []
    const first = [row.start_s, row.sentence_start_s, ...others.filter((each) => !each.reader).map(secondsOf)]
    return (
      !first.every((seconds) => beginsWith(cues, seconds)) ||
      !others.every((each) => beginsWith(sentences, each.start_s)) ||
      !cues.some((cue) => cue.endMs === Math.round(row.end_s * 1000))
    )
  })
  expect(odd.map(([row]) => row.query)).toEqual([])
  expect(beyondTheEnd(spoken)).toEqual([])
})

const hasTalkPython = existsSync(talkPython)

test.skipIf(!hasTalkPython)(
  'on talk-python a sentence begins where one is marked, and most of them begin a cue (CUEPOINT_SHARED)',
  async () => {
    const spoken = await withSpeech(talkPython, ofShow('talk-python'))
    const onCues = spoken.filter(([{ precision }]) => precision === 'cue-start')
    const offCue = onCues.filter(([row, { cues }]) => !startsNear(cues, row.sentence_start_s, roundingMs))
    expect(offCue.map(([row]) => row.query)).toEqual([])
    const offSentence = spoken.filter(
      ([row, { sentences }]) =>
        !markedSeconds(row).every((seconds) => startsNear(sentences, seconds, placingMs)),
    )
    expect(offSentence.map(([row]) => row.query)).toEqual([])
    expect(beyondTheEnd(spoken)).toEqual([])
  },
)

test.skipIf(!hasTalkPython)(
  'no question on talk-python holds more of its transcript than names, word for word (CUEPOINT_SHARED)',
  async () => {
    const wordsOf = (text: string) => tokenize(text).map(({ token }) => token)
    const quoting = (await withSpeech(talkPython, ofShow('talk-python'))).filter(([{ query }, { cues }]) => {
      const said = ` ${wordsOf(cues.map(({ text }) => text).join(' ')).join(' ')} `
      const asked = wordsOf(query)
      return asked.some((_, at) => {
        const run = asked.slice(at, at + maxSharedWords + 1)
        return run.length > maxSharedWords && said.includes(` ${run.join(' ')} `)
      })
    })
    expect(quoting.map(([{ query }]) => query)).toEqual([])
  },
)
