import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserReason, skipsBrowser } from './browser.js'
import { field, listenForSearches, Searching, titlesOf, untilAnswered, untilAsked } from './searching.js'
import { paramsOf, untilDrawn } from './visiting.js'

/** The search page in a real browser, over the real program. */

const question = 'how does HNSW find neighbours'
const path = (params: Record<string, string>) => `/?${new URLSearchParams(params)}`

describe.skipIf(skipsBrowser)(`the search page${browserReason}`, () => {
  let searching: Searching
  beforeAll(async () => {
    searching = await Searching.begin()
  })
  afterAll(() => searching.end())

  describe('typing', () => {
    test('begins at once on the start page, and the key that leads to the field writes nothing there', async () => {
      const page = await searching.open('/')
      await expect.poll(() => field(page).evaluate((input) => input === document.activeElement)).toBe(true)
      await page.keyboard.type(`/${question}`)
      await untilAsked(page, question)
      expect(await field(page).inputValue()).toBe(question)
    })

    test('words that nobody says: what is near in meaning is shown as that', async () => {
      const page = await searching.open(path({ q: 'zzyzzx' }))
      await untilAnswered(page)
      await page.getByTestId('by-meaning').waitFor()
      await page.goto(searching.server.url + path({ q: question }))
      await untilAsked(page, question)
      expect(await page.getByTestId('by-meaning').count()).toBe(0)
    })

    test('a question shows its hits; what is asked is what is typed in the end, and little before', async () => {
      const page = await searching.open('/')
      const asked = listenForSearches(page)
      await field(page).focus()
      await page.evaluate(typeSteadily, { text: question, everyMs: 30 })
      await untilAsked(page, question)
      const { hits } = await searching.search({ q: question, k: '20' })
      expect(await titlesOf(page)).toEqual(hits.map(({ document }) => document.title))
      await expect.poll(() => asked.at(-1)).toEqual({ q: question, k: '20' })
      // At 30 ms a key there is no pause.
      expect(asked.length).toBeLessThan(3)
      expect(asked.every(({ remember }) => remember === undefined)).toBe(true)
    })

    test('an answer that comes late is not shown in place of a later one', async () => {
      const page = await searching.open('/')
      let release = () => {}
      const held = new Promise<void>((resolve) => (release = resolve))
      await page.route(/\/api\/v1\/search\?q=cosine&/, async (route) => {
        await held
        await route.continue().catch(() => {})
      })
      const asking = page.waitForRequest(/search\?q=cosine&/)
      await field(page).fill('cosine')
      const slow = await asking
      await field(page).fill('rank fusion')
      await untilAsked(page, 'rank fusion')
      const shown = await titlesOf(page)
      release()
      // Its page may have given it up.
      await slow.response()
      await untilDrawn(page)
      expect(await titlesOf(page)).toEqual(shown)
      expect(shown[0]).toMatch(/fusion/i)
    })

    test('the old hits stay until the new ones are there, and the first ones do not move', async () => {
      const page = await searching.open(path({ q: question }))
      await untilAnswered(page)
      const before = await titlesOf(page)
      const top = () =>
        page
          .locator('.hit')
          .first()
          .evaluate((hit) => hit.getBoundingClientRect().top)
      const at = await top()
      let release = () => {}
      const held = new Promise<void>((resolve) => (release = resolve))
      await page.route(/\/api\/v1\/search\?q=cosine&/, async (route) => {
        await held
        await route.continue()
      })
      await field(page).fill('cosine')
      await page.locator('[data-testid=answered][data-stale=true]').waitFor()
      await page.locator('.spinner[data-late=true]').first().waitFor()
      expect([await titlesOf(page), await top()]).toEqual([before, at])
      release()
      await untilAsked(page, 'cosine')
    })

    test('each step of the history is a search, not a letter', async () => {
      const page = await searching.open('/')
      await field(page).pressSequentially('cosine', { delay: 80 })
      await untilAsked(page, 'cosine')
      await page.keyboard.press('Enter')
      await page.goBack()
      await page.getByText('Ask, for example').waitFor()
      expect(await field(page).inputValue()).toBe('')
    })

    test('the time from the last key to the first hit is told; one search asks for what was typed', async () => {
      const page = await searching.open('/')
      const questions = [
        'what is cosine similarity',
        'rank fusion',
        'how are passages cut',
        'recall of a graph',
        'why do long windows blur',
      ]
      const times: number[] = []
      for (const q of questions) {
        await field(page).fill('')
        await page.getByText('Ask, for example').waitFor()
        const asked = listenForSearches(page)
        const answered = page.evaluate(untilFirstHit, q)
        await field(page).pressSequentially(q, { delay: 90 })
        times.push(await answered)
        // The browser tells of its requests when it comes to it.
        await expect.poll(() => asked.filter((params) => params['q'] === q)).toEqual([{ q, k: '20' }])
      }
      const [fastest = 0, , median = 0, , slowest = 0] = times.sort((a, b) => a - b).map(Math.round)
      console.log(`first hit after the last key: median ${median} ms, ${fastest} to ${slowest} ms`)
    })
  })

  describe('suggestions', () => {
    test('are a list that the keys walk through; a title opens its document', async () => {
      const page = await searching.open('/')
      const answer = page.waitForResponse((response) => /suggest\?.*q=hnsw(&|$)/.test(response.url()))
      await field(page).pressSequentially('hnsw')
      await answer
      await page.getByRole('option').first().waitFor()
      expect(await field(page).getAttribute('aria-expanded')).toBe('true')
      const title = page.locator('[role=option][data-kind=title]').first()
      await title.waitFor()
      await untilDrawn(page)
      const place = await title.evaluate((option) =>
        [...(option.parentElement?.children ?? [])].indexOf(option),
      )
      for (let step = 0; step <= place; step++) await page.keyboard.press('ArrowDown')
      const id = await title.getAttribute('id')
      await expect.poll(() => field(page).getAttribute('aria-activedescendant')).toBe(id)
      expect(await title.getAttribute('aria-selected')).toBe('true')
      const words = await title.locator('.suggestion-text').textContent()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/d\//)
      await page.getByRole('heading', { level: 1, name: words ?? '' }).waitFor()
    })

    test('are not in the way: Enter searches for what was typed, Escape closes them for good', async () => {
      const page = await searching.open('/')
      await field(page).pressSequentially('vector')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('option').first().waitFor({ state: 'detached' })
      await field(page).pressSequentially(' search')
      await untilAsked(page, 'vector search')
      expect(await page.getByRole('option').count()).toBe(0)
      const remembered = page.waitForRequest((request) => request.url().includes('remember=true'))
      await page.keyboard.press('Enter')
      expect(new URL((await remembered).url()).searchParams.get('q')).toBe('vector search')
      await expect.poll(() => paramsOf(page)).toEqual({ q: 'vector search' })
      await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('body')
    })

    test('a speaker sets the filter, which lists what this speaker says, newest first', async () => {
      const page = await searching.open('/')
      await field(page).pressSequentially('tobi')
      await page.locator('[role=option][data-kind=speaker]').first().click()
      await page.waitForURL(/speaker=Tobin/)
      await page.getByTestId('chosen').getByText('Tobin').waitFor()
      await untilAnswered(page)
      expect(paramsOf(page)).toEqual({ speaker: 'Tobin' })
      expect(await field(page).inputValue()).toBe('')
      expect((await titlesOf(page)).length).toBeGreaterThan(0)
    })

    test('a source sets the filter, which lists what it has', async () => {
      const page = await searching.open('/')
      await field(page).pressSequentially('five min')
      const source = page.locator('[role=option][data-kind=source]').first()
      const title = (await source.locator('.suggestion-text').textContent()) ?? ''
      await source.click()
      await page.waitForURL(/source=/)
      await page.getByTestId('chosen').getByText(title).waitFor()
      await untilAnswered(page)
      expect(Object.keys(paramsOf(page))).toEqual(['source'])
      expect((await titlesOf(page)).length).toBeGreaterThan(0)
    })

    test('a concept opens its page', async () => {
      const page = await searching.open('/')
      await field(page).pressSequentially('cosine')
      await page.locator('[role=option][data-kind=concept]').first().click()
      await page.waitForURL(/\/concepts\//)
    })
  })
})

/** Runs in the page, as its own pauses do: a busy machine makes both longer, and none where there was none. */
async function typeSteadily({ text, everyMs }: { text: string; everyMs: number }): Promise<void> {
  const input = document.activeElement as HTMLInputElement
  for (const character of text) {
    input.value += character
    input.dispatchEvent(new InputEvent('input', { bubbles: true, data: character }))
    await new Promise((next) => setTimeout(next, everyMs))
  }
}

/** Runs in the page: milliseconds from the last change of the field to the first hit for these words. */
function untilFirstHit(q: string): Promise<number> {
  let typedAt = 0
  addEventListener('input', () => (typedAt = performance.now()), true)
  return new Promise((resolve) => {
    const look = () => {
      const isAsked = document.querySelector('h1')?.textContent === `Results for ${q}`
      const isThere = isAsked && document.querySelector('[data-stale=false] .hit') !== null
      if (isThere) resolve(performance.now() - typedAt)
      else requestAnimationFrame(look)
    }
    look()
  })
}
