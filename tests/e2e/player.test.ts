import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TranscriptResponse } from '../../src/api/schemas/document.js'
import { browserReason, skipsBrowser } from './browser.js'
import {
  clockOf,
  isPaused,
  Listening,
  media,
  pathOf,
  pressPlay,
  secondsOf,
  untilAt,
  untilPast,
} from './listening.js'
import { heardOf, secondsOfStart, untilHeard } from './visiting.js'

/** The player in a real browser, over the real program and the sample's real sound. */

describe.skipIf(skipsBrowser)(`the player${browserReason}`, () => {
  let library: Listening

  beforeAll(async () => {
    library = await Listening.begin()
  })
  afterAll(() => library.end())

  test('a time button plays from its time, to 0.3 s', async () => {
    const document = library.episode()
    const { cues } = await library.server.json<TranscriptResponse>(
      `/api/v1/documents/${document.id}/transcript.json`,
    )
    const page = await library.open(pathOf(document))
    const button = page.locator('.transcript-group button.time').nth(3)
    const clock = (await button.innerText()).trim()
    const starts = cues.map(({ startMs }) => startMs ?? 0).filter((ms) => clockOf(ms) === clock)
    expect(starts.length).toBeGreaterThan(0)
    await button.click()
    const from = await secondsOfStart(page)
    const offBy = starts.map((ms) => Math.abs(from - ms / 1000))
    expect(Math.min(...offBy)).toBeLessThan(0.3)
  })

  test('it plays on over pages, in the same element, without a break; on its own page it grows', async () => {
    const page = await library.open(pathOf(library.episode(), '?t=20'))
    await untilAt(page, 20)
    await pressPlay(page)
    await untilHeard(page, 'playing')
    const element = await page.$(media)
    await page.locator('[data-testid=player][data-grown=true]').waitFor()
    const startedAt = await secondsOf(page)
    const before = (await heardOf(page, 'emptied')).length

    await page.locator('a[href="/library"]').first().click()
    await page.waitForURL('**/library')
    await page.locator('[data-testid=player][data-grown=false]').waitFor()
    await page.locator('.player-title').click()
    await page.waitForURL('**/d/**')
    await page.locator('[data-testid=player][data-grown=true]').waitFor()
    await untilPast(page, startedAt + 0.4)

    expect(await element?.evaluate((old, selector) => old === document.querySelector(selector), media)).toBe(
      true,
    )
    expect(await isPaused(page)).toBe(false)
    expect([(await heardOf(page, 'pause')).length, (await heardOf(page, 'emptied')).length]).toEqual([
      0,
      before,
    ])
  })

  test('a clip stops at its end, to 50 ms; played on, it goes over it', async () => {
    const page = await library.open(pathOf(library.episode(), '?t=20.5&end=22'))
    await untilAt(page, 20.5)
    expect(await page.locator('.player-source').innerText()).toBe('Stops at 0:22')
    await pressPlay(page)
    await untilHeard(page, 'pause')
    const [{ seconds, lateSeconds } = { seconds: NaN, lateSeconds: 0 }] = await heardOf(page, 'pause')
    const [overMs, lateMs] = [seconds - 22, lateSeconds].map((each) => Math.round(each * 1000))
    console.log(`stopped ${overMs} ms after the end; the page's own clock was up to ${lateMs} ms late then`)
    expect(seconds).toBeGreaterThanOrEqual(22)
    expect(seconds).toBeLessThanOrEqual(22.05 + lateSeconds)
    await pressPlay(page)
    await untilPast(page, seconds + 0.4)
    expect(await isPaused(page)).toBe(false)
  })

  test('a clip that one keeps playing, or seeks out of, has no end', async () => {
    const page = await library.open(pathOf(library.episode(), '?t=20&end=21'))
    await untilAt(page, 20)
    await page.getByRole('button', { name: 'Keep playing' }).click()
    await untilPast(page, 21.3)
    expect(await isPaused(page)).toBe(false)

    const other = await library.open(pathOf(library.episode(), '?t=20&end=21'))
    await untilAt(other, 20)
    await other.getByRole('button', { name: 'Forward 15 seconds' }).click()
    await untilAt(other, 35)
    await other.getByRole('button', { name: 'Keep playing' }).waitFor({ state: 'detached' })
  })

  test('the speed stays over documents and visits', async () => {
    const visit = await library.visit()
    const page = await library.open(pathOf(library.episode(), '?t=10'), visit)
    await untilAt(page, 10)
    await page.getByTestId('player-speed').selectOption('1.75')
    await page.reload()
    await untilAt(page, 10)
    expect(await page.getByTestId('player-speed').inputValue()).toBe('1.75')
    const other = await library.open(pathOf(library.episode(1), '?t=10'), visit)
    await untilAt(other, 10)
    await pressPlay(other)
    await untilHeard(other, 'playing')
    expect(await other.$eval(media, (element) => (element as HTMLMediaElement).playbackRate)).toBe(1.75)
  })

  test('a document opens where one stopped; an address with a time wins', async () => {
    const visit = await library.visit()
    const page = await library.open(pathOf(library.episode(), '?t=30'), visit)
    await untilAt(page, 30)
    await page.getByTestId('player-speed').selectOption('3')
    await pressPlay(page)
    await untilPast(page, 37)
    await pressPlay(page)
    await untilHeard(page, 'pause')
    const stoppedAt = await secondsOf(page)

    const again = await library.open(pathOf(library.episode()), visit)
    await untilAt(again, stoppedAt)
    await expect
      .poll(() => again.locator('.player-source').innerText())
      .toBe(`Resume at ${clockOf(stoppedAt * 1000)}`)
    expect(await isPaused(again)).toBe(true)
    await untilAt(await library.open(pathOf(library.episode(), '?t=12'), visit), 12)
  })

  test('after the page is loaded again the sound is offered where it was, not played', async () => {
    const page = await library.open(pathOf(library.episode(), '?t=50'))
    await untilAt(page, 50)
    await pressPlay(page)
    await untilHeard(page, 'playing')
    await page.locator('a[href="/library"]').first().click()
    await page.waitForURL('**/library')
    await untilPast(page, 50.3)
    await page.reload()
    await page.waitForFunction((selector) => {
      const element = document.querySelector<HTMLMediaElement>(selector)
      return element !== null && element.readyState > 0 && element.currentTime > 50
    }, media)
    expect(await isPaused(page)).toBe(true)
    expect(await page.locator('.player-document').innerText()).toBe(library.episode().title)
  })

  test('ended, it plays again from the beginning', async () => {
    const page = await library.open(pathOf(library.short))
    await page.getByTestId('player-play').waitFor()
    await page.waitForFunction(
      (selector) => (document.querySelector<HTMLMediaElement>(selector)?.readyState ?? 0) > 0,
      media,
    )
    await page.$eval(media, (element) => {
      const video = element as HTMLMediaElement
      video.currentTime = video.duration - 0.4
    })
    await pressPlay(page)
    await untilHeard(page, 'ended')
    await page.locator('[data-testid=player][data-phase=ended]').waitFor()
    const seeks = (await heardOf(page, 'seeked')).length
    await pressPlay(page)
    await untilHeard(page, 'seeked', seeks + 1)
    expect((await heardOf(page, 'seeked')).at(-1)?.seconds).toBeLessThan(0.3)
    await page.locator('[data-testid=player][data-phase=playing]').waitFor()
  })

  test('one document after the other, asked for while the first still loads: the last one plays', async () => {
    const page = await library.open(`/?kind=episode&q=${encodeURIComponent('search')}`)
    await page.getByTestId('hit-play').nth(1).waitFor()
    await page.evaluate(() => {
      const buttons = document.querySelectorAll<HTMLElement>('[data-testid=hit-play]')
      buttons[0]?.click()
      buttons[1]?.click()
    })
    const documents = await page.$$eval('[data-testid=hit-open]', (links) =>
      links.map((link) => link.textContent),
    )
    await expect.poll(() => page.locator('.player-document').innerText()).toBe(documents[1])
    await page.locator('[data-testid=player][data-phase=playing]').waitFor()
    expect(await page.locator('.player-document').innerText()).toBe(documents[1])
  })

  test('the keys of the system get what plays, and seek and step by chapters', async () => {
    const document = library.episode()
    const page = await library.open(pathOf(document, '?t=5'))
    await untilAt(page, 5)
    await page.waitForFunction(() => mediaKeys.get('nexttrack') != null)
    expect(
      await page.evaluate(() => ({
        title: navigator.mediaSession.metadata?.title,
        artist: navigator.mediaSession.metadata?.artist,
        artwork: navigator.mediaSession.metadata?.artwork.length,
        keys: [...mediaKeys].filter(([, handler]) => handler).map(([action]) => action),
      })),
    ).toEqual({
      title: document.title,
      artist: document.sourceTitle,
      artwork: 1,
      keys: ['play', 'pause', 'stop', 'seekbackward', 'seekforward', 'seekto', 'previoustrack', 'nexttrack'],
    })
    const press = (action: MediaSessionAction, seekTime?: number) =>
      page.evaluate(
        ([action, seekTime]) =>
          mediaKeys.get(String(action))?.({
            action: action as MediaSessionAction,
            ...(typeof seekTime === 'number' && { seekTime }),
          }),
        [action, seekTime],
      )
    await press('seekto', 42)
    await untilAt(page, 42)
    await press('seekforward')
    await untilAt(page, 57)
    await press('nexttrack')
    const next = document.chapters.find(({ startMs }) => startMs > 57_000)
    await untilAt(page, (next?.startMs ?? 0) / 1000)
    await press('play')
    await untilHeard(page, 'playing')
    await expect.poll(() => page.evaluate(() => navigator.mediaSession.playbackState)).toBe('playing')
    await press('pause')
    await untilHeard(page, 'pause')
    await expect.poll(() => page.evaluate(() => navigator.mediaSession.playbackState)).toBe('paused')
  })

  test('a file that cannot be reached says so, with a link; tried again, it plays from the same place', async () => {
    const visit = await library.visit()
    await visit.route('**/api/v1/documents/*/media', (route) => route.abort())
    const page = await library.open(pathOf(library.episode(), '?t=40'), visit)
    const note = page.locator('.player-note')
    await note.waitFor()
    await note.getByText("This file can't be reached from here: open it at the publisher.").waitFor()
    expect(await note.getByRole('link').getAttribute('href')).toBe(library.episode().url)
    await visit.unroute('**/api/v1/documents/*/media')
    await note.getByRole('button', { name: 'Try again' }).click()
    expect(Math.abs((await secondsOfStart(page)) - 40)).toBeLessThan(0.3)
    await note.waitFor({ state: 'detached' })
  })
})
