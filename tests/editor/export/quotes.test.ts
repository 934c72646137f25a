import type { Link, Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toString } from 'mdast-util-to-string'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { quotesFormat } from '../../../src/editor/export/quotes.js'
import { showNotesFormat } from '../../../src/editor/export/show-notes.js'
import {
  aHostileCollection,
  anExportClip,
  anExportCollection,
  anExportDocument,
  aWrittenClip,
  hostileTexts,
  sequence,
} from '../../builders/exports.js'

/** Markdown, read by the parser of the unified collective. */

const parse = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

const all = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(all) : [])]
const linksOf = (root: Root) => all(root).filter((node): node is Link => node.type === 'link')

/** What one line of text shows: a control character as a space, half a pair as the sign for it. */
const shown = (text: string) =>
  text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\s\p{Cc}\u2028]+/gu, ' ')
    .trim()

test('a quotation says who, where and when, and leads to the moment', () => {
  const clip = anExportClip({
    title: 'Title',
    note: 'A note.',
    tags: ['a', 'b'],
    startMs: 754_200,
    endMs: 790_000,
    link: 'http://localhost/d/1?t=754.2',
  })
  expect(quotesFormat.write(anExportCollection([clip, aWrittenClip()], { note: 'For May.' }), sequence)).toBe(
    [
      '# Best of',
      'For May.',
      '## Title',
      '> Words as spoken.\n>\n> — **Ann**, [Title of document-1](<https://example.org/document-1>), A show, 2026-01-02, [12:34–13:10](<http://localhost/d/1?t=754.2>)',
      'A note.',
      'Tags: a, b',
      '> Words as written.\n>\n> — [Title of post-1](<https://example.org/post-1>), A show, 2026-01-02, [read](<http://localhost:8080/d/document-1?t=0>)\n',
    ].join('\n\n'),
  )
})

test('where several speak, each is quoted with their own words', () => {
  const cue = (startMs: number, speaker: string | null, text: string) => ({
    startMs,
    endMs: startMs + 1000,
    speaker,
    text,
  })
  const clip = anExportClip({
    text: 'What is the H? Hierarchical. Like a map. And who decides?',
    speaker: 'Ben *Boss*',
    cues: [
      cue(10_000, 'Ann', 'What is the H?'),
      cue(11_000, 'Ben *Boss*', 'Hierarchical.'),
      cue(12_000, null, 'Like a map.'),
      cue(13_000, 'Ann', 'And who decides?'),
    ],
  })
  expect(quotesFormat.write(anExportCollection([clip]), sequence)).toBe(
    [
      '# Best of',
      '> **Ann**: What is the H?',
      '**Ben \\*Boss\\***: Hierarchical. Like a map.',
      '**Ann**: And who decides?',
      '— [Title of document-1](<https://example.org/document-1>), A show, 2026-01-02, [0:10–0:20](<http://localhost:8080/d/document-1?t=10>)\n',
    ]
      .join('\n>\n> ')
      .replace('# Best of\n>\n> ', '# Best of\n\n'),
  )
})

test('show notes name everybody who is heard, in their order', () => {
  const cues = ['Ben', 'Ann', 'Ben'].map((speaker, at) => ({
    startMs: 10_000 + at * 1000,
    endMs: 11_000 + at * 1000,
    speaker,
    text: 'Yes.',
  }))
  const text = showNotesFormat.write(anExportCollection([anExportClip({ speaker: 'Ann', cues })]), sequence)
  expect(text).toContain('), Ben, Ann (Title of document-1')
})

test('show notes list the moments by the rough cut or by the recordings, then what to read, then sources', () => {
  const collection = anExportCollection([
    anExportClip({ title: 'First', startMs: 100_000, endMs: 165_000, link: '/d/1?t=100' }),
    aWrittenClip({ link: '/d/post-1#a' }),
    anExportClip({
      id: 'clip-2',
      title: 'Second',
      startMs: 5000,
      endMs: 9000,
      speaker: null,
      link: '/d/1?t=5',
    }),
  ])
  const text = showNotesFormat.write(collection, sequence)
  expect(text).toBe(
    [
      '# Best of',
      '## Moments',
      '- 0:00 [First](</d/1?t=100>), Ann (Title of document-1, 1:40–2:45)\n- 1:05 [Second](</d/1?t=5>) (Title of document-1, 0:05–0:09)',
      '## To read',
      '- [Words as written.](</d/post-1#a>)',
      '## Sources',
      '- [Title of document-1](<https://example.org/document-1>), A show, 2026-01-02\n- [Title of post-1](<https://example.org/post-1>), A show, 2026-01-02\n',
    ].join('\n\n'),
  )
  const bySource = showNotesFormat.write(collection, { ...sequence, times: 'source' })
  expect(bySource.match(/^- \d+:\d\d/gm)).toEqual(['- 1:40', '- 0:05'])
})

test('hostile text is shown as it is and does nothing', () => {
  const root = parse(quotesFormat.write(aHostileCollection(), sequence))
  const allowed = new Set(['root', 'heading', 'paragraph', 'blockquote', 'text', 'link', 'strong'])
  expect(all(root).filter(({ type }) => !allowed.has(type))).toEqual([])
  const quotes = root.children.filter(({ type }) => type === 'blockquote')
  expect(quotes).toHaveLength(hostileTexts.length)
  for (const [index, quote] of quotes.entries()) {
    const paragraphs = 'children' in quote ? quote.children : []
    expect(
      paragraphs
        .slice(0, -1)
        .map((each) => toString(each))
        .join(' '),
    ).toBe(shown(hostileTexts[index] ?? ''))
  }
})

test('no text becomes a link, and no link leads anywhere but to the web', () => {
  const document = anExportDocument({ url: 'javascript:alert(1)' })
  const odd = anExportDocument({ id: 'odd', url: 'https://example.org/a b>(c)' })
  const collection = anExportCollection([
    anExportClip({ document }),
    anExportClip({ id: 'clip-2', document: odd }),
  ])
  for (const { write } of [quotesFormat, showNotesFormat]) {
    const urls = linksOf(parse(write(collection, sequence))).map(({ url }) => url)
    expect(new Set(urls)).toEqual(
      new Set(['http://localhost:8080/d/document-1?t=10', 'https://example.org/a%20b%3E(c)']),
    )
  }
})
