import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLocation } from '../../ingest/fetch/open-location.js'
import { mergeDuplicates } from '../../ingest/merge-duplicates.js'
import { readSource } from '../../ingest/sources/recognize-source.js'

const blog = join(process.env.CUEPOINT_SHARED ?? '../shared', 'data/software-wrighter-blog')

test.skipIf(!existsSync(blog))(
  'the two versions of one post of a real blog are one document with two addresses, and no other two are (CUEPOINT_SHARED)',
  async () => {
    const opened = await openLocation(blog, {}, { allowPrivate: false, dataFolder: '' })
    if (opened.status === 'unchanged') throw new Error('nothing was known that could be unchanged')
    const { items } = await readSource(opened.body)
    const merged = mergeDuplicates(items).map(({ document }) => document)
    expect([items.length, merged.length]).toEqual([70, 69])
    const ofSeries = merged.filter(({ series }) => series?.title === 'Five ML Concepts')
    const parts = ofSeries.map(({ series }) => series?.part).sort((a, b) => (a ?? 0) - (b ?? 0))
    expect(parts).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    const last = ofSeries.find(({ series }) => series?.part === 30)
    expect([last?.url, ...(last?.otherUrls ?? [])].map((url) => new URL(url ?? '').pathname)).toEqual([
      '/2026/03/05/five-ml-concepts-30/',
      '/2026/03/05/five-ml-concepts-30.md/',
    ])
  },
)
