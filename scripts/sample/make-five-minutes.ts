/*
 * Makes data/sample/five-minutes-on-search from the scripts beside this file: speech, video, transcripts, chapters
 * and the feed. Posts, SOURCE.md and LICENSE are written by hand and stay untouched.
 * Needs flite and ffmpeg. Run: npx tsx scripts/sample/make-five-minutes.ts
 */
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COVER_SIZE, drawCover } from './five-minutes-on-search/draw-cover.js'
import { encodeEpisode, encodeShort, rasterize } from './five-minutes-on-search/encode-media.js'
import { MakerError } from './five-minutes-on-search/maker-error.js'
import { readScript, readShow } from './five-minutes-on-search/read-script.js'
import { requireTools } from './five-minutes-on-search/run-tool.js'
import type { Script, Show } from './five-minutes-on-search/script.js'
import { speakScript } from './five-minutes-on-search/speak-script.js'
import { type MadeItem, writeFeed } from './five-minutes-on-search/write-feed.js'
import { writeChapters, writeTranscript } from './five-minutes-on-search/write-transcript.js'

const SOURCE = join(import.meta.dirname, 'five-minutes-on-search')
const TARGET = join(import.meta.dirname, '../../data/sample/five-minutes-on-search')

async function make(): Promise<void> {
  const show = await readShow(join(SOURCE, 'show.yaml'))
  await requireTools([...show.voices.values()].map(({ voice }) => voice))
  const names = (await readdir(join(SOURCE, 'scripts'))).filter((name) => name.endsWith('.yaml')).sort()
  const scripts = await Promise.all(names.map((name) => readScript(join(SOURCE, 'scripts', name), show)))
  const scratch = await mkdtemp(join(tmpdir(), 'five-minutes-'))
  try {
    for (const folder of ['audio', 'video', 'transcripts', 'chapters'])
      await mkdir(join(TARGET, folder), { recursive: true })
    await rasterize(drawCover(), scratch, join(TARGET, 'cover.png'), COVER_SIZE)
    const items: MadeItem[] = []
    for (const script of scripts) {
      const item = await makeItem(script, show, scratch)
      console.error(
        `${item.media.path}  ${(item.speech.durationMs / 1000).toFixed(1)} s  ${item.media.bytes} bytes`,
      )
      items.push(item)
    }
    await writeFile(join(TARGET, 'feed.xml'), writeFeed(show, items, 'cover.png'))
  } finally {
    await rm(scratch, { recursive: true })
  }
}

async function makeItem(script: Script, show: Show, scratch: string): Promise<MadeItem> {
  const speech = await speakScript(script, show, scratch)
  const episode = script.kind === 'episode'
  const path = episode ? `audio/${script.slug}.mp3` : `video/${script.slug}.mp4`
  const encode = episode ? encodeEpisode : encodeShort
  await encode(speech, script, show, scratch, join(TARGET, path))
  const transcriptPath = `transcripts/${script.slug}.vtt`
  const chaptersPath = `chapters/${script.slug}.json`
  await writeFile(join(TARGET, transcriptPath), writeTranscript(speech))
  await writeFile(join(TARGET, chaptersPath), writeChapters(speech, script.title, show.title))
  const { size: bytes } = await stat(join(TARGET, path))
  return {
    script,
    speech,
    media: { path, bytes, type: episode ? 'audio/mpeg' : 'video/mp4' },
    transcriptPath,
    chaptersPath,
  }
}

try {
  await make()
} catch (error) {
  if (!(error instanceof MakerError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
