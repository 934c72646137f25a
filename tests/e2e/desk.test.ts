import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserReason, skipsBrowser } from './browser.js'
import {
  addClip,
  addCollection,
  clipsOf,
  find,
  makeCollection,
  readCollection,
  tabTo,
  untilClips,
  untilSaved,
  wordsOf,
} from './editing.js'
import { Listening, pathOf } from './listening.js'
import { heardOf, paramsOf, secondsOfStart, untilHeard } from './visiting.js'

/** The desk in a real browser, over the real program and the sample's real sound: from a question to files. */

describe.skipIf(skipsBrowser)(`the desk${browserReason}`, () => {
  let library: Listening

  beforeAll(async () => {
    library = await Listening.begin()
  })
  afterAll(() => library.end())

  // Of posts there is nothing to trim.
  const q = 'what is a vector kind:episode'

  async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [file] = await Promise.all([page.waitForEvent('download'), press()])
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }

  test('by mouse: search, three clips, reorder, trim, export', async () => {
    const page = await library.open('/desk')
    const id = await makeCollection(page, 'By mouse')
    await find(page, q)
    for (const index of [0, 1, 2]) {
      await page.getByTestId('desk-add').nth(index).click()
      await untilClips(page, index + 1)
    }
    const before = await wordsOf(page)

    const [first, last] = [page.getByTestId('clip-handle').nth(0), clipsOf(page).nth(2)]
    const [from, to] = [await first.boundingBox(), await last.boundingBox()]
    if (!from || !to) throw new Error('they are to be seen')
    await page.mouse.move(from.x + 8, from.y + 16)
    await page.mouse.down()
    await page.mouse.move(from.x + 8, to.y + to.height - 4, { steps: 6 })
    await page.mouse.up()
    await untilSaved(page)
    await expect.poll(() => wordsOf(page)).toEqual([before[1], before[2], before[0]])

    await clipsOf(page).nth(0).locator('.clip-open').click()
    await page.getByTestId('handle-start').waitFor()
    const [clip] = (await readCollection(library.server, id)).clips
    const inside = page.locator('.trim-word[data-in=true]')
    const spoken = await inside.count()
    await inside.nth(2).click()
    await untilSaved(page)
    await expect.poll(() => inside.count()).toBe(spoken - 2)
    await page.getByTestId('handle-end').scrollIntoViewIfNeeded()
    const grip = await page.getByTestId('handle-end').boundingBox()
    const goal = await inside.nth((await inside.count()) - 3).boundingBox()
    if (!grip || !goal) throw new Error('they are to be seen')
    await page.mouse.move(grip.x + 6, grip.y + 10)
    await page.mouse.down()
    await page.mouse.move(goal.x + goal.width / 2, goal.y + goal.height / 2, { steps: 5 })
    await page.mouse.up()
    await untilSaved(page)
    const [trimmed] = (await readCollection(library.server, id)).clips
    expect(trimmed?.id).toBe(clip?.id)
    expect(trimmed?.startMs).toBeGreaterThan(clip?.startMs ?? Infinity)
    expect(trimmed?.endMs).toBeLessThan(clip?.endMs ?? 0)
    expect(clip?.text).toContain(trimmed?.text)

    await page.getByTestId('export-menu').click()
    const file = await download(page, () => page.getByTestId('export-csv').click())
    expect(file.name).toMatch(/\.csv$/)
    expect(file.text).toContain(trimmed?.text.slice(0, 20))
    expect(file.text.trim().split('\n').length).toBeGreaterThanOrEqual(4)
  })

  test('by keyboard alone: search, three clips, reorder, trim, undo, export', async () => {
    const page = await library.open('/desk')
    await tabTo(page, '[data-testid=new-collection], [data-testid=collections-menu]')
    // The desk opens with what this browser worked on last; this one is a new listener's.
    await page.keyboard.type('By keys')
    await page.keyboard.press('Enter')
    await page.getByTestId('collection-title').waitFor()
    await page.waitForURL((url) => url.searchParams.has('c'))
    const id = paramsOf(page)['c'] ?? ''

    await page.keyboard.press('/')
    await page.keyboard.type(q)
    await page.keyboard.press('Enter')
    await page.locator('[data-testid=desk-hits][data-stale=false] [data-testid=desk-hit]').first().waitFor()
    for (const count of [1, 2, 3]) {
      await page.keyboard.press('j')
      await page.keyboard.press('a')
      await untilClips(page, count)
    }
    const before = await wordsOf(page)

    await tabTo(page, '[data-testid=clip] .clip-open')
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByTestId('moved').filter({ hasText: 'Moved to 2 of 3.' }).waitFor({ state: 'attached' })
    await untilSaved(page)
    await expect.poll(() => wordsOf(page)).toEqual([before[1], before[0], before[2]])
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('clip-title')

    await page.getByTestId('handle-start').waitFor()
    await tabTo(page, '[data-testid=handle-start]')
    const saidAt = () => page.getByTestId('handle-start').getAttribute('aria-valuetext')
    const start = await saidAt()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Alt+ArrowRight')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-edge')))
      .toBe('start')
    await untilSaved(page)
    await expect.poll(saidAt).not.toBe(start)
    const [moved] = (await readCollection(library.server, id)).clips
    await page.keyboard.press('[')
    await untilSaved(page)
    await expect.poll(saidAt).toBe(start)
    await page.keyboard.press('Control+z')
    await untilSaved(page)
    expect((await readCollection(library.server, id)).clips[0]?.startMs).toBe(moved?.startMs)
    await page.keyboard.press('Control+Shift+Z')
    await untilSaved(page)
    await expect.poll(saidAt).toBe(start)

    await page.evaluate(() => document.getElementById('main')?.focus())
    await tabTo(page, '[data-testid=export-menu]')
    await page.keyboard.press('Enter')
    await tabTo(page, '[data-testid="export-md"]')
    const file = await download(page, () => page.keyboard.press('Enter'))
    expect(file.name).toMatch(/\.md$/)
    const { clips } = await readCollection(library.server, id)
    for (const { text } of clips) expect(file.text).toContain(text.split(' ').slice(0, 3).join(' '))
  })

  test('undo leads back to the empty collection and redo to the last clip, over a reload', async () => {
    const page = await library.open('/desk')
    await makeCollection(page, 'Undone')
    await find(page, q)
    for (const index of [0, 1]) {
      await page.getByTestId('desk-add').nth(index).click()
      await untilClips(page, index + 1)
    }
    await page.getByTestId('undo').click()
    await untilClips(page, 1)
    await page.reload()
    await page.getByTestId('clip').first().waitFor()
    await page.getByTestId('undo').click()
    await untilClips(page, 0)
    await expect.poll(() => page.getByTestId('undo').isDisabled()).toBe(true)
    await page.getByTestId('redo').click()
    await untilClips(page, 1)
    await page.getByTestId('redo').click()
    await untilClips(page, 2)
    await expect.poll(() => page.getByTestId('redo').isDisabled()).toBe(true)
  })

  test('a clip that is sent far off by typed times takes its words along, and what cannot be is told', async () => {
    const { id: documentId } = library.episode()
    const id = await addCollection(library.server, 'Typed')
    await addClip(library.server, id, { documentId, startMs: 20_000, endMs: 25_000 })
    const page = await library.open(`/desk?c=${id}`)
    await clipsOf(page).first().locator('.clip-open').click()
    const [start, end] = [page.getByTestId('trim-start'), page.getByTestId('trim-end')]
    const inside = page.locator('.trim-word[data-in=true]')
    await inside.first().waitFor()
    const clip = async () => (await readCollection(library.server, id)).clips[0]

    await start.fill('0:30')
    await start.press('Enter')
    await page.getByText('The clip ends at 0:25.000: move its end first.').waitFor()
    await page.keyboard.press('Escape')
    expect(await start.inputValue()).toBe('0:20.000')

    await end.fill('2:00')
    await end.press('Enter')
    await start.fill('1:50')
    await start.press('Enter')
    await untilSaved(page)
    expect(await clip()).toMatchObject({ startMs: 110_000, endMs: 120_000 })
    await inside.first().waitFor()
    const words = await inside.allInnerTexts()
    expect(((await clip())?.text ?? '').split(' ')).toContain(words[0]?.trim())
    await page.getByRole('button', { name: 'Start a word later' }).click()
    await untilSaved(page)
    const moved = (await clip())?.startMs ?? 0
    expect(moved).toBeGreaterThan(110_000)
    expect(moved).toBeLessThan(115_000)
  })

  test('the rough cut plays clips in order, each from its start to its end, to 0.3 s', async () => {
    const [one, two] = [library.episode(0), library.episode(1)]
    const id = await addCollection(library.server, 'Rough')
    await addClip(library.server, id, { documentId: one.id, startMs: 20_500, endMs: 22_000 })
    await addClip(library.server, id, { documentId: two.id, startMs: 31_000, endMs: 32_200 })
    const page = await library.open(`/desk?c=${id}`)
    await page.getByTestId('cut-play').click()
    await page.locator('[data-testid=clip]:nth-child(1)[data-heard=true]').waitFor()
    await page.locator('[data-testid=clip]:nth-child(2)[data-heard=true]').waitFor()
    await untilHeard(page, 'stopped', 2)
    const ends = await heardOf(page, 'stopped')
    const [end, lastEnd] = [ends[0], ends.at(-1)]
    const offBy = [
      Math.abs((await secondsOfStart(page)) - 20.5),
      Math.abs((end?.seconds ?? 0) - 22),
      Math.abs((await secondsOfStart(page, (await heardOf(page, 'playing')).length)) - 31),
      Math.abs((lastEnd?.seconds ?? 0) - 32.2),
    ]
    const lateSeconds = Math.max(end?.lateSeconds ?? 0, lastEnd?.lateSeconds ?? 0)
    const [late, ...off] = [lateSeconds, ...offBy].map((seconds) => `${Math.round(seconds * 1000)} ms`)
    console.info(`rough cut, off by ${off.join(', ')}; the page's own clock was up to ${late} late then`)
    expect(Math.max(...offBy)).toBeLessThan(0.3 + lateSeconds)
    await page.waitForFunction(() => !document.querySelector('[data-testid=clip][data-heard=true]'))
    await expect.poll(() => page.getByTestId('cut-play').innerText()).toBe('Play all')
  })

  test('a hit, and what is selected in a transcript, is added from where it stands', async () => {
    const visit = await library.visit()
    const page = await library.open(`/?kind=episode&q=${encodeURIComponent(q)}`, visit)
    await page.getByTestId('hit').first().getByTestId('add-clip').click()
    const dialog = page.getByTestId('add-dialog')
    await dialog.getByTestId('new-collection').fill('From everywhere')
    await dialog.getByTestId('new-collection').press('Enter')
    await page.getByTestId('notice').getByText('Added to “From everywhere”.').waitFor()

    await page.goto(library.server.url + pathOf(library.episode()))
    const cue = page.getByTestId('cue').nth(2)
    await cue.waitFor()
    await cue.evaluate((line) => {
      const range = document.createRange()
      range.selectNodeContents(line)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    })
    await page.getByTestId('selection-add').click()
    // The one that was used last comes first, and has the focus.
    await dialog.locator('.collection-choice:focus').filter({ hasText: 'From everywhere' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByTestId('notice').getByRole('link', { name: 'Open desk' }).click()
    await untilClips(page, 2)
    await page.waitForURL((url) => url.searchParams.has('c'))
    const id = paramsOf(page)['c'] ?? ''
    const [, clip] = (await readCollection(library.server, id)).clips
    expect(clip?.text).toMatch(/[.?!]["”’]?$/)
    expect((await cue.count()) === 0).toBe(true)
  })
})
