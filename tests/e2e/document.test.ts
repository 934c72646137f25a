import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentResponse } from '../../src/api/schemas/document.js'
import { findFaults, looks, overflowOf } from './accessibility.js'
import { browserReason, skipsBrowser } from './browser.js'
import { media, secondsOf, untilAt } from './listening.js'
import { createRandom } from './long-transcript.js'
import { clipboardOf, currentLine, currentSelector, isInSight, Reading, silentTalk } from './reading.js'
import { paramsOf, secondsOfStart, untilDrawn, untilScrolled } from './visiting.js'

/** The page of a document in a real browser, over the real program and the sample's real sound. */

describe.skipIf(skipsBrowser)(`the page of a document${browserReason}`, () => {
  let library: Reading
  let episode: DocumentResponse
  let post: DocumentResponse

  beforeAll(async () => {
    library = await Reading.begin({ withSilentTalk: true })
    episode = library.titled('HNSW')
    post = library.titled('Five Search Concepts: BM25')
  })
  afterAll(() => library.end())

  const seek = async (page: Page, seconds: number) => {
    await page.waitForFunction(
      (selector) => (document.querySelector<HTMLMediaElement>(selector)?.readyState ?? 0) > 0,
      media,
    )
    await page.$eval(media, (element, to) => ((element as HTMLMediaElement).currentTime = to), seconds)
  }

  const untilCurrent = (page: Page, startMs: number) =>
    page.locator(`[data-testid=cue][aria-current=true][data-start-ms="${startMs}"]`).waitFor()

  test('a deep link opens at its line and at its time, to 0.3 s', async () => {
    const cues = await library.cuesOf(episode)
    const cue = cues[20]
    if (!cue) throw new Error('too short')
    const atMs = Math.round((cue.startMs + cue.endMs) / 2)
    const page = await library.open(`/d/${episode.id}?t=${atMs / 1000}`)
    await untilAt(page, atMs / 1000)
    await untilCurrent(page, cue.startMs)
    expect(await currentLine(page).innerText()).toBe(cue.text)
    expect(Math.abs((await secondsOf(page)) - atMs / 1000)).toBeLessThan(0.3)
    await expect.poll(() => isInSight(page, currentSelector)).toBe(true)
  })

  test('the line being spoken is marked, at ten random times', async () => {
    const cues = await library.cuesOf(episode)
    const page = await library.open(`/d/${episode.id}?t=1`)
    await untilAt(page, 1)
    const next = createRandom(2026)
    const endMs = cues.at(-1)?.endMs ?? 0
    for (let time = 0; time < 10; time += 1) {
      const atMs = Math.floor(next() * (endMs - 1000)) + 500
      await seek(page, atMs / 1000)
      const spoken = cues.findLast(({ startMs }) => startMs <= atMs)
      await untilCurrent(page, spoken?.startMs ?? -1)
      expect(await currentLine(page).allInnerTexts()).toEqual([spoken?.text])
      await expect.poll(() => isInSight(page, currentSelector)).toBe(true)
    }
  })

  test('it follows until the reader scrolls, never scrolls back, and follows again when asked to', async () => {
    const cues = await library.cuesOf(episode)
    const [early, late] = [cues[3], cues.at(-4)]
    if (!early || !late) throw new Error('too short')
    const page = await library.open(`/d/${episode.id}?t=${early.startMs / 1000}`)
    await untilCurrent(page, early.startMs)
    await seek(page, late.startMs / 1000 + 0.1)
    await untilCurrent(page, late.startMs)
    await expect.poll(() => isInSight(page, currentSelector)).toBe(true)

    await page.locator('.transcript').hover()
    await page.mouse.wheel(0, -700)
    const back = page.getByRole('button', { name: 'Back to now' })
    await back.waitFor()
    const left = await untilScrolled(page)
    await seek(page, early.startMs / 1000 + 0.1)
    await untilCurrent(page, early.startMs)
    await untilDrawn(page)
    expect(await page.evaluate(() => scrollY)).toBe(left)

    await seek(page, late.startMs / 1000 + 0.1)
    await untilCurrent(page, late.startMs)
    await back.click()
    await expect.poll(() => isInSight(page, currentSelector)).toBe(true)
    await seek(page, early.startMs / 1000 + 0.1)
    await untilCurrent(page, early.startMs)
    await expect.poll(() => isInSight(page, currentSelector)).toBe(true)
    await back.waitFor({ state: 'detached' })
  })

  test('finding counts and marks the places, on the time range too, goes from one to the next, and is in the address', async () => {
    const cues = await library.cuesOf(episode)
    const count =
      cues
        .map(({ text }) => text.toLowerCase())
        .join(' ')
        .split('layer').length - 1
    expect(count).toBeGreaterThan(3)
    const page = await library.open(`/d/${episode.id}`)
    await page.getByTestId('cue').first().waitFor()
    await page.keyboard.press('f')
    await page.keyboard.type('LAYER')
    const counter = page.getByTestId('find-count')
    await expect.poll(() => counter.innerText()).toBe(`${count} matches`)
    await expect.poll(() => paramsOf(page)['find']).toBe('LAYER')
    await expect
      .poll(() => page.getByTestId('line-match').count())
      .toBe(new Set(cues.filter(({ text }) => /layer/i.test(text)).map(({ startMs }) => startMs)).size)

    await page.keyboard.press('Enter')
    await expect.poll(() => counter.innerText()).toBe(`1 of ${count}`)
    const marked = () =>
      page.evaluate(() => {
        const [range] = CSS.highlights.get('find-current') ?? []
        const line = range?.startContainer.parentElement?.closest('[data-index]')
        const { top = -1, bottom = -1 } = line?.getBoundingClientRect() ?? {}
        return {
          text: range?.startContainer.textContent?.slice(range.startOffset, range.endOffset),
          isInSight: top > 60 && bottom < innerHeight,
        }
      })
    await expect.poll(marked).toEqual({ text: expect.stringMatching(/^layer$/i) as string, isInSight: true })
    await page.getByTestId('find-field').blur()
    await page.keyboard.press('n')
    await expect.poll(() => counter.innerText()).toBe(`2 of ${count}`)
    await page.keyboard.press('p')
    await page.keyboard.press('p')
    await expect.poll(() => counter.innerText()).toBe(`${count} of ${count}`)
    await expect.poll(async () => (await marked()).isInSight).toBe(true)

    await page.reload()
    await expect.poll(() => counter.innerText()).toBe(`${count} matches`)
    expect(await page.getByTestId('find-field').inputValue()).toBe('LAYER')
    await page.getByTestId('find-field').press('Escape')
    await expect.poll(() => paramsOf(page)).toEqual({})
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('find')?.size)).toBe(0)
  })

  test('a name leads from one turn of a speaker to the next', async () => {
    const cues = await library.cuesOf(episode)
    const turns = cues.flatMap(({ speaker, text }, index) =>
      speaker === 'Wren' && cues[index - 1]?.speaker !== 'Wren' ? [text] : [],
    )
    const page = await library.open(`/d/${episode.id}`)
    const wren = page.getByTestId('speakers').getByRole('button', { name: /^Wren/ })
    for (const text of turns.slice(0, 4)) {
      await wren.click()
      const line = page.getByTestId('cue').filter({ hasText: text }).first()
      const isThere = () =>
        line.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight
        })
      await expect.poll(isThere).toBe(true)
    }
  })

  test('moved times are tried, kept, shown to others, and undone', async () => {
    const document = library.titled('Embeddings: a map')
    const before = await library.cuesOf(document)
    const page = await library.open(`/d/${document.id}`)
    const starts = () =>
      page
        .getByTestId('cue')
        .evaluateAll((lines) => lines.map((line) => Number((line as HTMLElement).dataset['startMs'])))
    const moved = (byMs: number) => before.map(({ startMs }) => startMs + byMs)
    await page.getByTestId('timing').locator('summary').click()
    const later = page.getByRole('button', { name: '0.5 seconds later' })
    await later.click()
    await page.getByRole('button', { name: '1 seconds later' }).click()
    await expect.poll(starts).toEqual(moved(1500))
    expect((await library.cuesOf(document)).map(({ startMs }) => startMs)).toEqual(moved(0))

    await page.getByTestId('nudge-field').fill('2.25')
    await expect.poll(starts).toEqual(moved(2250))
    await page.getByRole('button', { name: 'Keep these times' }).click()
    await page.getByText('Kept: +2.25 s.').waitFor()
    await expect.poll(starts).toEqual(moved(2250))
    expect((await library.cuesOf(document)).map(({ startMs }) => startMs)).toEqual(moved(2250))

    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await library.cuesOf(document))[0]?.startMs).toBe(before[0]?.startMs)
    await expect.poll(starts).toEqual(moved(0))

    await later.click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(starts).toEqual(moved(0))
  })

  test('a place in a post opens at its section, marked, with its quotes and its tables', async () => {
    const page = await library.open(`/d/${post.id}?q=saturation#2-term-saturation`)
    const section = page.locator('#section-2-term-saturation')
    await expect.poll(() => section.getAttribute('data-target')).toBe('true')
    await expect.poll(() => isInSight(page, '#section-2-term-saturation h3')).toBe(true)
    expect(await section.locator('mark').first().innerText()).toMatch(/saturation/i)
    expect(await section.locator('blockquote').innerText()).toBe(
      'Like salt in soup: the first pinch changes everything, the tenth helps nobody.',
    )
    const table = page.locator('#section-quick-reference table')
    expect(await table.locator('tr').first().locator('th, td').allInnerTexts()).toEqual([
      'IDF',
      'Rare words count more',
    ])
    await page.getByTestId('chapters').getByText('Min-Max Normalisation').click()
    await page.locator('#section-5-min-max-normalisation[data-target]').waitFor()
    await expect.poll(() => section.getAttribute('data-target')).toBeNull()
    await page.goBack()
    await page.locator('#section-2-term-saturation[data-target]').waitFor()

    await page.getByTestId('find-field').fill('rank fusion')
    await expect.poll(() => page.getByTestId('find-count').innerText()).toMatch(/^\d+ matches$/)
  })

  test('one goes on to the companion, to what was published next, and to moments like this one', async () => {
    const page = await library.open(`/d/${episode.id}`)
    const { previous, next } = await library.server.json<DocumentResponse>(`/api/v1/documents/${episode.id}`)
    expect([previous?.title, next?.title]).toEqual([
      'Embeddings: a map of meaning',
      'BM25: the formula that refuses to retire',
    ])
    await page.getByTestId('similar').locator('summary').click()
    await page.getByTestId('similar').locator('.moment-row').first().waitFor()
    const elsewhere = page.getByTestId('similar').locator('.moment-row a.detail').first()
    const [, toId, toSeconds] =
      /d\/(\w+)(?:\?t=([\d.]+))?/.exec((await elsewhere.getAttribute('href')) ?? '') ?? []
    await elsewhere.click()
    await page.waitForURL(`**/d/${toId}*`)
    if (toSeconds !== undefined) await untilAt(page, Number(toSeconds))
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'HNSW' }).waitFor()
    await page.getByTestId('series-steps').getByText('BM25: the formula').click()
    await page.getByRole('heading', { level: 1, name: 'BM25: the formula' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'HNSW' }).waitFor()
    const companion = library.titled('Embeddings: a map').companions[0]
    if (!companion) throw new Error('the sample has changed')
    await page.getByTestId('series-steps').getByText('Embeddings: a map').click()
    await page.getByTestId('companions').getByText(companion.title).click()
    await page.getByRole('heading', { level: 1, name: companion.title }).waitFor()
  })

  test('without a mouse: to a line, play it, find, copy, share', async () => {
    const cues = await library.cuesOf(episode)
    const page = await library.open(`/d/${episode.id}`)
    await page.getByTestId('cue').first().waitFor()
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowDown')
    const focused = () =>
      page.evaluate(() => Number(document.activeElement?.closest('[data-index]')?.getAttribute('data-index')))
    await expect.poll(focused).toBe(3)
    await page.keyboard.press('ArrowUp')
    await expect.poll(focused).toBe(2)
    await page.keyboard.press('c')
    await page.getByText(/^Copied with its time/).waitFor()
    expect(await clipboardOf(page)).toContain(cues[2]?.text)
    await page.keyboard.press('Enter')
    expect(Math.abs((await secondsOfStart(page)) - (cues[2]?.startMs ?? -1) / 1000)).toBeLessThan(0.3)
    await page.keyboard.press(' ')
    await page.waitForFunction(
      (selector) => document.querySelector<HTMLMediaElement>(selector)?.paused === true,
      media,
    )
    await page.keyboard.press('s')
    await page.getByText(/^Link to .* copied\.$/).waitFor()
    await page.keyboard.press('f')
    await page.keyboard.type('graph')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByTestId('find-count').innerText()).toMatch(/^1 of \d/)
  })

  test('on a phone the text comes first, and what stands beside it opens when asked to', async () => {
    const visit = await library.visit({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await library.open(`/d/${episode.id}`, visit)
    await page.getByTestId('cue').first().waitFor()
    expect(await page.getByTestId('related').count()).toBe(0)
    await page.getByTestId('chapters').locator('summary').tap()
    await page.getByTestId('chapters').getByText('Three knobs').tap()
    await page.waitForFunction(
      (selector) => (document.querySelector<HTMLMediaElement>(selector)?.currentTime ?? 0) > 60,
      media,
    )
    await page.getByTestId('more').locator('summary').first().tap()
    await page.getByTestId('series-steps').getByText('BM25').waitFor()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

  test('without sound it says so and reads well, from right to left too', async () => {
    const document = library.titled(silentTalk.title)
    const page = await library.open(`/d/${document.id}`)
    await page.getByText('This episode came without a sound or video file').waitFor()
    expect(await page.getByTestId('cue').allInnerTexts()).toEqual(silentTalk.lines)
    expect(
      await page
        .getByTestId('cue')
        .first()
        .evaluate((line) => getComputedStyle(line).direction),
    ).toBe('rtl')
    expect(await page.getByTestId('document-play').count()).toBe(0)
    expect(await page.locator('[data-plays]').count()).toBe(0)
  })

  for (const [look, options] of looks)
    test(`it has no serious accessibility fault, whatever is open (${look})`, async () => {
      for (const path of [`/d/${episode.id}?t=10&end=20&find=the`, `/d/${post.id}?q=idf#2-term-saturation`]) {
        const page = await library.open(path, await library.visit(options))
        await page.waitForLoadState('networkidle')
        await page.evaluate(() => {
          for (const each of document.querySelectorAll('details')) each.open = true
        })
        await page.waitForLoadState('networkidle')
        expect([path, await findFaults(page)]).toEqual([path, []])
      }
    })
})
