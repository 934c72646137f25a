import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserReason, openBrowser, skipsBrowser } from './browser.js'
import { untilAt } from './listening.js'
import { longTalk, writeLongTalk } from './long-transcript.js'
import { measureSlowness } from './machine-speed.js'
import { measureTasks, type MeasuredTasks } from './measure-tasks.js'
import { currentLine, isInSight } from './reading.js'
import { aDataFolder, startServer, type RunningServer } from './running-server.js'
import { newQuietVisit, untilScrolled } from './visiting.js'

/**
 * Three hours of talk, 30,000 words, on the real page. Times are those that the page itself computed for: what other
 * programs take of the machine is not counted, and a slower machine may take as much longer as it is slower.
 */

/** What is felt as a stutter. */
const maxTaskMs = 50
/** From the press that opens the page to its text. */
const maxOpenMs = 300

describe.skipIf(skipsBrowser)(`a talk of three hours${browserReason}`, () => {
  let server: RunningServer
  let browser: Browser
  let remove: () => Promise<void>
  let path: string

  beforeAll(async () => {
    const data = await aDataFolder()
    remove = data.remove
    const talk = join(data.folder, 'talk')
    await mkdir(talk)
    await writeLongTalk(talk)
    server = await startServer(data.folder, '--no-sample')
    await server.post('/api/v1/sources', { location: talk })
    await server.untilIdle()
    const { documents } = await server.json<{ documents: { id: string }[] }>('/api/v1/documents')
    path = `/d/${documents[0]?.id}`
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    await remove()
  })

  function tellSlowness(what: string): number {
    const slowness = measureSlowness()
    console.log(`${what}, on a machine ${slowness.toFixed(2)} times as slow`)
    return slowness
  }

  /** What other programs do can only make a measurement longer, and not each time: the least of several is the page's own. */
  async function leastOf(times: number, measure: () => Promise<MeasuredTasks>): Promise<MeasuredTasks> {
    const measured: MeasuredTasks[] = []
    while (measured.length < times) measured.push(await measure())
    return {
      totalMs: Math.min(...measured.map(({ totalMs }) => totalMs)),
      longestMs: Math.min(...measured.map(({ longestMs }) => longestMs)),
    }
  }

  /** On the library page, the document one press away. */
  async function beforeIt(viewport: { width: number; height: number }): Promise<Page> {
    const visit = await newQuietVisit(browser, { viewport })
    const page = await visit.newPage()
    await page.goto(`${server.url}/library`)
    await page.waitForLoadState('networkidle')
    return page
  }

  /** Until its text is painted. */
  const openIt = (page: Page, query: string) =>
    page.evaluate(async (href) => {
      const link = document.createElement('a')
      link.href = href
      document.getElementById('app')?.append(link)
      link.click()
      while (!document.querySelector('[data-testid=cue]')) await new Promise((next) => setTimeout(next))
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
      link.remove()
    }, path + query)

  const untilWhole = (page: Page) =>
    page.waitForFunction(
      (count) => document.querySelectorAll('[data-testid=cue]').length === count,
      longTalk.cues,
    )

  for (const [name, viewport] of [
    ['phone', { width: 390, height: 844 }],
    ['desk', { width: 1440, height: 900 }],
  ] as const) {
    test(`opens in ${maxOpenMs} ms, in its middle too, and is whole soon after (${name})`, async () => {
      for (const query of ['', '?t=5400']) {
        const { totalMs, longestMs } = await leastOf(3, async () => {
          const page = await beforeIt(viewport)
          const tasks = await measureTasks(browser, page, () => openIt(page, query))
          await untilWhole(page)
          const slowness = tellSlowness(
            `opening${query} on a ${name}: ${tasks.totalMs} ms of work, ${tasks.longestMs} in one task`,
          )
          await page.context().close()
          return { totalMs: tasks.totalMs / slowness, longestMs: tasks.longestMs / slowness }
        })
        expect(totalMs).toBeLessThan(maxOpenMs)
        expect(longestMs).toBeLessThan(maxTaskMs)
      }
    })

    test(`no task is longer than ${maxTaskMs} ms while all of it is scrolled through (${name})`, async () => {
      const page = await beforeIt(viewport)
      await openIt(page, '')
      const { longestMs } = await measureTasks(browser, page, () =>
        page.evaluate(async () => {
          while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
            scrollBy(0, innerHeight * 0.8)
            await new Promise((next) => requestAnimationFrame(next))
          }
        }),
      )
      const slowness = tellSlowness(`scrolling on a ${name}: the longest task ${longestMs} ms`)
      expect(longestMs / slowness).toBeLessThan(maxTaskMs)
    })
  }

  test('what is far away is found at once, by the page and by the browser, and gone to', async () => {
    const page = await beforeIt({ width: 1440, height: 900 })
    await openIt(page, '')
    const { longestMs } = await measureTasks(browser, page, () =>
      page.getByTestId('find-field').pressSequentially('lightning'),
    )
    expect(longestMs / tellSlowness(`finding: the longest task ${longestMs} ms`)).toBeLessThan(maxTaskMs)
    await page.getByTestId('find-field').press('Shift+Enter')
    await expect.poll(() => page.getByTestId('find-count').innerText()).toMatch(/^(\d+) of \1$/)
    const findLine = async () =>
      Number(
        await page.evaluate(() => {
          const [range] = CSS.highlights.get('find-current') ?? []
          return range?.startContainer.parentElement?.closest('[data-index]')?.getAttribute('data-index')
        }),
      )
    await expect.poll(findLine).toBeGreaterThan(longTalk.cues - 100)
    const line = await findLine()
    await expect.poll(() => isInSight(page, `[data-index="${line}"]`)).toBe(true)
    await untilWhole(page)
    expect(
      await page.evaluate(() => (document.querySelector('.transcript') as HTMLElement).innerText),
    ).toMatch(/lightning/)
  })

  test('in its middle the line being spoken is in sight, and coming back finds the same place', async () => {
    const page = await beforeIt({ width: 390, height: 844 })
    await openIt(page, '?t=5400')
    await untilAt(page, 5400)
    await expect.poll(() => currentLine(page).getAttribute('data-start-ms')).toBe(String(5_400_000))
    await expect.poll(() => isInSight(page, '[data-testid=cue][aria-current=true]')).toBe(true)
    const readLine = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-index]')]
          .find((line) => line.getBoundingClientRect().top > 150)
          ?.getAttribute('data-index'),
      )
    const from = await page.evaluate(() => scrollY)
    await page.mouse.wheel(0, 4000)
    await page.waitForFunction((from) => scrollY > from, from)
    await untilScrolled(page)
    const left = await readLine()
    await page.goBack()
    await page.locator('.document').waitFor({ state: 'detached' })
    await page.goForward()
    await page.getByTestId('cue').first().waitFor()
    await expect.poll(async () => Math.abs(Number(await readLine()) - Number(left))).toBeLessThanOrEqual(1)
    await untilWhole(page)
    expect(Math.abs(Number(await readLine()) - Number(left))).toBeLessThanOrEqual(1)
  })
})
