import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserReason, skipsBrowser } from './browser.js'
import { field, listenForSearches, Searching, titlesOf, untilAnswered } from './searching.js'
import { paramsOf } from './visiting.js'

/** Filters, order and signs of the search page in a real browser, over the real program. */

const path = (params: Record<string, string>) => `/?${new URLSearchParams(params)}`

describe.skipIf(skipsBrowser)(`narrowing a search${browserReason}`, () => {
  let searching: Searching
  beforeAll(async () => {
    searching = await Searching.begin()
  })
  afterAll(() => searching.end())

  test('each filter, the order and exactness are in the address and come back with it', async () => {
    const q = 'vector search'
    const page = await searching.open(path({ q }))
    await untilAnswered(page)
    await page.getByRole('link', { name: /^episodes/i }).click()
    await page.waitForURL(/kind=episode/)
    await page.getByRole('button', { name: 'Speaker' }).click()
    await page.getByRole('link', { name: /^Wren/ }).click()
    await page.waitForURL(/speaker=Wren/)
    await page.getByRole('button', { name: 'Date' }).click()
    await page.getByLabel('From', { exact: true }).fill('2026-01-01')
    await page.getByLabel('To', { exact: true }).fill('2026-12-31')
    await page.getByRole('button', { name: 'Show these days' }).click()
    await page.waitForURL(/from=2026-01-01/)
    await page.getByRole('link', { name: 'Newest' }).click()
    await page.waitForURL(/sort=date/)
    const state = {
      q,
      kind: 'episode',
      speaker: 'Wren',
      from: '2026-01-01',
      to: '2026-12-31',
      sort: 'date',
    }
    await expect.poll(() => paramsOf(page)).toEqual(state)
    const { hits } = await searching.search({
      q,
      kind: 'episode',
      speaker: 'Wren',
      after: '2026-01-01',
      before: '2027-01-01',
      sort: 'date',
      k: '20',
    })
    await expect.poll(() => titlesOf(page)).toEqual(hits.map(({ document }) => document.title))

    await page.reload()
    await expect.poll(() => titlesOf(page)).toEqual(hits.map(({ document }) => document.title))
    await page.getByRole('link', { name: /^Remove: 1 Jan 2026/ }).click()
    await page.waitForURL((url) => !url.searchParams.has('from'))
    await page.goBack()
    await page.waitForURL(/from=2026-01-01/)
    await page.getByRole('link', { name: 'Remove all filters' }).click()
    await page.waitForURL((url) => !url.searchParams.has('kind'))
    await expect.poll(() => paramsOf(page)).toEqual({ q, sort: 'date' })
  })

  test('the other values of a chosen filter keep their counts, zero among them, also in a page opened afresh', async () => {
    const q = 'reciprocal rank fusion'
    const { facets } = await searching.search({ q, k: '1' })
    const countOf = (kind: string) => String(facets.kind.find(({ value }) => value === kind)?.count ?? 0)
    const page = await searching.open(path({ q, kind: 'post' }))
    await untilAnswered(page)
    for (const [name, kind] of [
      ['Episodes', 'episode'],
      ['Shorts', 'short'],
      ['Posts', 'post'],
    ] as const)
      await page.getByRole('link', { name: new RegExp(`^${name} ${countOf(kind)}$`, 'i') }).waitFor()
  })

  test('a source that is chosen and nothing else is called by its title', async () => {
    const { facets } = await searching.search({ q: 'vector', k: '1' })
    const [source] = facets.source
    const page = await searching.open(path({ q: '', source: source?.value ?? '' }))
    await page.getByRole('link', { name: `Remove: ${source?.label}` }).waitFor()
  })

  test('an exact search asks for the words in a row; its end is one press away when nothing says them', async () => {
    const page = await searching.open(path({ q: 'fusion rank reciprocal' }))
    await untilAnswered(page)
    const asked = listenForSearches(page)
    await page.getByRole('button', { name: 'Exact' }).click()
    await page.getByTestId('no-hits').waitFor()
    await expect.poll(() => paramsOf(page)).toEqual({ q: 'fusion rank reciprocal', exact: '1' })
    await expect.poll(() => asked[0]).toEqual({ q: '"fusion rank reciprocal"', k: '20' })
    await page.getByRole('link', { name: /in any order/ }).click()
    await page.getByTestId('hit').first().waitFor()
    await expect.poll(() => paramsOf(page)).toEqual({ q: 'fusion rank reciprocal' })
  })

  test('signs of the query are shown as understood, and taken away one by one', async () => {
    const page = await searching.open(path({ q: 'search "vector" -graph speaker:wren' }))
    await untilAnswered(page)
    const chips = page.getByTestId('chosen').getByRole('listitem')
    expect(await chips.allTextContents()).toEqual(['exactly “vector”', 'without “graph”', 'speaker “wren”'])
    await page.getByRole('link', { name: 'Remove: without “graph”' }).click()
    await page.waitForURL((url) => url.searchParams.get('q') === 'search "vector" speaker:wren')
    await expect.poll(() => field(page).inputValue()).toBe('search "vector" speaker:wren')
  })

  test('when nothing is found it is said once what was asked, how it was understood, and what to try', async () => {
    const page = await searching.open(path({ q: '"no such words" kind:post', source: 'none' }))
    const noHits = page.getByTestId('no-hits')
    await noHits.waitFor()
    expect(await noHits.getByRole('heading').first().textContent()).toBe(
      'Nothing found for "no such words" kind:post',
    )
    await noHits.getByText('It was understood as: exactly “no such words”, kind “post”.').waitFor()
    await noHits.getByRole('link', { name: 'Both: the words, everywhere' }).click()
    await page.getByTestId('hit').first().waitFor()
    await expect.poll(() => paramsOf(page)).toEqual({ q: 'no such words' })
  })

  test('what a looser search leaves out is said as it is', async () => {
    const offers = async (q: string) => {
      const page = await searching.open(path({ q }))
      await page.getByTestId('no-hits').waitFor()
      return page.getByRole('list', { name: 'Looser searches' }).getByRole('link').allTextContents()
    }
    expect(await offers('"no such words"')).toEqual(['Search for the words “no such words” in any order'])
    expect(await offers('speaker:nobody vector')).toEqual(['Search for “vector” alone'])
    expect(await offers('"no such words" kind:post')).toEqual([
      'Search for the words “no such words” alone, in any order',
    ])
  })

  test('on a phone the count and what is beside it are one line', async () => {
    const page = await searching.open(path({ q: 'vector search' }), {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    await untilAnswered(page)
    const heights = await page
      .locator('.result-line > :not(.visually-hidden)')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top + part.clientHeight / 2))
    expect(heights.length).toBe(4)
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(10)
  })

  test('a word that the library does not know is offered as it knows it', async () => {
    const page = await searching.open(path({ q: 'recipocal rank fusion' }))
    await untilAnswered(page)
    await page.getByRole('link', { name: 'reciprocal rank fusion', exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('q') === 'reciprocal rank fusion')
  })

  test('a search that fails says why, and is asked again', async () => {
    const page = await searching.open('/')
    await page.route('**/api/v1/search?**', (route) => route.abort())
    await field(page).fill('cosine')
    await page.getByText('This search could not be answered.').waitFor()
    await page.unroute('**/api/v1/search?**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByTestId('hit').first().waitFor()
  })

  test('half an answer is said to be one', async () => {
    const page = await searching.open('/')
    await page.route('**/api/v1/search?**', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...((await response.json()) as object), degraded: true } })
    })
    await field(page).fill('cosine')
    await page.getByTestId('degraded').waitFor()
  })
})
