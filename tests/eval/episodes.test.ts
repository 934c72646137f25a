import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { prepareEpisode } from '../../src/eval/eval-library.js'
import { findEpisode, type NamedDocument } from '../../src/eval/find-episode.js'
import { readCorpora } from '../../src/eval/read-corpus.js'
import { toCues } from '../../src/eval/read-optech.js'

const options = { allowPrivate: false, dataFolder: '' }

async function makeCorpus(name: string, files: Record<string, string>): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'cuepoint-eval-'))
  onTestFinished(() => rm(parent, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(parent, name, path, '..'), { recursive: true })
    await writeFile(join(parent, name, path), text)
  }
  return join(parent, name)
}

const page = `---
title: A talk about trees
transcript_by: Ann
summary: Secret summary words.
---
## Heading never spoken

Ann: 00:00:00

Welcome to the talk about trees.

## Another heading

Bob: 00:01:00

Roots take up water.

Ann: 00:02:00

Leaves give it away.
`

describe('a corpus', () => {
  test('gives what is said under the title, and neither headings, summary nor chapters', async () => {
    const folder = await makeCorpus('trees', {
      'one/talk.md': page,
      'post.md': '---\ntitle: A post\n---\n\nNothing is said here, it is a post with a few words.\n',
    })
    const [episode, ...others] = await readCorpora([folder], options)
    if (!episode) throw new Error('the page was not read')
    expect(others).toEqual([])
    expect(episode.names).toEqual(['one/talk.md', 'A talk about trees'])
    const { document, passages } = prepareEpisode(episode)
    const { title, description, chapters, sections } = document
    expect({ title, description, chapters, sections }).toEqual({
      title: 'A talk about trees',
      description: '',
      chapters: [],
      sections: [],
    })
    expect(passages.map(({ text, chapter }) => [text, chapter])).toEqual([
      ['Welcome to the talk about trees. Roots take up water. Leaves give it away.', null],
    ])
  })

  test('is the same library wherever it lies', async () => {
    const folders = [
      await makeCorpus('trees', { 'talk.md': page }),
      await makeCorpus('trees', { 'talk.md': page }),
    ]
    const [first, second] = await Promise.all(folders.map((folder) => readCorpora([folder], options)))
    expect(first).toEqual(second)
  })

  test('two of one name are refused, and one in which nothing is said', async () => {
    const [first, second] = [
      await makeCorpus('trees', { 'a.md': page }),
      await makeCorpus('trees', { 'b.md': page }),
    ]
    await expect(readCorpora([first, second], options)).rejects.toThrow(
      expect.objectContaining({ code: 'EVAL_INPUT_INVALID' }) as Error,
    )
    const posts = await makeCorpus('posts', {
      'post.md': '# A post\n\nWith a sentence that nobody speaks.\n',
    })
    await expect(readCorpora([posts], options)).rejects.toThrow(/holds no episode with a transcript/)
  })

  test('sections with times are long cues of their speakers, their titles are read by nobody', async () => {
    const sections = [
      { title: '(intro)', text: '\n\n**Ann**: Welcome\nall.\n\n**Bob**: Hello.\n', start_s: 0 },
      {
        title: 'Secret title',
        text: '\nRoots [take](https://x.org) up \\_water.\n\n_A heading_\n',
        start_s: 60,
      },
    ]
    const line = JSON.stringify({ episode: 'ep-1', title: 'Recap', date: '2024-05-06', sections })
    const [episode] = await readCorpora(
      [await makeCorpus('recaps', { 'derived/episodes.jsonl': line })],
      options,
    )
    expect(episode?.names).toEqual(['ep-1'])
    expect(episode?.parts.item).toMatchObject({ title: 'Recap', publishedAt: '2024-05-06T00:00:00.000Z' })
    expect(episode?.parts.cues).toEqual([
      { startMs: 0, endMs: 60_000, speaker: 'Ann', text: 'Welcome all.' },
      { startMs: 0, endMs: 60_000, speaker: 'Bob', text: 'Hello.' },
      // Bob goes on; four words at 150 a minute
      { startMs: 60_000, endMs: 61_600, speaker: 'Bob', text: 'Roots take up _water.' },
    ])
  })
})

test('a section that was not found in the recording is said within the one before it; others are sorted by time', () => {
  const cues = toCues({
    sections: [
      { text: 'First.', start_s: 0 },
      { text: 'Later.', start_s: 90 },
      { text: 'Within later.' },
      { text: 'Between.', start_s: 30 },
    ],
  })
  expect(cues.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([
    [0, 30_000, 'First.'],
    [30_000, 90_000, 'Between.'],
    [90_000, 91_200, 'Later.'],
    [90_000, 91_200, 'Within later.'],
  ])
})

describe('the episode of a row', () => {
  const aDocument = (documentId: string, show: string, ...names: string[]): NamedDocument => ({
    documentId,
    shows: [show],
    names,
  })
  const documents = [
    aDocument('path', 'talks', 'chain/relay.md', 'Relay'),
    aDocument('stem', 'files', 'transcripts/005-relay-five.vtt', '005'),
    aDocument('guid', 'feed', 'site:/en/podcast/2025/03/04/', 'https://example.org/p/7', 'Recap 343'),
    aDocument('twin-1', 'one', 'same.vtt'),
    aDocument('twin-2', 'two', 'same.vtt'),
  ]
  test.each([
    ['its path without the ending', 'talks', 'chain/relay', 'path'],
    ['the stem of its file', 'elsewhere', '005-relay-five', 'stem'],
    ['a part of its guid', 'feed', '/en/podcast/2025/03/04/', 'guid'],
    ['a part of its title', 'feed', 'Recap 343', 'guid'],
    ['the document of its own show', 'Two', 'same', 'twin-2'],
  ])('is the one with %s', (_, show, episode, expected) => {
    expect(findEpisode({ show, episode }, documents)).toBe(expected)
  })

  test('is unknown when there is none, or when several could be meant', () => {
    expect(findEpisode({ show: 'talks', episode: 'chain/unknown' }, documents)).toBeNull()
    expect(findEpisode({ show: 'three', episode: 'same' }, documents)).toBeNull()
  })
})
