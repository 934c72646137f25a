import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { SourceListResponse } from '../../src/api/schemas/source.js'
import { findFaults, looks } from './accessibility.js'
import { browserReason, skipsBrowser } from './browser.js'
import {
  addClip,
  addCollection,
  clipsOf,
  readCollection,
  untilClips,
  untilSaved,
  wordsOf,
} from './editing.js'
import { Listening } from './listening.js'
import { cli } from './running-server.js'

/** The desk in a real browser: nothing is lost, by other windows, reloads, a killed server or a removed source. */

describe.skipIf(skipsBrowser)(`the desk keeps what is done${browserReason}`, () => {
  let library: Listening

  beforeAll(async () => {
    library = await Listening.begin()
  })
  afterAll(() => library.end())

  async function aCollection(title: string, clips: number): Promise<string> {
    const id = await addCollection(library.server, title)
    for (let index = 0; index < clips; index++)
      await addClip(library.server, id, {
        documentId: library.episode(index % 2).id,
        startMs: 10_000 + index * 9000,
        endMs: 17_000 + index * 9000,
        title: `Clip ${index + 1}`,
      })
    return id
  }

  async function openDesk(id: string, count: number, options?: BrowserContextOptions): Promise<Page> {
    const page = await library.open(`/desk?c=${id}`, await library.visit(options))
    await untilClips(page, count)
    return page
  }

  async function moveDown(page: Page, index: number): Promise<void> {
    await page.getByTestId('clip-menu').nth(index).click()
    await page.getByRole('button', { name: 'Move down' }).click()
  }

  test('two windows: who is slower is asked, and nothing is written over before', async () => {
    const id = await aCollection('Two windows', 3)
    const [mine, theirs] = [await openDesk(id, 3), await openDesk(id, 3)]
    await theirs.getByTestId('collection-title').fill('Their title')
    await theirs.getByTestId('collection-title').blur()
    await untilSaved(theirs)

    await moveDown(mine, 0)
    const conflict = mine.getByTestId('conflict')
    await conflict.waitFor()
    await conflict.getByText('Changed in another window').waitFor()
    expect(await conflict.innerText()).toContain('the order of the clips')
    await expect.poll(() => mine.getByTestId('collection-title').inputValue()).toBe('Their title')
    await expect.poll(() => wordsOf(mine)).toEqual(['Clip 1', 'Clip 2', 'Clip 3'])
    expect((await readCollection(library.server, id)).clips.map(({ title }) => title)).toEqual(
      await wordsOf(mine),
    )

    await conflict.getByRole('button', { name: 'Apply mine again' }).click()
    await conflict.waitFor({ state: 'detached' })
    await untilSaved(mine)
    const merged = await readCollection(library.server, id)
    expect([merged.title, ...merged.clips.map(({ title }) => title)]).toEqual([
      'Their title',
      'Clip 2',
      'Clip 1',
      'Clip 3',
    ])

    await moveDown(theirs, 1)
    await theirs.getByTestId('conflict').getByRole('button', { name: 'Keep theirs' }).click()
    await untilSaved(theirs)
    await expect.poll(() => wordsOf(theirs)).toEqual(['Clip 2', 'Clip 1', 'Clip 3'])
    expect((await readCollection(library.server, id)).version).toBe(merged.version)
  })

  test('two windows of one browser follow each other', async () => {
    const id = await aCollection('One browser', 2)
    const visit = await library.visit()
    const [one, two] = [
      await library.open(`/desk?c=${id}`, visit),
      await library.open(`/desk?c=${id}`, visit),
    ]
    await untilClips(one, 2)
    await untilClips(two, 2)
    await moveDown(one, 0)
    await two.waitForFunction(() => document.querySelector('.clip-open')?.textContent === 'Clip 2')
    await moveDown(two, 0)
    await one.waitForFunction(() => document.querySelector('.clip-open')?.textContent === 'Clip 1')
    expect(await one.getByTestId('conflict').count()).toBe(0)
  })

  test('a reload in the middle of a word loses none of it, nor what was done just before', async () => {
    const id = await aCollection('Reloaded', 3)
    const page = await openDesk(id, 3)
    await moveDown(page, 0)
    await page.getByLabel('Note').first().pressSequentially('For the spring issue')
    await page.reload()
    await untilClips(page, 3)
    expect(await page.getByLabel('Note').first().inputValue()).toBe('For the spring issue')
    await expect.poll(() => wordsOf(page)).toEqual(['Clip 2', 'Clip 1', 'Clip 3'])
    expect(await page.getByTestId('conflict').count()).toBe(0)
    const { note, clips } = await readCollection(library.server, id)
    expect([note, clips[0]?.title]).toEqual(['For the spring issue', 'Clip 2'])
  })

  for (const [look, options] of looks)
    test(`it has no serious accessibility fault and does not scroll sideways (${look})`, async () => {
      const id = await aCollection(`Seen on a ${look}`, 3)
      const { clips } = await readCollection(library.server, id)
      const visit = await library.visit(options)
      for (const path of ['/desk', `/desk?c=${id}`, `/desk?c=${id}&clip=${clips[1]?.id}&q=vector`]) {
        const page = await library.open(path, visit)
        await page.waitForLoadState('networkidle')
        for (const pane of look === 'phone' ? ['Find', 'Collection', 'Clip'] : ['']) {
          if (pane !== '') await page.getByRole('button', { name: pane, exact: true }).click()
          expect([path, pane, await findFaults(page)]).toEqual([path, pane, []])
        }
        await page.close()
      }
    })

  test('killed at any moment the server has all that was saved, and takes the rest when it is back', async () => {
    const { dataFolder, process: first, url } = library.server
    const id = await aCollection('Killed', 3)
    const page = await openDesk(id, 3)
    await moveDown(page, 0)
    await untilSaved(page)
    first.kill('SIGKILL')
    await once(first, 'exit')
    await moveDown(page, 1)
    await page.locator('[data-testid=save-line][data-save=failed]').waitFor()
    await expect.poll(() => wordsOf(page)).toEqual(['Clip 2', 'Clip 3', 'Clip 1'])

    const again = await serveAt(dataFolder, new URL(url).port)
    onTestFinished(() => void again.kill('SIGKILL'))
    // By itself, or at once by its button. It was made for the version that had the first move.
    await untilSaved(page)
    expect(await page.getByTestId('conflict').count()).toBe(0)
    const { version, clips } = await readCollection(library.server, id)
    expect([version, ...clips.map(({ title }) => title)]).toEqual([6, 'Clip 2', 'Clip 3', 'Clip 1'])

    // Its documents go; what was taken from them stays.
    const { sources } = await library.server.json<SourceListResponse>('/api/v1/sources')
    for (const source of sources) await fetch(`${url}/api/v1/sources/${source.id}`, { method: 'DELETE' })
    await page.reload()
    await untilClips(page, 3)
    await page.getByText('Its document is gone: words and times are kept.').first().waitFor()
    await clipsOf(page).nth(0).locator('.clip-open').click()
    await page.getByText('cannot be trimmed').waitFor()
    await page.getByTestId('clip-title-field').fill('Kept')
    await page.getByTestId('clip-title-field').blur()
    await untilSaved(page)
    expect((await readCollection(library.server, id)).clips[0]).toMatchObject({
      title: 'Kept',
      orphaned: true,
    })
    expect(await findFaults(page)).toEqual([])
  })
})

/** The program over the same data, at the address that the page knows. */
async function serveAt(dataFolder: string, port: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, [cli, 'serve', '--no-sample'], {
    env: { ...process.env, CUEPOINT_DATA: dataFolder, CUEPOINT_PORT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(server.stdout)) if (line.includes('http://')) return server
  throw new Error('the server ended')
}
