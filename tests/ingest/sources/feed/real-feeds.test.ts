import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../../ingest/fetch/decode-text.js'
import { openLocation } from '../../../../ingest/fetch/open-location.js'
import { feedFormat } from '../../../../ingest/sources/feed/feed.js'
import { readSource } from '../../../../ingest/sources/recognize-source.js'
import type { ReadSource } from '../../../../ingest/sources/source-format.js'
import { AppError } from '../../../../src/errors.js'
import { compare, completeItems, knownDifferences, readExpectation } from './feedparser-expectations.js'

const shared = process.env.CUEPOINT_SHARED ?? '../shared'
const fixtures = join(shared, 'data/parser_fixtures')
/** For vitest, which otherwise gives up after 5 s on a busy machine; no claim about speed. */
const patienceMs = 600_000

async function readFile(path: string): Promise<ReadSource> {
  const opened = await openLocation(path, {}, { allowPrivate: false, dataFolder: '' })
  if (opened.status === 'unchanged') throw new Error('nothing was known that could be unchanged')
  return readSource(opened.body)
}

interface Fixture {
  path: string
  text: string
  contentType: string | null
}

function listFixtures(folder: string): Fixture[] {
  const root = join(fixtures, folder)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.xml'))
    .sort()
    .map((path) => {
      const bytes = readFileSync(join(root, path))
      const header = /^\s*Header:\s*Content-type:\s*(.+)$/im.exec(bytes.toString('latin1'))?.[1]
      return { path, contentType: header ?? null, text: decodeText(bytes, header ?? null) }
    })
}

/** Where the collection's own tests serve it. */
const readFixture = ({ path, contentType, text }: Fixture): ReadSource =>
  feedFormat.read({
    isFolder: false,
    location: `http://127.0.0.1:8097/${path}`,
    name: path,
    mediaType: contentType,
    text,
  })

describe.skipIf(!existsSync(fixtures))('with the collected real feeds at hand (CUEPOINT_SHARED)', () => {
  // Counted with `grep -c '<item>'`.
  test.each([
    ['1865', 61],
    ['animated-no-agenda', 20],
    ['changing-the-tide', 15],
    ['dk-podcast', 59],
    ['homegrown-hits', 4],
    ['no-agenda', 29],
    ['sentimental-garbage', 138],
    ['themnshow', 54],
  ])('%s gives all its %d items with title, date and recording, and no issue', async (name, count) => {
    const path = join(fixtures, `partytime/src/parser/__test__/fixtures/real-world/${name}.xml`)
    const { items, issues } = await readFile(path)
    expect(items.length).toBe(count)
    expect(issues).toEqual([])
    const incomplete = items.filter(
      ({ document }) => !document.publishedAt || !document.enclosure || !document.title,
    )
    expect(incomplete).toEqual([])
  })

  test('the feed of a blog gives its ten posts with headed sections', async () => {
    const { items, issues, title } = await readFile(join(shared, 'data/software-wrighter-blog/feed.xml'))
    expect([title, issues, items.map(({ document }) => document.kind)]).toEqual([
      'Software Wrighter Lab Blog',
      [],
      Array(10).fill('post'),
    ])
    const unheaded = items.filter(({ document }) => document.sections.every(({ level }) => level === 0))
    expect(unheaded.map(({ document }) => document.title)).toEqual([])
  })

  test(
    'every feed of the collections is read or refused by name; the outcomes are these',
    () => {
      const outcomes = new Map<string, number>()
      for (const folder of ['feedparser/tests', 'partytime', 'podcast_namespace'])
        for (const fixture of listFixtures(folder)) {
          let outcome: string
          try {
            const codes = new Set(readFixture(fixture).issues.map(({ code }) => code))
            outcome = ['read', ...[...codes].sort()].join(' ')
          } catch (error) {
            if (!(error instanceof AppError)) throw error
            outcome = error.code
          }
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        }
      expect(Object.fromEntries([...outcomes].sort())).toEqual({
        FEED_EMPTY: 44,
        FEED_NOT_RSS: 24,
        read: 367,
        'read FEED_EMPTY': 845,
        'read FEED_EMPTY FEED_MALFORMED': 10,
        'read FEED_ITEM_INVALID': 831,
        'read FEED_ITEM_INVALID FEED_MALFORMED': 5,
        'read FEED_MALFORMED': 1,
      })
    },
    patienceMs,
  )

  test(
    'what feedparser expects of what Cuepoint keeps agrees, but for the known differences',
    () => {
      const outcomes = new Map<string, number>()
      const different: string[] = []
      for (const fixture of listFixtures('feedparser/tests')) {
        const equations = readExpectation(fixture.text)
        const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        if (!equations) {
          count('aside: not an equation about the feed or its entries')
          continue
        }
        let read: ReadSource
        try {
          read = readFixture({ ...fixture, text: completeItems(fixture.text) })
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          equations.forEach(() => count(`aside: refused, ${error.code}`))
          continue
        }
        for (const equation of equations) {
          const comparison = compare(read, equation)
          if (comparison.outcome !== 'differs') count(comparison.outcome)
          else if (Object.hasOwn(knownDifferences, fixture.path))
            count(`differs: ${knownDifferences[fixture.path]}`)
          else different.push(`${fixture.path}: ${JSON.stringify(equation)} ${JSON.stringify(comparison)}`)
        }
      }
      expect(different).toEqual([])
      expect(Object.fromEntries([...outcomes].sort())).toEqual({
        agrees: 716,
        'aside: HTML that shows no text': 473,
        'aside: not an equation about the feed or its entries': 177,
        'aside: not kept: rights, tools, sources, comments': 169,
        'aside: of an entry, not kept': 121,
        'aside: of the feed, not kept': 230,
        'aside: refused, FEED_EMPTY': 1,
        'aside: refused, FEED_NOT_RSS': 15,
        'aside: that something is missing': 8,
        'aside: the type or language of a text, not the text': 181,
        'differs: HTML 5 has another character of this name than HTML 4': 2,
        'differs: a comment that is never closed runs to the end': 1,
        'differs: a made-up element': 2,
        'differs: a picture is no recording': 3,
        'differs: an element that the reader of HTML does not know stays in the text, or hides what it holds': 13,
        'differs: an id is a name: it is not resolved': 2,
        'differs: entities that a file declares are not expanded': 1,
        'differs: headers other than Content-Type are not looked at': 4,
        'differs: mail addresses of people are not kept': 2,
        'differs: of several dates the first counts': 2,
        'differs: text that was encoded twice is not decoded twice': 1,
        'differs: the entry has no title of its own; the fixture has one in a picture': 1,
        'differs: the label of a category is for people, its term for machines': 2,
        'differs: two entries of one id are one document': 1,
      })
    },
    patienceMs,
  )
})
