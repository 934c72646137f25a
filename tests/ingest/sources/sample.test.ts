import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openLocation } from '../../../ingest/fetch/open-location.js'
import { readReference } from '../../../ingest/fetch/read-reference.js'
import { readSource } from '../../../ingest/sources/recognize-source.js'

const sample = new URL('../../../data/sample/', import.meta.url)
const { sources } = JSON.parse(readFileSync(new URL('library.json', sample), 'utf8')) as { sources: string[] }
const options = { allowPrivate: false, dataFolder: '' }

test.each(sources)(
  'the bundled %s is read without an issue, with every transcript and chapter file it names',
  async (path) => {
    const opened = await openLocation(fileURLToPath(new URL(path, sample)), {}, options)
    if (opened.status === 'unchanged') throw new Error('nothing was known that could be unchanged')
    const { items, issues } = await readSource(opened.body)
    expect(issues).toEqual([])
    expect(items.length).toBeGreaterThan(0)
    for (const { document, transcripts, chaptersUrl } of items) {
      const isWhole = document.kind === 'post' ? document.sections.length > 0 : transcripts.length > 0
      expect(isWhole, document.title).toBe(true)
      for (const url of [
        ...transcripts.map((transcript) => transcript.url),
        ...(chaptersUrl === null ? [] : [chaptersUrl]),
      ])
        expect((await readReference(url, opened.body, options)).status, url).toBe('ok')
    }
  },
)
