import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedFormat } from '../../../ingest/sources/feed.js'
import { postsFormat } from '../../../ingest/sources/posts.js'
import type { SourceFormat } from '../../../ingest/sources/source-format.js'
import { AppError } from '../../../src/errors.js'

/** One seed, so that a failure is the same everywhere; the counterexample is printed. */
const seed = 20261121
/** For vitest, which otherwise gives up after 5 s on a busy machine; no claim about speed. */
const patienceMs = 120_000

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
const feeds = [read('feeds/odd-feed.xml'), read('feeds/podcasting-2.0-example.xml').slice(0, 12_000)]
const posts = [read('posts/blog/2026-03-01-three-ideas.md'), read('posts/blog/2026-03-02-broken.md')]

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
function checkRead(format: SourceFormat, text: string): void {
  try {
    const { items } = format.read({
      location: 'https://x.example/f',
      files: [{ path: 'f.md', text }],
      isFolder: false,
    })
    expect(new Set(items.map(({ document }) => document.guid)).size).toBe(items.length)
    for (const { document, transcripts, chaptersUrl } of items) {
      expect(document.title).not.toBe('')
      const urls = [document.url, document.imageUrl, document.enclosure?.url ?? null, chaptersUrl]
      for (const url of [
        ...urls,
        ...transcripts.map(({ url }) => url),
        ...document.links.map(({ url }) => url),
      ])
        if (url !== null) expect(url).toMatch(/^https?:\/\//)
      if (document.publishedAt !== null)
        expect(new Date(document.publishedAt).toISOString()).toBe(document.publishedAt)
      expect(new Set(document.sections.map(({ anchor }) => anchor)).size).toBe(document.sections.length)
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

test(
  'a mutated feed is read or refused by name',
  () => {
    fc.assert(
      fc.property(fc.constantFrom(...feeds), mutations, (text, list) => {
        checkRead(feedFormat, mutate(text, list))
      }),
      { seed, numRuns: 300 },
    )
  },
  patienceMs,
)

test(
  'a mutated post is read or refused by name',
  () => {
    fc.assert(
      fc.property(fc.constantFrom(...posts), mutations, (text, list) => {
        checkRead(postsFormat, mutate(text, list))
      }),
      { seed, numRuns: 100 },
    )
  },
  patienceMs,
)
