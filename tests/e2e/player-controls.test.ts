import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFaults, looks } from './accessibility.js'
import { browserReason, skipsBrowser } from './browser.js'
import { clockOf, Listening, media, pathOf, untilAt } from './listening.js'
import { secondsOfStart, untilHeard } from './visiting.js'

/** What the player's bar shows and how it is reached, by pointer and by keys. */

describe.skipIf(skipsBrowser)(`the controls of the player${browserReason}`, () => {
  let library: Listening

  beforeAll(async () => {
    library = await Listening.begin()
  })
  afterAll(() => library.end())

  test('chapters stand on the line and in a menu, which plays them', async () => {
    const shown = library.episode()
    const page = await library.open(pathOf(shown))
    await page.getByRole('button', { name: /^Chapters/ }).click()
    const menu = page.locator('.player-menu')
    await expect
      .poll(() => menu.getByRole('button').allInnerTexts())
      .toEqual(shown.chapters.map(({ startMs, title }) => `${clockOf(startMs)}\n${title}`))
    await expect.poll(() => page.locator('.line-chapter').count()).toBe(shown.chapters.length - 1)
    const second = shown.chapters[1]
    await menu.getByRole('button').nth(1).click()
    expect(Math.abs((await secondsOfStart(page)) - (second?.startMs ?? 0) / 1000)).toBeLessThan(0.3)
    await menu.waitFor({ state: 'hidden' })
    await expect.poll(() => page.locator('.player-document').innerText()).toBe(second?.title)
  })

  test('a pointer over the line is told the chapter', async () => {
    const shown = library.episode()
    const page = await library.open(pathOf(shown))
    await page.waitForFunction(() => document.querySelectorAll('.line-chapter').length > 0)
    const box = await page.locator('.line-marks').boundingBox()
    const last = shown.chapters.at(-1)
    if (!box) throw new Error('no line')
    await page.mouse.move(box.x + box.width - 5, box.y + box.height / 2)
    await page.locator('.player-preview', { hasText: last?.title ?? '' }).waitFor()
  })

  test('a video has captions, off until asked for', async () => {
    const page = await library.open(pathOf(library.short))
    await page.locator('media-captions-button').waitFor()
    const modes = () =>
      page.$eval(media, (element) =>
        Array.from((element as HTMLMediaElement).textTracks, ({ mode, cues }) => [
          mode,
          (cues?.length ?? 0) > 0,
        ]),
      )
    expect(await modes()).toEqual([['disabled', false]])
    await page.locator('media-captions-button').click()
    await page.waitForFunction(
      (selector) =>
        (document.querySelector<HTMLVideoElement>(selector)?.textTracks[0]?.cues?.length ?? 0) > 0,
      media,
    )
    expect(await modes()).toEqual([['showing', true]])
  })

  test('the volume stays over visits', async () => {
    const visit = await library.visit()
    const page = await library.open(pathOf(library.episode()), visit)
    const volumeOf = (page: Page) =>
      page.$eval(media, (element) => Math.round((element as HTMLMediaElement).volume * 100))
    await page.locator('media-volume-range').click({ position: { x: 22, y: 22 } })
    await page.waitForFunction(
      (selector) => (document.querySelector<HTMLMediaElement>(selector)?.volume ?? 1) < 0.5,
      media,
    )
    const chosen = await volumeOf(page)
    const other = await library.open(pathOf(library.episode(1)), visit)
    await other.waitForFunction(
      (selector) => (document.querySelector<HTMLMediaElement>(selector)?.volume ?? 1) < 0.5,
      media,
    )
    expect(await volumeOf(other)).toBe(chosen)
  })

  test('what is found in the transcript stands on the line', async () => {
    const page = await library.open(pathOf(library.episode(), '?find=query'))
    await page.getByTestId('line-match').first().waitFor()
    const [line, ...ticks] = await page.$$eval('.line-marks, .line-match', (elements) =>
      elements.map((element) => element.getBoundingClientRect().left),
    )
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b))
    expect(Math.min(...ticks)).toBeGreaterThanOrEqual((line ?? 0) - 2)
  })

  test('on the full screen the picture and the controls are together', async () => {
    const page = await library.open(pathOf(library.short))
    await page.locator('media-fullscreen-button').click()
    await page.waitForFunction(() => document.fullscreenElement?.matches('.player'))
    const [player, picture, play] = await page.evaluate(() =>
      ['.player', '.player-media', '.player-play'].map((selector) => {
        const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
        return { top, bottom }
      }),
    )
    expect(player).toEqual({ top: 0, bottom: 900 })
    expect((picture?.bottom ?? 0) - (picture?.top ?? 0)).toBeGreaterThan(600)
    expect(play?.bottom).toBeLessThanOrEqual(900)
    await page.keyboard.press('Escape')
  })

  test('all of it is reached by keys, in order and by name, and moving there never scrolls the page', async () => {
    const page = await library.open(pathOf(library.episode(), '?t=30'))
    await untilAt(page, 30)
    await page.getByRole('button', { name: /^Chapters/ }).waitFor()
    const before = await page.evaluate(() => scrollY)
    await page.getByRole('button', { name: 'Chapter before' }).focus()
    const names: string[] = []
    for (let step = 0; step < 12; step += 1) {
      names.push(
        await page.evaluate(() => {
          let focused = document.activeElement
          while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
          return focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
        }),
      )
      await page.keyboard.press('Tab')
    }
    expect(names).toEqual([
      'Chapter before',
      'Back 15 seconds',
      'Play',
      'Forward 15 seconds',
      'Chapter after',
      'seek',
      expect.stringContaining(library.episode().sourceTitle),
      expect.stringMatching(/^Chapters, now: /),
      'Speed',
      'mute',
      'volume',
      'Close the player',
    ])
    expect(await page.evaluate(() => scrollY)).toBe(before)
    await page.getByTestId('player-play').press(' ')
    await untilHeard(page, 'playing')
    await page.getByRole('button', { name: /^Chapters/ }).press('Enter')
    await page.keyboard.press('Escape')
    await page.locator('.player-menu').waitFor({ state: 'hidden' })
  })

  for (const [look, options] of looks)
    test(`slim and grown, with sound and with pictures, nothing overflows at any text size, and axe is content (${look})`, async () => {
      for (const document of [library.episode(), library.short]) {
        const page = await library.open(pathOf(document, '?t=5'), await library.visit(options))
        await untilAt(page, 5)
        for (const place of ['grown', 'slim']) {
          if (place === 'slim')
            await page.$eval('a[href="/library"]', (link) => (link as HTMLElement).click())
          await page.locator(`[data-testid=player][data-grown=${place === 'grown'}]`).waitFor()
          for (const textSize of ['100%', '200%']) {
            await page.evaluate((size) => (window.document.documentElement.style.fontSize = size), textSize)
            const what = [document.title, textSize, place]
            expect([...what, await controlsOutside(page)]).toEqual([...what, []])
          }
          expect([document.title, place, await findFaults(page, '.player')]).toEqual([
            document.title,
            place,
            [],
          ])
        }
      }
    })
})

/** Names of what can be pressed in the player and stands out of the window. */
const controlsOutside = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.player :is(button, select, a, media-time-range)')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { left, right, bottom } = element.getBoundingClientRect()
        return left < -1 || right > innerWidth + 1 || bottom > innerHeight + 1
      })
      .map(({ className }) => className),
  )
