import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlignmentChapters } from '../../client/index.js'
import type { AlignmentResponse } from '../../src/api/schemas/alignment.js'
import type { DocumentResponse } from '../../src/api/schemas/document.js'
import { findFaults, looks } from './accessibility.js'
import { browserReason, skipsBrowser } from './browser.js'
import { secondsOf, untilPast } from './listening.js'
import { Reading } from './reading.js'
import { untilScrolled } from './visiting.js'

/** From a post to where it is said and back, in a real browser over the sample's own show. */

const title = 'Reparameterisation Trick'

describe.skipIf(skipsBrowser)(`a post and its recording${browserReason}`, () => {
  let library: Reading
  let post: DocumentResponse
  let recording: DocumentResponse
  let alignment: AlignmentResponse
  let startS: number

  beforeAll(async () => {
    library = await Reading.begin()
    post = library.titled('Five Search Concepts: Variational')
    recording = library.titled('Variational autoencoders')
    alignment = await library.server.json<AlignmentResponse>(`/api/v1/documents/${post.id}/alignment`)
    startS = (alignment.topics.find((topic) => topic.title === title)?.startMs ?? NaN) / 1000
  })
  afterAll(() => library.end())

  const sectionOf = (page: Page, heading: string) =>
    page.locator('.post-section').filter({ has: page.getByRole('heading', { name: heading }) })
  const topicsOf = (page: Page) => page.getByTestId('said-topics').getByRole('listitem')

  test('a time beside a section plays the recording from there, and is marked while it is said', async () => {
    // Marked by reading: the question that the trick answers.
    expect(Math.abs(startS - 108.595)).toBeLessThan(3)
    const page = await library.open(`/d/${post.id}`)
    const time = sectionOf(page, title).getByTestId('said-time').first()
    expect(await time.innerText()).toBe('1:48')
    await time.click()
    await untilPast(page, startS + 0.2)
    expect((await secondsOf(page)) - startS).toBeLessThan(10)
    expect(await page.locator('.dock').innerText()).toContain(recording.title)
    const said = sectionOf(page, title).locator('.said-head [data-now]')
    await said.waitFor()
    expect(new URL(page.url()).pathname).toBe(`/d/${post.id}`)

    // By the keyboard, from another one.
    const first = sectionOf(page, 'Kullback-Leibler Term').getByTestId('said-time').first()
    await first.focus()
    await page.keyboard.press('Enter')
    await said.waitFor({ state: 'detached' })
    await sectionOf(page, 'Kullback-Leibler Term').locator('.said-head [data-now]').waitFor()
  })

  test('nothing moves when the times come, and they are no part of the text', async () => {
    for (const [, look] of looks) {
      const visit = await library.visit(look)
      let answer: () => void = () => undefined
      const held = new Promise<void>((resolve) => (answer = resolve))
      await visit.route('**/alignment?*', async (route) => {
        await held
        await route.continue()
      })
      const page = await library.open(`/d/${post.id}`, visit)
      /** Every text with its lines. */
      const placesOf = () =>
        page.locator('.post-section :is(h2, h3, [data-index])').evaluateAll((texts) =>
          texts.map((text) => {
            const range = document.createRange()
            range.selectNodeContents(text)
            const lines = [text.getBoundingClientRect(), ...range.getClientRects()]
            return [
              text.textContent,
              ...lines.map(({ x, y, width }) => [x, y + scrollY, width].map(Math.round)),
            ]
          }),
        )
      await page.getByTestId('said-note').waitFor()
      await page.getByTestId('concepts-here').locator('.count').waitFor()
      const before = await placesOf()
      expect(await page.getByTestId('said-time').count()).toBe(0)
      answer()
      await page.getByTestId('said-time').first().waitFor()
      expect(await placesOf()).toEqual(before)
      expect(await sectionOf(page, 'Posterior Collapse').getByTestId('said-time').count()).toBe(0)
      await visit.close()
    }
  })

  test('beside the recording stand the sections of its post by time; each leads to where it is written', async () => {
    const page = await library.open(`/d/${recording.id}`)
    const said = alignment.topics.filter(({ title, startMs }) => title !== '' && startMs !== null)
    await topicsOf(page).first().waitFor()
    expect(await topicsOf(page).getByRole('link').allInnerTexts()).toEqual(said.map(({ title }) => title))
    await page.getByTestId('said-topics').getByText('2 parts of the post were not found here.').waitFor()

    const topic = topicsOf(page).filter({ hasText: title })
    await topic.getByTestId('said-time').click()
    await untilPast(page, startS + 0.2)
    const current = page.getByTestId('said-topics').locator('a[aria-current=true]')
    await expect.poll(() => current.allInnerTexts()).toEqual([title])

    await topic.getByRole('link').click()
    await page.waitForURL(`**/d/${post.id}#4-reparameterisation-trick`)
    await sectionOf(page, title).waitFor()
    expect(await sectionOf(page, title).getAttribute('data-target')).toBe('true')
    await untilScrolled(page)
    const { top } = await sectionOf(page, title).evaluate(
      (section) => section.getBoundingClientRect().toJSON() as DOMRect,
    )
    expect(top).toBeGreaterThan(0)
    expect(top).toBeLessThan(250)
    // The sound goes on over the change of page.
    await sectionOf(page, title).locator('.said-head [data-now]').waitFor()
  })

  test('the sections are taken away as a chapters file', async () => {
    const page = await library.open(`/d/${recording.id}`)
    const link = page.getByRole('link', { name: 'Take these as a chapters file' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('chapters.json')
    const path = (await link.getAttribute('href')) ?? ''
    const file = await library.server.json<AlignmentChapters>(path)
    expect(file.version).toBe('1.2.0')
    expect(file.chapters.map(({ title, startTime }) => [title, startTime * 1000])).toEqual(
      alignment.topics.flatMap(({ title, startMs }) =>
        title === '' || startMs === null ? [] : [[title, startMs]],
      ),
    )
  })

  test('nothing of it keeps anybody out, in light and in dark, on a phone and at a desk', async () => {
    for (const [name, look] of looks) {
      const visit = await library.visit(look)
      const written = await library.open(`/d/${post.id}`, visit)
      await written.getByTestId('said-time').first().waitFor()
      expect([name, await findFaults(written)]).toEqual([name, []])
      const spoken = await library.open(`/d/${recording.id}`, visit)
      const list = spoken.getByTestId('said-topics')
      await list.waitFor()
      if ((await list.getAttribute('open')) === null) await list.locator('summary').click()
      await topicsOf(spoken).first().waitFor()
      expect([name, await findFaults(spoken)]).toEqual([name, []])
      await visit.close()
    }
  })
})
