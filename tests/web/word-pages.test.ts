import { expect, test } from 'vitest'
import { cutWordPages, findCue, findPage, type TimedCue } from '../../web/embed/word-pages.js'

const cue = (startMs: number, text: string, speaker: string | null = null): TimedCue => ({
  startMs,
  endMs: startMs + 1000,
  speaker,
  text,
})
const texts = (cues: readonly TimedCue[], fromMs = 0, toMs = Infinity) =>
  cutWordPages(cues, fromMs, toMs).map((page) => page.cues.map(({ text }) => text))

test('a page takes whole cues until it is full, a longer one by itself', () => {
  const [half, long] = ['h'.repeat(120), 'l'.repeat(900)]
  const cues = [half, half, 'next', long, 'last'].map((text, index) => cue(index * 1000, text))
  expect(texts(cues)).toEqual([[half, half], ['next'], [long], ['last']])
})

test('another speaker gets another page', () => {
  const cues = [cue(0, 'a', 'Ada'), cue(1000, 'b', 'Ada'), cue(2000, 'c', 'Bo'), cue(3000, 'd', null)]
  expect(cutWordPages(cues, 0, Infinity)).toEqual([
    { startMs: 0, speaker: 'Ada', cues: cues.slice(0, 2) },
    { startMs: 2000, speaker: 'Bo', cues: cues.slice(2, 3) },
    { startMs: 3000, speaker: null, cues: cues.slice(3) },
  ])
})

test('of a stretch only what is spoken in it', () => {
  const cues = [cue(0, 'before'), cue(1000, 'in'), cue(2000, 'too'), cue(3000, 'after')]
  expect(texts(cues, 1000, 3000)).toEqual([['in', 'too']])
  expect(texts(cues, 1500, 1600)).toEqual([['in']])
  expect(texts([], 0, 1000)).toEqual([])
})

test('the page and the cue of a time are the last that have begun', () => {
  const cues = [cue(1000, 'a', 'Ada'), cue(2000, 'b', 'Ada'), cue(5000, 'c', 'Bo')]
  const pages = cutWordPages(cues, 0, Infinity)
  expect([0, 1000, 4999, 5000, 9e9].map((ms) => findPage(pages, ms)?.speaker)).toEqual([
    'Ada',
    'Ada',
    'Ada',
    'Bo',
    'Bo',
  ])
  const first = pages[0]
  expect(first && [0, 1000, 1999, 2000, 9000].map((ms) => findCue(first, ms)?.text)).toEqual([
    undefined,
    'a',
    'a',
    'b',
    'b',
  ])
  expect(findPage([], 0)).toBeNull()
})
