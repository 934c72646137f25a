import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../ingest/fetch/decode-text.js'
import { openLocation } from '../../../ingest/fetch/open-location.js'
import { feedFormat } from '../../../ingest/sources/feed.js'
import { recognizeSource } from '../../../ingest/sources/recognize-source.js'
import { AppError } from '../../../src/errors.js'

const fixtures = join(process.env.CUEPOINT_SHARED ?? '../shared', 'data/parser_fixtures')

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
    const opened = await openLocation(path, {}, { allowPrivate: false })
    if (opened.status === 'unchanged') throw new Error('nothing was known that could be unchanged')
    const { items, issues } = recognizeSource(opened.body).read(opened.body)
    expect(items.length).toBe(count)
    expect(issues).toEqual([])
    const incomplete = items.filter(
      ({ document }) => !document.publishedAt || !document.enclosure || !document.title,
    )
    expect(incomplete).toEqual([])
  })

  test('every feed of the feedparser collection is read or refused by name', () => {
    const root = join(fixtures, 'feedparser/tests')
    const codes = new Map<string, number>()
    for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.xml')) continue
      const text = decodeText(readFileSync(join(root, path)), null)
      let code = 'read'
      try {
        feedFormat.read({ location: 'https://x.example/feed.xml', files: [{ path, text }], isFolder: false })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        code = error.code
      }
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    expect([...codes.keys()].sort()).toEqual(['FEED_EMPTY', 'FEED_NOT_RSS', 'read'])
    expect(codes.get('read')).toBeGreaterThan(700)
  })
})
