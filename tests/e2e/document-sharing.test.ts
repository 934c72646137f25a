import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentResponse } from '../../src/api/schemas/document.js'
import { browserReason, skipsBrowser } from './browser.js'
import { media, secondsOf, untilAt } from './listening.js'
import { clipboardOf, currentLine, currentSelector, Reading, selectLines } from './reading.js'
import { paramsOf } from './visiting.js'

/** What is copied and shared from the page of a document, and where it leads. */

describe.skipIf(skipsBrowser)(`places to share${browserReason}`, () => {
  let library: Reading
  let episode: DocumentResponse

  beforeAll(async () => {
    library = await Reading.begin()
    episode = library.titled('HNSW')
  })
  afterAll(() => library.end())

  test('what is shared at a time opens at that time', async () => {
    const visit = await library.visit()
    const page = await library.open(`/d/${episode.id}?t=61.3`, visit)
    await untilAt(page, 61.3)
    const line = await currentLine(page).innerText()
    await page.getByTestId('share').click()
    await page.getByText('Link to 1:01 copied.').waitFor()
    const shared = await clipboardOf(page)
    expect(shared).toBe(`${library.server.url}/d/${episode.id}?t=61.3`)
    const opened = await library.open(shared, visit)
    await untilAt(opened, 61.3)
    await opened.waitForSelector(currentSelector)
    expect(await currentLine(opened).innerText()).toBe(line)
  })

  test('a device that shares is asked to, with the same address', async () => {
    const visit = await library.visit()
    await visit.addInitScript(() => {
      navigator.share = (data) => {
        window.name = JSON.stringify(data)
        return Promise.resolve()
      }
    })
    const page = await library.open(`/d/${episode.id}?t=30`, visit)
    await untilAt(page, 30)
    await page.keyboard.press('s')
    await page.getByText('Link to 0:30 shared.').waitFor()
    expect(JSON.parse(await page.evaluate(() => window.name))).toEqual({
      title: episode.title,
      url: `${library.server.url}/d/${episode.id}?t=30`,
    })
  })

  test('selected lines are copied with their time and shared as a clip, which plays and stops', async () => {
    const cues = await library.cuesOf(episode)
    const [first, last] = [cues[7], cues[8]]
    if (!first || !last) throw new Error('too short')
    const visit = await library.visit()
    const page = await library.open(`/d/${episode.id}`, visit)
    await page.getByTestId('cue').nth(8).waitFor()
    await selectLines(page, 7, 8)
    const toolbar = page.getByTestId('selection-toolbar')
    await toolbar.waitFor()
    const url = `${library.server.url}/d/${episode.id}?t=${first.startMs / 1000}&end=${last.endMs / 1000}`

    await toolbar.getByRole('button', { name: 'Copy with time' }).click()
    await page.getByText(/^Copied with its time/).waitFor()
    const [quote, from, link] = (await clipboardOf(page)).split('\n')
    expect([quote, link]).toEqual([`“${first.text} ${last.text}”`, url])
    expect(from).toMatch(
      /^HNSW: finding neighbours without asking everyone, Five Minutes on Search, 0:\d\d–\d:\d\d$/,
    )

    await toolbar.getByRole('button', { name: 'Share clip' }).click()
    await page.getByText(/^Clip link to .* copied\.$/).waitFor()
    expect(await clipboardOf(page)).toBe(url)

    const opened = await library.open(url, visit)
    await untilAt(opened, first.startMs / 1000)
    expect(await opened.locator('[data-testid=cue][data-clip]').allInnerTexts()).toEqual([
      first.text,
      last.text,
    ])
    await opened.$eval(media, (element, to) => ((element as HTMLMediaElement).defaultPlaybackRate = to), 1)
    await opened.getByTestId('document-play').click()
    // The page has no time to look at the end when it comes.
    await opened.waitForFunction(
      ([selector, end]) => {
        const element = document.querySelector<HTMLMediaElement>(String(selector))
        if (!element || element.currentTime < Number(end) - 0.5) return false
        for (const until = Date.now() + 1500; Date.now() < until;);
        return true
      },
      [media, last.endMs / 1000],
    )
    await opened.waitForFunction(
      ([selector, end]) => {
        const element = document.querySelector<HTMLMediaElement>(String(selector))
        return element?.paused === true && element.currentTime > Number(end) - 0.1
      },
      [media, last.endMs / 1000],
    )
    await expect.poll(() => secondsOf(opened)).toBeCloseTo(last.endMs / 1000, 1)
    await opened.getByRole('button', { name: 'Hear the whole' }).click()
    await opened.locator('[data-clip]').first().waitFor({ state: 'detached' })
    await expect.poll(() => paramsOf(opened)).not.toHaveProperty('end')
  })
})
