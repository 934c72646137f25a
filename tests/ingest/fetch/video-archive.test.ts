import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeVideoArchive } from '../../../ingest/fetch/video-archive.js'

/** The lines that are written for the files of a folder. */
async function archiveOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const text = await readFile(await writeVideoArchive(folder), 'utf8')
  return text.split('\n').filter((line) => line !== '')
}

/** As it is after a first and only look on the fifteenth day. */
const settled = {
  id: 'v1',
  description: 'One',
  subtitles: {},
  extractor_key: 'Youtube',
  upload_date: '20260301',
  epoch: Date.parse('2026-03-15') / 1000,
}
/** With the spaces that yt-dlp writes. */
const infoOf = (fields: object) =>
  JSON.stringify({ ...settled, ...fields }, null, 1)
    .replaceAll('\n', '')
    .replaceAll('{ ', '{')
const lines = (fields: object) => archiveOf({ 'v1.info.json': infoOf(fields) })

test('a video that was looked at when it was 14 days old is settled, whatever the time now', async () => {
  expect(await lines({})).toEqual(['youtube v1'])
  expect(await lines({ epoch: settled.epoch - 1 })).toEqual([])
  expect(await lines({ epoch: Date.parse('2026-03-02') / 1000 })).toEqual([])
})

test('without the time of the look it is settled by its age', async () => {
  const day = (daysAgo: number) =>
    new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  expect(await lines({ epoch: undefined, upload_date: day(15) })).toEqual(['youtube v1'])
  expect(await lines({ epoch: undefined, upload_date: day(13) })).toEqual([])
})

test('what runs, lacks a field or has a day that is none is not settled', async () => {
  expect(await lines({ live_status: 'is_live' })).toEqual([])
  expect(await lines({ live_status: 'was_live' })).toEqual(['youtube v1'])
  for (const field of ['id', 'extractor_key', 'upload_date'])
    expect([field, await lines({ [field]: undefined })]).toEqual([field, []])
  expect(await lines({ upload_date: '20261399' })).toEqual([])
})

test('captions that did not come are asked for again', async () => {
  const info = infoOf({ automatic_captions: { en: [{ ext: 'vtt' }] } })
  expect(await archiveOf({ 'v1.info.json': info })).toEqual([])
  expect(await archiveOf({ 'v1.info.json': info, 'v1.en.json3': '{}' })).toEqual(['youtube v1'])
  expect(await archiveOf({ 'v1.info.json': info, 'v12.en.json3': '{}' })).toEqual([])
  expect(await lines({ subtitles: { live_chat: [{ ext: 'json' }] } })).toEqual(['youtube v1'])
})

test('nothing that a description says is taken for a field', async () => {
  const forged = '"id": "v9", "upload_date": "20260401" "live_status": "is_live" "epoch\\": 1'
  expect(await lines({ description: forged })).toEqual(['youtube v1'])
})

test('the list follows the files: one that is removed is not in it any more', async () => {
  expect(await archiveOf({ '.archive.txt': 'youtube gone\n', 'notes.json': infoOf({}) })).toEqual([])
})
