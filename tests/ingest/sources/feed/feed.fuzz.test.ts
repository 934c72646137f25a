import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { chaptersFromNotes } from '../../../../ingest/chapters-from-notes.js'
import { feedFormat } from '../../../../ingest/sources/feed/feed.js'
import { readPageSource } from '../../../../ingest/sources/read-page.js'
import type { ReadSource, TextBody } from '../../../../ingest/sources/source-format.js'
import { readTranscript } from '../../../../ingest/transcripts/read-transcript.js'
import { AppError } from '../../../../src/errors.js'

/** One seed, so that a failure is the same everywhere; the counterexample is printed. */
const seed = 20261121
/** For vitest, which otherwise gives up after 5 s on a busy machine; no claim about speed. */
const patienceMs = 3_600_000

/** `CUEPOINT_FUZZ_RUNS=100000` takes some minutes, half of it feeds, half transcripts; what was measured is printed. */
const wishedRuns = Number(process.env.CUEPOINT_FUZZ_RUNS ?? 0)
const runs =
  wishedRuns > 0
    ? {
        feeds: Math.ceil(wishedRuns / 2),
        transcripts: Math.ceil(wishedRuns / 2),
        posts: Math.ceil(wishedRuns / 50),
      }
    : { feeds: 300, transcripts: 300, posts: 100 }

const fixtures = new URL('../../../fixtures/', import.meta.url)
/** A text is mutated in its beginning: more of it would only take longer. */
const maxText = 12_000
const read = (name: string): string => readFileSync(new URL(name, fixtures), 'utf8').slice(0, maxText)
const feeds = ['odd-feed', 'podcasting-2.0-example', 'atom-blog', 'youtube-videos'].map((name) =>
  read(`feeds/${name}.xml`),
)
const posts = [read('posts/blog/2026-03-01-three-ideas.md'), read('posts/blog/2026-03-02-broken.md')]
const transcripts = readdirSync(new URL('transcripts/', fixtures), { withFileTypes: true })
  .filter((file) => file.isFile() && file.name !== 'list.json')
  .map((file) => read(`transcripts/${file.name}`))

const slowest = { ms: 0, what: '', length: 0 }
let peakBytes = 0
const outcomes = new Map<string, number>()

/** Runs it; only named errors may leave it. */
function attempt(what: string, text: string, run: () => void): void {
  const startedAt = performance.now()
  let outcome = 'read'
  try {
    run()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    outcome = error.code
  }
  const ms = performance.now() - startedAt
  if (ms > slowest.ms) Object.assign(slowest, { ms, what, length: text.length })
  outcomes.set(`${what}: ${outcome}`, (outcomes.get(`${what}: ${outcome}`) ?? 0) + 1)
  if (wishedRuns > 0) peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
}

afterAll(() => {
  if (wishedRuns > 0)
    console.log({
      slowest,
      peakMegabytes: Math.round(peakBytes / 1e6),
      outcomes: Object.fromEntries(outcomes),
    })
})

const shards = fc.constantFrom(
  ...[
    '<',
    '>',
    '</',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?',
    '?>',
    '&',
    '&#x',
    ';',
    '"',
    "'",
    '=',
    '<item>',
    '</item>',
  ],
  ...[
    '<!DOCTYPE x [',
    '<__proto__>',
    'xmlns:p=""',
    'url="',
    '\u0000',
    '\ufffe',
    '---\n',
    '{%',
    '{{',
    '|',
    '`',
    '[',
    '](',
    '\n#',
  ],
)

/** Cuts, doubles and inserts at places given in thousandths of the text. */
const mutations = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 999 }),
    length: fc.integer({ min: 0, max: 200 }),
    shard: shards,
    kind: fc.nat(2),
  }),
  { minLength: 1, maxLength: 8 },
)

function mutate(text: string, list: { at: number; length: number; shard: string; kind: number }[]): string {
  return list.reduce((current, { at, length, shard, kind }) => {
    const from = Math.floor((current.length * at) / 1000)
    const cut = current.slice(from, from + length)
    return (
      current.slice(0, from) +
      [shard, shard + cut + cut, ''][kind] +
      current.slice(kind === 2 ? from + length : from)
    )
  }, text)
}

/** What was read is whole: plain data with absolute addresses, unique guids and dates that are dates. */
function checkSource({ items }: ReadSource): void {
  expect(new Set(items.map(({ document }) => document.guid)).size).toBe(items.length)
  for (const { document, transcripts, chaptersUrl } of items) {
    expect(document.title).not.toBe('')
    const { url, otherUrls, imageUrl, enclosure, links, sections, chapters, soundbites } = document
    const linked = [...links, ...sections.flatMap((section) => section.links), ...transcripts]
    const urls = [url, ...otherUrls, imageUrl, enclosure?.url ?? null, chaptersUrl]
    for (const address of [...urls, ...linked.map((link) => link.url)])
      if (address !== null) expect(address).toMatch(/^https?:\/\//)
    if (document.publishedAt !== null)
      expect(new Date(document.publishedAt).toISOString()).toBe(document.publishedAt)
    expect(new Set(sections.map(({ anchor }) => anchor)).size).toBe(sections.length)
    for (const { startMs, endMs } of [
      ...chapters,
      ...soundbites,
      ...chaptersFromNotes(document.description, null),
    ])
      expect(Number.isSafeInteger(startMs) && startMs >= 0 && (endMs === null || endMs > startMs)).toBe(true)
  }
}

const aBody = (name: string, text: string): TextBody => ({
  isFolder: false,
  location: `https://x.example/${name}`,
  name,
  mediaType: null,
  text,
})

/** Every mutation of one of the texts. */
function fuzz(texts: readonly string[], numRuns: number, check: (text: string) => void): void {
  fc.assert(
    fc.property(fc.constantFrom(...texts), mutations, (text, list) => check(mutate(text, list))),
    { seed, numRuns },
  )
}

test(
  'a mutated feed is read or refused by name',
  () =>
    fuzz(feeds, runs.feeds, (text) =>
      attempt('feed', text, () => checkSource(feedFormat.read(aBody('feed.xml', text)))),
    ),
  patienceMs,
)

test(
  'a mutated post is read or refused by name',
  () =>
    fuzz(posts, runs.posts, (text) =>
      attempt('post', text, () => {
        const source = readPageSource(aBody('post.md', text))
        if (source) checkSource(source)
      }),
    ),
  patienceMs,
)

test(
  'a mutated transcript is read or refused by name',
  () =>
    fuzz(transcripts, runs.transcripts, (text) =>
      attempt('transcript', text, () => {
        for (const { startMs, endMs, text: spoken } of readTranscript(text, '', 'a transcript').cues) {
          expect(typeof spoken).toBe('string')
          if (startMs !== null && endMs !== null)
            expect(Number.isSafeInteger(startMs) && Number.isSafeInteger(endMs) && startMs >= 0).toBe(true)
        }
      }),
    ),
  patienceMs,
)
