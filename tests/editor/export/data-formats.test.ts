import { readFileSync } from 'node:fs'
import { parseFeed } from 'podcast-partytime'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { chaptersFormat } from '../../../src/editor/export/chapters.js'
import { csvFormat } from '../../../src/editor/export/csv.js'
import { exportFormats, findExportFormat } from '../../../src/editor/export/export-formats.js'
import { jsonFormat } from '../../../src/editor/export/json.js'
import { soundbitesFormat } from '../../../src/editor/export/soundbites.js'
import {
  aHostileCollection,
  anExportClip,
  anExportCollection,
  anExportDocument,
  aWrittenClip,
  hostileTexts,
  sequence,
} from '../../builders/exports.js'
import { readBack, testWithPython } from './read-back.js'

const repaired = (text: string) => text.replace(/\p{Cs}/gu, '\uFFFD')

test('JSON is everything as it is', () => {
  const collection = anExportCollection([anExportClip(), aWrittenClip()])
  expect(JSON.parse(jsonFormat.write(collection, sequence))).toEqual(collection)
  const hostile = JSON.parse(jsonFormat.write(aHostileCollection(), sequence)) as typeof collection
  expect(hostile.clips.map(({ text }) => text)).toEqual(hostileTexts.map(repaired))
})

testWithPython('CSV is read as its rows by another reader, strictly', () => {
  const collection = anExportCollection([
    anExportClip({
      title: 'A "title"',
      note: 'two\nlines',
      tags: ['a', 'b'],
      startMs: 12_345,
      endMs: 13_000,
    }),
    aWrittenClip(),
  ])
  const text = csvFormat.write(collection, sequence)
  expect(text.startsWith('\uFEFF"number","title"')).toBe(true)
  expect(
    text
      .slice(1)
      .replaceAll(/"(?:[^"]|"")*"/g, '')
      .replaceAll(/,|\r\n/g, ''),
  ).toBe('')
  const [header = [], ...rows] = readBack('csv', text.slice(1)) as string[][]
  expect(rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])))).toEqual([
    {
      number: '1',
      title: 'A "title"',
      text: 'Words as spoken.',
      speaker: 'Ann',
      note: 'two\nlines',
      tags: 'a, b',
      start: '00:00:12.345',
      end: '00:00:13.000',
      duration: '00:00:00.655',
      kind: 'episode',
      document: 'Title of document-1',
      source: 'A show',
      published: '2026-01-02',
      link: 'http://localhost:8080/d/document-1?t=12.345',
      page: 'https://example.org/document-1',
      media: 'https://example.org/document-1.mp3',
    },
    expect.objectContaining({
      number: '2',
      text: 'Words as written.',
      start: '',
      end: '',
      duration: '',
      media: '',
    }),
  ])
})

testWithPython('no cell of a CSV is a formula, and none is lost', () => {
  const rows = (
    readBack('csv', csvFormat.write(aHostileCollection(), sequence).slice(1)) as string[][]
  ).slice(1)
  expect(rows).toHaveLength(hostileTexts.length)
  for (const [index, row] of rows.entries()) {
    expect(row).toHaveLength(16)
    for (const cell of row) expect(cell).not.toMatch(/^[\s]*[=+\-@|%]/)
    const letters = (text: string) => text.replace(/[\s\p{Cc}\p{Cs}\u2028\uFFFD']/gu, '')
    expect(letters(row[2] ?? '')).toBe(letters(hostileTexts[index] ?? ''))
  }
})

const shows = anExportCollection([
  anExportClip({ title: 'First', startMs: 73_000, endMs: 133_500 }),
  anExportClip({
    id: 'clip-2',
    document: anExportDocument({ id: 'other', mediaUrl: 'file:///secret/x.mp3' }),
  }),
  aWrittenClip(),
  anExportClip({ id: 'clip-3', title: 'x'.repeat(500), startMs: 1234, endMs: 2345 }),
])

test('soundbites are found by a parser of the namespace, at their episode', () => {
  const items = parseFeed(soundbitesFormat.write(shows, sequence))?.items ?? []
  // The other recording is a file of this machine: without an enclosure, which that parser insists on.
  expect(items.map(({ title, podcastSoundbites }) => [title, podcastSoundbites])).toEqual([
    [
      'Title of document-1',
      [
        { duration: 60.5, startTime: 73, title: 'First' },
        { duration: 1.111, startTime: 1.234, title: `${'x'.repeat(127)}…` },
      ],
    ],
  ])
})

testWithPython('soundbites are well-formed XML in the namespace, one item for each recording', () => {
  const text = soundbitesFormat.write(shows, sequence)
  expect(text).not.toContain('secret')
  expect(text).toContain('<!-- Left out, having no times: “Words as written.” -->')
  expect(readBack('soundbites', text)).toEqual([
    {
      item: 'Title of document-1',
      soundbites: [
        { attributes: { startTime: '73', duration: '60.5' }, title: 'First' },
        { attributes: { startTime: '1.234', duration: '1.111' }, title: `${'x'.repeat(127)}…` },
      ],
    },
    {
      item: 'Title of other',
      soundbites: [{ attributes: { startTime: '10', duration: '10' }, title: 'Words as spoken.' }],
    },
  ])
  const hostile = readBack('soundbites', soundbitesFormat.write(aHostileCollection(), sequence)) as {
    soundbites: { title: string }[]
  }[]
  const titles = hostile.flatMap(({ soundbites }) => soundbites.map(({ title }) => title))
  expect(titles).toHaveLength(hostileTexts.length)
  for (const title of titles) expect(title.length).toBeLessThanOrEqual(128)
})

/** The fields of the specification, version 1.2, and no others. */
const ChaptersFile = Type.Object(
  {
    version: Type.Literal('1.2.0'),
    title: Type.Optional(Type.String()),
    description: Type.Optional(Type.String()),
    chapters: Type.Array(
      Type.Object(
        {
          startTime: Type.Number({ minimum: 0 }),
          endTime: Type.Optional(Type.Number()),
          title: Type.Optional(Type.String({ minLength: 1 })),
          url: Type.Optional(Type.String({ pattern: '^https?://' })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)

test('chapters follow the rough cut', () => {
  const file: unknown = JSON.parse(chaptersFormat.write(shows, sequence))
  expect(Value.Check(ChaptersFile, file)).toBe(true)
  expect(file).toMatchObject({
    title: 'Best of',
    description: 'Left out, having no times: “Words as written.”',
    chapters: [
      { startTime: 0, endTime: 60.5, title: 'First' },
      { startTime: 60.5, endTime: 70.5, title: 'Words as spoken.' },
      { startTime: 70.5, endTime: 71.611 },
    ],
  })
  expect(Value.Check(ChaptersFile, JSON.parse(chaptersFormat.write(aHostileCollection(), sequence)))).toBe(
    true,
  )
})

test('chapters by the recording are in its order, of one recording alone', () => {
  const source = { ...sequence, times: 'source' } as const
  const clips = [
    anExportClip({ startMs: 50_000, endMs: 51_000 }),
    anExportClip({ id: 'clip-2', link: '/d/1?t=10' }),
  ]
  expect(JSON.parse(chaptersFormat.write(anExportCollection(clips), source))).toEqual({
    version: '1.2.0',
    title: 'Best of',
    chapters: [
      { startTime: 10, endTime: 20, title: 'Words as spoken.' },
      {
        startTime: 50,
        endTime: 51,
        title: 'Words as spoken.',
        url: 'http://localhost:8080/d/document-1?t=50',
      },
    ],
  })
  expect(() => chaptersFormat.write(shows, source)).toThrow(
    expect.objectContaining({ code: 'EXPORT_TIMES_MIXED' }) as Error,
  )
})

test('every format has an ending of its own and is listed in the docs', () => {
  const extensions = exportFormats.map(({ extension }) => extension)
  expect(new Set(extensions).size).toBe(12)
  for (const extension of extensions) expect(findExportFormat(extension)?.extension).toBe(extension)
  expect(findExportFormat('exe')).toBeNull()
  const docs = readFileSync('docs/exports.md', 'utf8')
  expect(extensions.filter((extension) => !docs.includes(`\`${extension}\``))).toEqual([])
})
