import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  ConceptDocumentsResponse,
  ConceptListResponse,
  ConceptResponse,
  DocumentConceptsResponse,
  GraphResponse,
} from '../../src/api/schemas/concept.js'
import { findFaults, looks } from './accessibility.js'
import { browserReason, openBrowser, skipsBrowser } from './browser.js'
import { media } from './listening.js'
import { serveSample, type SampleServer } from './sample-library.js'
import { newVisit, openPage, paramsOf, secondsOfStart, untilDrawn } from './visiting.js'

/** The concept pages in a real browser, over the real program and what it finds in the sample. */

describe.skipIf(skipsBrowser)(`the concept pages${browserReason}`, () => {
  let server: SampleServer
  let browser: Browser
  let list: ConceptListResponse['concepts']
  /** Explained in something that can be played, with something related. */
  let explained: ConceptResponse

  beforeAll(async () => {
    server = await serveSample()
    list = (await server.json<ConceptListResponse>('/api/v1/concepts?limit=200')).concepts
    explained = await findExplained()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.end()
  })

  async function findExplained(): Promise<ConceptResponse> {
    for (const { slug } of list) {
      const concept = await server.json<ConceptResponse>(`/api/v1/concepts/${encodeURIComponent(slug)}`)
      if (concept.bestExplained?.jumpMs != null && concept.related.length > 0) return concept
    }
    throw new Error('no concept of the sample is explained in an episode and related to another one')
  }

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> =>
    openPage(await newVisit(browser, options), server.url + path)

  const pageOf = (slug: string) => `/concepts/${encodeURIComponent(slug)}`

  async function expectToStartAt(page: Page, ms: number): Promise<void> {
    expect(Math.abs((await secondsOfStart(page)) - ms / 1000)).toBeLessThan(0.3)
  }

  /** The same sound since it began. */
  async function expectToPlayOn(page: Page): Promise<void> {
    const types = await page.evaluate(() => heard.map(({ type }) => type))
    const since = types.slice(types.indexOf('playing'))
    expect(since.filter((type) => type === 'pause' || type === 'emptied')).toEqual([])
    expect(await page.$eval(media, (element) => (element as HTMLMediaElement).paused)).toBe(false)
  }

  test('the navigation leads to the list; typing filters it and is kept in the address', async () => {
    const page = await open('/')
    await page.getByRole('link', { name: 'Concepts', exact: true }).click()
    await page.getByTestId('concept').first().waitFor()
    expect(await page.getByTestId('concept').first().getByRole('link').innerText()).toBe(list[0]?.name)
    await page.getByTestId('concept-filter').fill(explained.name)
    await page.waitForURL((url) => url.searchParams.get('q') === explained.name)
    await page.getByRole('link', { name: explained.name, exact: true }).first().click()
    await page.waitForURL((url) => url.pathname === pageOf(explained.slug))
    await page.goBack()
    await expect.poll(() => page.getByTestId('concept-filter').inputValue()).toBe(explained.name)
  })

  test('a name that no concept has is answered in words', async () => {
    const page = await open('/concepts?q=zzzxyzzy')
    await page.getByText('No concept has “zzzxyzzy” in its name.').waitFor()
  })

  test('the best explanation plays in the one player, which goes on while one reads elsewhere', async () => {
    const page = await open(pageOf(explained.slug))
    expect(await page.getByTestId('concept-name').innerText()).toBe(explained.name)
    await page.getByTestId('key-place').first().getByRole('button').click()
    await expectToStartAt(page, explained.bestExplained?.jumpMs ?? 0)
    await page.getByTestId('related').first().getByRole('link').first().click()
    await page.waitForURL((url) => url.pathname === pageOf(explained.related[0]?.slug ?? ''))
    await expectToPlayOn(page)
  })

  test('a mark of the timeline tells its document and where it says most; the list below goes on when asked', async () => {
    const { slug = '', documents = 0 } = list.toSorted((a, b) => b.documents - a.documents)[0] ?? {}
    const page = await open(pageOf(slug))
    const { timeline } = await server.json<ConceptResponse>(`/api/v1${pageOf(slug)}`)
    await page.locator('.timeline-mark').first().hover()
    const chosen = page.locator('.timeline-chosen')
    await expect.poll(() => chosen.locator('.hit-open').count()).toBe(1)
    const title = await chosen.locator('.hit-open').innerText()
    expect(timeline.map((entry) => entry.title)).toContain(title)
    await chosen.locator('.time').waitFor()

    const rows = page.getByTestId('concept-document')
    expect(documents).toBeGreaterThan(8)
    await expect.poll(() => rows.count()).toBe(8)
    await page.getByRole('button', { name: `Show more of ${documents} documents` }).click()
    await expect.poll(() => rows.count()).toBe(Math.min(documents, 16))
  })

  test('each document shows its passages on demand', async () => {
    const page = await open(`${pageOf(explained.slug)}?order=date`)
    const { documents } = await server.json<ConceptDocumentsResponse>(
      `/api/v1${pageOf(explained.slug)}/documents?order=date&limit=1`,
    )
    const row = page.getByTestId('concept-document').first()
    await row.getByRole('button', { name: /^Show / }).click()
    await expect
      .poll(() => row.locator('.mentions li').count())
      .toBe(Math.min(documents[0]?.passages ?? 0, 20))
  })

  test('a row plays from where its passages do, and opens a post at its section', async () => {
    const page = await open(pageOf('variational-autoencoder'))
    const { documents } = await server.json<ConceptDocumentsResponse>(
      `/api/v1${pageOf('variational-autoencoder')}/documents?limit=8`,
    )
    const rowOf = (kind: string) => {
      const at = documents.findIndex(({ document }) => document.kind === kind)
      return { row: page.getByTestId('concept-document').nth(at), entry: documents[at] }
    }
    const spoken = rowOf('episode')
    await spoken.row.getByRole('button', { name: /^Show / }).click()
    const [inRow, inList] = [spoken.row.locator('.concept-moments'), spoken.row.locator('.mentions')]
    const timeOf = (within: Locator) =>
      within
        .getByRole('button', { name: /^Play / })
        .first()
        .innerText()
    expect(await timeOf(inRow)).toBe(await timeOf(inList))
    const written = rowOf('post')
    expect(written.entry?.best.anchor).toBeTruthy()
    const path = `/d/${written.entry?.document.id}#${written.entry?.best.anchor}`
    expect(
      await written.row
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual([path, path])
  })

  test('the documents of one kind are listed alone, in either order, and the address says so', async () => {
    const page = await open(pageOf('variational-autoencoder'))
    const kinds = page.getByRole('group', { name: 'Kind of the documents' })
    await kinds.getByRole('link', { name: 'posts' }).click()
    await page.getByRole('link', { name: 'By date' }).click()
    await page.waitForURL((url) => url.search === '?order=date&kind=post')
    const { documents } = await server.json<ConceptDocumentsResponse>(
      `/api/v1${pageOf('variational-autoencoder')}/documents?order=date&kind=post`,
    )
    const rows = page.getByTestId('concept-document')
    await expect
      .poll(() => rows.locator('.hit-open').allInnerTexts())
      .toEqual(documents.map(({ document }) => document.title))
    await page.goBack()
    await page.goBack()
    await expect.poll(() => rows.locator('.kind').allInnerTexts()).toContain('episode')
  })

  test('what belongs to it is shown in a passage that names it', async () => {
    const page = await open(pageOf('variational-autoencoder'))
    const row = page
      .getByTestId('related')
      .filter({ has: page.getByRole('link', { name: 'Latent Space', exact: true }) })
    const mark = row.locator('mark').first()
    expect(await mark.innerText()).toMatch(/^latent space/i)
    const [inside, around] = [await mark.boundingBox(), await row.locator('.example p').boundingBox()]
    expect((inside?.y ?? Infinity) + (inside?.height ?? 0)).toBeLessThanOrEqual(
      (around?.y ?? 0) + (around?.height ?? 0),
    )
  })

  test('on a phone the keyboard goes down the page as the eye does', async () => {
    const page = await open(pageOf('variational-autoencoder'), { viewport: { width: 390, height: 844 } })
    await page.getByTestId('concept-document').first().waitFor()
    const tops = await page.locator('.concept :is(a, button, summary):not(svg *)').evaluateAll((elements) =>
      elements
        .map((element) => element.getBoundingClientRect())
        .filter(({ height }) => height > 0)
        .map(({ top }) => top),
    )
    // A row of things may stand a little unevenly.
    const jumps = tops.filter((top, at) => top < Math.max(...tops.slice(0, at)) - 100)
    expect(jumps).toEqual([])
  })

  test('a merged slug shows the concept that is left, under its own address; a split undoes it', async () => {
    const [gone, into] = list.filter(({ slug }) => slug !== explained.slug).slice(-2)
    if (!gone || !into) throw new Error('the sample has too few concepts')
    const page = await open(pageOf(gone.slug))
    await page.getByTestId('edit-names').locator('summary').first().click()
    await page.getByLabel('The same as another concept?').fill(into.name)
    await page.getByRole('button', { name: `Merge into ${into.name}`, exact: true }).click()
    await page.waitForURL((url) => url.pathname === pageOf(into.slug))
    await expect.poll(() => page.getByTestId('concept-aliases').innerText()).toContain(gone.name)

    const again = await open(pageOf(gone.slug))
    await again.waitForURL((url) => url.pathname === pageOf(into.slug))
    const { status } = await server.post(`/api/v1${pageOf(into.slug)}/split`, { alias: gone.name })
    expect(status).toBe(200)
  })

  test('the map is walked by the arrow keys, says what it shows, and Enter opens a concept', async () => {
    const graph = await server.json<GraphResponse>('/api/v1/concepts/graph?limit=120')
    const page = await open('/concepts/map')
    await page.getByTestId('map-node').first().waitFor()
    expect(await page.getByTestId('map-node').count()).toBe(graph.nodes.length)
    const before = await page.getByTestId('map-node').first().boundingBox()
    await page.getByRole('link', { name: 'List of all concepts' }).focus()
    await page.keyboard.press('Tab')
    await untilDrawn(page)
    const slugNow = () => page.evaluate(() => document.activeElement?.getAttribute('data-slug') ?? null)
    const first = await slugNow()
    expect(first).toBe(graph.nodes[0]?.slug)
    await page.keyboard.press('+')
    await page.waitForFunction(
      ([selector, x]) => document.querySelector(String(selector))?.getBoundingClientRect().x !== x,
      ['[data-testid=map-node]', before?.x],
    )
    await page.keyboard.press('0')
    await untilDrawn(page)
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key)
      await untilDrawn(page)
      if ((await slugNow()) !== first) break
    }
    const moved = await slugNow()
    expect(moved).not.toBe(first)
    await expect.poll(() => paramsOf(page)['focus']).toBe(moved)
    const name = graph.nodes.find(({ slug }) => slug === moved)?.name ?? ''
    await expect.poll(() => page.getByTestId('map-focus').getByRole('heading').innerText()).toBe(name)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /, [\d,]+ mentions?, related to /,
    )
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === pageOf(moved ?? ''))
    expect(await page.getByTestId('concept-name').innerText()).toBe(name)
  })

  for (const [look, options] of looks)
    test(`the largest concepts of the map have their names at first sight (${look})`, async () => {
      const graph = await server.json<GraphResponse>('/api/v1/concepts/graph?limit=120')
      const page = await open('/concepts/map', options)
      await page.locator('.map-label').first().waitFor()
      const shown = await page.locator('.map-label').allTextContents()
      const largest = graph.nodes.toSorted((a, b) => b.mentions - a.mentions).slice(0, 5)
      expect(shown).toEqual(expect.arrayContaining(largest.map(({ name }) => name)))
      const cutOff = await page.locator('.map-label').evaluateAll((labels) => {
        const map = document.querySelector('.map-box')?.getBoundingClientRect()
        const buttons = document.querySelector('.map-buttons')?.getBoundingClientRect()
        if (!map || !buttons) throw new Error('there is no map')
        return labels.filter((label) => {
          const { left, right, top, bottom } = label.getBoundingClientRect()
          const isInside = left >= map.left && right <= map.right && top >= map.top && bottom <= map.bottom
          return !isInside || (right > buttons.left && bottom > buttons.top)
        }).length
      })
      expect(cutOff).toBe(0)
    })

  test('names on the map grow with the text of the reader', async () => {
    const page = await open(`/concepts/map?around=${encodeURIComponent(explained.slug)}`)
    const label = page.locator('.map-label[data-look=active]')
    const height = async () => (await label.boundingBox())?.height ?? 0
    await label.waitFor()
    const before = await height()
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    await page.getByRole('button', { name: 'Show all of the map' }).click()
    await expect.poll(height).toBeGreaterThan(1.5 * before)
  })

  test('a hidden concept has no map: neither its page nor the address of one offers it', async () => {
    const hide = (hidden: boolean) => server.post(`/api/v1${pageOf(explained.slug)}/hide`, { hidden })
    const page = await open(pageOf(explained.slug))
    await page.getByRole('link', { name: 'Open the map here' }).waitFor()
    expect((await hide(true)).status).toBe(200)
    await page.reload()
    await page.getByText('Its name was hidden').waitFor()
    expect(await page.getByRole('link', { name: 'Open the map here' }).count()).toBe(0)
    await page.goto(`${server.url}/concepts/map?around=${encodeURIComponent(explained.slug)}`)
    await page.getByText('Its name was hidden').waitFor()
    expect(await page.getByTestId('concept-map').count()).toBe(0)
    expect((await hide(false)).status).toBe(200)
    await page.reload()
    await page.getByTestId('concept-map').waitFor()
  })

  test('an address that names no concept is answered in words for readers, with the way to the list', async () => {
    for (const path of ['/concepts/nope', '/concepts/map?around=nope']) {
      const page = await open(path)
      const note = page.getByRole('alert')
      await note.getByRole('link', { name: 'all concepts' }).waitFor()
      expect(await note.innerText()).not.toMatch(/api|Try again/i)
      expect(await page.getByRole('link', { name: 'Its page' }).count()).toBe(0)
    }
  })

  test('opening a concept from the map does not stop what plays', async () => {
    const page = await open(pageOf(explained.slug))
    await page.getByTestId('key-place').first().getByRole('button').click()
    await expectToStartAt(page, explained.bestExplained?.jumpMs ?? 0)
    await page.getByRole('link', { name: 'Open the map here' }).click()
    const node = page.locator('[data-testid=map-node][data-look=ring]').first()
    await node.waitFor()
    await node.dispatchEvent('click')
    await page.getByTestId('concept-name').waitFor()
    await expectToPlayOn(page)
  })

  test('a document lists its concepts and marks them in its text, and a marked line still plays', async () => {
    const id = explained.bestExplained?.document.id ?? ''
    const { concepts } = await server.json<DocumentConceptsResponse>(`/api/v1/documents/${id}/concepts`)
    const page = await open(`/d/${id}`)
    const here = page.getByTestId('concepts-here')
    await here.locator('.concept-here').first().waitFor()
    expect(await here.locator('.concept-link').first().innerText()).toBe(concepts[0]?.name)
    const inText = page.getByTestId('concept-in-text').first()
    await inText.waitFor()
    const line = page.locator('[data-testid=cue]:has([data-testid=concept-in-text])').first()
    const startMs = Number(await line.getAttribute('data-start-ms'))
    await line.locator('[data-plays]').first().dispatchEvent('click')
    await expectToStartAt(page, startMs)
    const href = await inText.getAttribute('href')
    await inText.click()
    await page.waitForURL((url) => url.pathname === href)
    expect(await page.locator(media).count()).toBe(1)
  })

  test('a search shows what it and its hits are about', async () => {
    const page = await open(`/?q=${encodeURIComponent(explained.name)}`)
    await page.getByTestId('related-concepts').waitFor()
    const link = page.getByTestId('related-concepts').getByRole('link').first()
    const href = await link.getAttribute('href')
    await page.getByTestId('hit-concepts').first().waitFor()
    await link.click()
    await page.waitForURL((url) => url.pathname === href)
  })

  for (const [look, options] of looks)
    test(`no page scrolls sideways or has a serious accessibility fault (${look})`, async () => {
      for (const path of [
        '/concepts',
        pageOf(explained.slug),
        '/concepts/map',
        `/concepts/map?around=${encodeURIComponent(explained.slug)}`,
      ]) {
        const page = await open(path, options)
        await page.waitForLoadState('networkidle')
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        expect([path, await findFaults(page)]).toEqual([path, []])
      }
    })
})
