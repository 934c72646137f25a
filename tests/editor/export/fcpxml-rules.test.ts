import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { frameRateNames, frameRateOf } from '../../../src/domain/timecode.js'
import type { ExportCollection } from '../../../src/editor/export/export-format.js'
import { fcpxmlFormat } from '../../../src/editor/export/fcpxml.js'
import {
  aHostileCollection,
  anExportClip,
  anExportCollection,
  anExportDocument,
} from '../../builders/exports.js'

/**
 * FCPXML against the rules of its document type 1.10 (the file itself is Apple's and not ours to include): which elements
 * may stand where and in which order, which attributes they must and may have; and what Final Cut checks beyond it.
 */

interface Rule {
  required: string[]
  optional?: string[]
  /** Names of the children, in order, each as often as there are. */
  children: RegExp
}

const rules: Record<string, Rule> = {
  fcpxml: { required: ['version'], children: /^(import-options )?(resources )?(library )?$/ },
  resources: { required: [], children: /^((asset|effect|format|media|locator) )*$/ },
  format: { required: ['id'], optional: ['name', 'frameDuration', 'width', 'height'], children: /^$/ },
  asset: {
    required: ['id'],
    optional: [
      'name',
      'start',
      'duration',
      'hasVideo',
      'format',
      'hasAudio',
      'videoSources',
      'audioSources',
      'audioChannels',
    ],
    children: /^(media-rep )+(metadata )?$/,
  },
  'media-rep': { required: ['src'], optional: ['kind', 'suggestedFilename'], children: /^$/ },
  library: { required: [], optional: ['location'], children: /^(event )*$/ },
  event: { required: [], optional: ['name', 'uid'], children: /^(project )*$/ },
  project: { required: [], optional: ['name', 'uid', 'id', 'modDate'], children: /^sequence $/ },
  sequence: {
    required: ['format'],
    optional: ['duration', 'tcStart', 'tcFormat', 'audioLayout', 'audioRate'],
    children: /^(note )?spine (metadata )?$/,
  },
  spine: { required: [], children: /^(asset-clip )*$/ },
  'asset-clip': {
    required: ['ref'],
    optional: ['offset', 'name', 'start', 'duration', 'format', 'tcFormat', 'audioRole'],
    children: /^(note )?((marker|keyword) )*(metadata )?$/,
  },
  note: { required: [], children: /^$/ },
  marker: { required: ['start', 'value'], optional: ['duration', 'completed', 'note'], children: /^$/ },
  keyword: { required: ['value'], optional: ['start', 'duration', 'note'], children: /^$/ },
}

interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

type Ordered = Record<string, unknown>

function parse(xml: string): Element {
  expect(XMLValidator.validate(xml)).toBe(true)
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: true,
  })
  const toElements = (nodes: Ordered[]): Element[] =>
    nodes.flatMap((node) => {
      const name = Object.keys(node).find((key) => key !== ':@') ?? ''
      if (name.startsWith('#') || name.startsWith('?')) return []
      const content = node[name] as Ordered[]
      return [
        {
          name,
          attributes: (node[':@'] ?? {}) as Record<string, string>,
          children: toElements(content),
          text: content.map((each) => (typeof each['#text'] === 'string' ? each['#text'] : '')).join(''),
        },
      ]
    })
  const [root] = toElements(parser.parse(xml) as Ordered[])
  if (!root) throw new Error('There is no root')
  return root
}

const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)]
const find = (root: Element, name: string) => all(root).filter((each) => each.name === name)

function assertRules(root: Element): void {
  for (const { name, attributes, children } of all(root)) {
    const rule = rules[name]
    expect(rule, name).toBeDefined()
    const { required, optional = [], children: order } = rule as Rule
    expect(Object.keys(attributes), name).toEqual(expect.arrayContaining(required))
    expect([...required, ...optional], name).toEqual(expect.arrayContaining(Object.keys(attributes)))
    expect(children.map((child) => `${child.name} `).join(''), name).toMatch(order)
  }
  const ids = all(root).flatMap(({ attributes }) => attributes['id'] ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  for (const { attributes } of all(root))
    for (const reference of [attributes['ref'], attributes['format']])
      if (reference !== undefined) expect(ids).toContain(reference)
}

/** `1001/30000s` as frames; a time between two frames is none. */
function toFrames(time: string | undefined, frameRate: string): number {
  const { numerator, denominator } = frameRateOf(frameRate)
  const match = /^(\d+)(?:\/(\d+))?s$/.exec(time ?? '')
  const dividend = BigInt(match?.[1] ?? -1) * BigInt(numerator)
  const divisor = BigInt(match?.[2] ?? 1) * BigInt(denominator)
  expect(dividend % divisor, String(time)).toBe(0n)
  return Number(dividend / divisor)
}

function assertTimes(root: Element, frameRate: string): void {
  const frames = (element: Element | undefined, name: string) =>
    toFrames(element?.attributes[name], frameRate)
  expect(frames(find(root, 'format')[0], 'frameDuration')).toBe(1)
  let at = 0
  for (const clip of find(root, 'asset-clip')) {
    expect(frames(clip, 'offset')).toBe(at)
    at += frames(clip, 'duration')
    const end = frames(clip, 'start') + frames(clip, 'duration')
    const asset = find(root, 'asset').find(({ attributes }) => attributes['id'] === clip.attributes['ref'])
    expect(frames(asset, 'duration')).toBeGreaterThanOrEqual(end)
    for (const marker of clip.children.filter(({ name }) => name === 'marker')) {
      expect(frames(marker, 'start')).toBeGreaterThanOrEqual(frames(clip, 'start'))
      expect(frames(marker, 'start') + frames(marker, 'duration')).toBeLessThanOrEqual(end)
    }
  }
  expect(frames(find(root, 'sequence')[0], 'duration')).toBe(at)
}

const collections: Record<string, ExportCollection> = {
  'a plain collection': anExportCollection([
    anExportClip({ startMs: 12_345, endMs: 31_234, tags: ['a', 'b'], note: 'n' }),
    anExportClip({
      id: 'clip-2',
      startMs: 599_990,
      endMs: 600_700,
      document: anExportDocument({ id: 'video', mediaType: 'video/mp4', mediaUrl: null }),
    }),
  ]),
  'hostile texts': aHostileCollection(),
  'nothing at all': anExportCollection([]),
}

for (const [name, collection] of Object.entries(collections))
  test(`FCPXML of ${name} keeps the rules at every frame rate`, () => {
    for (const frameRate of frameRateNames) {
      const root = parse(fcpxmlFormat.write(collection, { frameRate, times: 'sequence' }))
      expect(root.attributes['version']).toBe('1.10')
      assertRules(root)
      assertTimes(root, frameRate)
    }
  })

test('names, speakers and notes come out of the XML as they were, in one line', () => {
  const clip = anExportClip({ title: 'A "B" & <C> ]]>', note: 'two\nlines', speaker: 'Ann <a@b>' })
  const root = parse(fcpxmlFormat.write(anExportCollection([clip]), { frameRate: '25', times: 'sequence' }))
  expect(find(root, 'marker').map(({ attributes }) => attributes)).toEqual([
    { start: '10s', duration: '1/25s', value: 'Ann <a@b>: A "B" & <C> ]]>', note: 'two lines' },
  ])
  expect(find(root, 'asset-clip')[0]?.attributes['name']).toBe('A "B" & <C> ]]>')
})
