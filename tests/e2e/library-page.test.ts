import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { DocumentListResponse } from '../../src/api/schemas/document.js'
import type { SourceListResponse } from '../../src/api/schemas/source.js'
import type { Static } from 'typebox'
import { findFaults, looks } from './accessibility.js'
import { browserReason, openBrowser, skipsBrowser } from './browser.js'
import { aDataFolder, startServer, startServerWith, type RunningServer } from './running-server.js'
import { newVisit, openPage, paramsOf } from './visiting.js'

/** The library page in a real browser: sources of a server on this machine, added, pulled, looked through and removed. */

const episodes = 12
const topics = ['flour', 'water', 'salt', 'heat', 'patience']
const titleOf = (show: string, part: number) => `${show} ${part}: ${topics[part % topics.length]}`

/** Two episodes name no transcript, and the transcript of a third is not there. */
function feed(show: string, origin: string): string {
  const items = Array.from(
    { length: episodes },
    (_, part) => `<item><title>${titleOf(show, part)}</title><guid>${show}-${part}</guid>
      <pubDate>${new Date(Date.UTC(2026, 0, 1 + part)).toUTCString()}</pubDate>
      <enclosure url="https://media.example/${show}/${part}.mp3" type="audio/mpeg" length="1"/>
      ${part < 2 ? '' : `<podcast:transcript url="${origin}/${show}/${part}.vtt" type="text/vtt"/>`}</item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
    <title>${show}</title><language>en</language>${items.join('')}</channel></rss>`
}

const transcript = (show: string, part: number): string =>
  `WEBVTT\n\n00:00.000 --> 00:09.000\nThis is part ${part} of ${show}, about ${topics[part % topics.length]} and the number ${part * 37}.\n`

interface Publisher {
  origin: string
  /** Transcripts that are asked for from now on wait. */
  hold(): void
  /** Sends one that waits, or is yet to be asked for. */
  sendOne(): Promise<void>
  /** Sends them all, and makes none wait. */
  sendAll(): void
  close(): void
}

async function servePublisher(): Promise<Publisher> {
  const waiting: (() => void)[] = []
  let isHeld = false
  const server = createServer((request, response) => {
    const [, show = '', file = ''] = (request.url ?? '').split('/').map(decodeURIComponent)
    const part = Number.parseInt(file, 10)
    const send = () => void response.end(transcript(show, part))
    if (file === 'feed.xml') response.end(feed(show, origin))
    else if (!file.endsWith('.vtt') || part === 2) response.writeHead(404).end()
    else if (isHeld) waiting.push(send)
    else send()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    hold: () => (isHeld = true),
    async sendOne() {
      await expect.poll(() => waiting.length).toBeGreaterThan(0)
      waiting.shift()?.()
    },
    sendAll() {
      isHeld = false
      for (const send of waiting.splice(0)) send()
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

describe.skipIf(skipsBrowser)(`the library page${browserReason}`, () => {
  let server: RunningServer
  let browser: Browser
  let publisher: Publisher
  let remove: () => Promise<void>

  beforeAll(async () => {
    process.env.CUEPOINT_ALLOW_PRIVATE = '1'
    const data = await aDataFolder()
    remove = data.remove
    publisher = await servePublisher()
    server = await startServer(data.folder, '--no-sample')
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    publisher.close()
    await remove()
  })

  const feedOf = (show: string) => `${publisher.origin}/${show}/feed.xml`

  const open = async (path: string, options: BrowserContextOptions = {}, url = server.url): Promise<Page> =>
    openPage(await newVisit(browser, options), url + path)

  const sourceOf = async (show: string) => {
    const { sources } = await server.json<SourceListResponse>('/api/v1/sources')
    return sources.find(({ title }) => title === show)
  }
  const cardOf = (page: Page, show: string) =>
    page.getByTestId('source').filter({ has: page.getByRole('heading', { name: show }) })
  const rows = (page: Page) => page.getByTestId('document')
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

  /** In the library, pulled to the end. */
  async function have(show: string): Promise<string> {
    if (!(await sourceOf(show))) await server.post('/api/v1/sources', { location: feedOf(show) })
    await server.untilIdle()
    return (await sourceOf(show))?.id ?? ''
  }

  test('a search of an empty library says that it is empty, and where to add something', async () => {
    const page = await open('/?q=bread')
    const noHits = page.getByTestId('no-hits')
    await noHits.getByText('Nothing is here yet').waitFor()
    expect(await noHits.getByText('Try fewer or other words').count()).toBe(0)
    await noHits.getByRole('link', { name: 'Add a feed, a folder or a page' }).click()
    await page.waitForURL('**/library')
  })

  test('by keyboard alone: an empty library takes an address, says what is there, adds it, and shows it grow', async () => {
    const page = await open('/library')
    await page.getByRole('heading', { name: 'Nothing is here yet' }).waitFor()
    for (let tabs = 0; tabs < 20; tabs++) {
      await page.keyboard.press('Tab')
      if (await page.getByTestId('add-location').evaluate((field) => field === document.activeElement)) break
    }
    await page.keyboard.type(feedOf('bread'))
    await page.keyboard.press('Enter')
    const look = page.getByTestId('look')
    await page.getByRole('button', { name: 'Add bread' }).waitFor()
    expect(await look.innerText()).toMatch(/12 episodes[\s\S]*1 Jan 2026 – 12 Jan 2026[\s\S]*English/)
    expect(await look.innerText()).toContain('10 recordings with a transcript, 2 without')
    expect(await look.innerText()).toContain(titleOf('bread', 11))
    // Nothing is subscribed to by looking.
    expect(await sourceOf('bread')).toBeUndefined()

    await expect.poll(() => focused(page)).toBe('Add')
    publisher.hold()
    onTestFinished(() => publisher.sendAll())
    await page.keyboard.press('Enter')
    const progress = cardOf(page, 'bread').locator('[data-testid=job][data-status=running] progress[value]')
    await progress.waitFor()
    const share = () => progress.evaluate((bar) => (bar as HTMLProgressElement).value)
    const first = await share()
    for (let sent = 0; sent < 4; sent += 1) await publisher.sendOne()
    await expect.poll(share).toBeGreaterThan(first)
    publisher.sendAll()
    await cardOf(page, 'bread').getByText('Pulled just now: 12 new', { exact: true }).waitFor()
    await expect.poll(() => focused(page)).toBe('bread')
  })

  test('issues are in words, grouped, with what to do and where', async () => {
    await have('bread')
    const page = await open('/library')
    const issues = cardOf(page, 'bread').getByTestId('issue')
    await issues.first().waitFor()
    expect(await issues.locator('summary').allInnerTexts()).toEqual([
      '1 file is not where the source says',
      '2 of 12 recordings have no transcript',
    ])
    await issues.nth(1).locator('summary').click()
    await issues.nth(1).getByText(titleOf('bread', 0)).waitFor()
    await issues.nth(0).locator('summary').click()
    await issues.nth(0).getByRole('button', { name: 'Try again' }).click()
    await cardOf(page, 'bread').getByText('Pulled just now: nothing new', { exact: true }).waitFor()
  })

  test('documents are narrowed and sorted, each choice has an address, and Back undoes it', async () => {
    const id = await have('bread')
    const page = await open('/library')
    await cardOf(page, 'bread').getByRole('link', { name: 'bread', exact: true }).click()
    await page.getByRole('heading', { name: 'bread', level: 1 }).waitFor()
    await rows(page)
      .nth(episodes - 1)
      .waitFor()
    await page.getByLabel('Condition').selectOption('Without a transcript (3)')
    await page.getByText('3 documents without a transcript').waitFor()
    await expect.poll(() => rows(page).count()).toBe(3)
    await page.getByLabel('Order').selectOption('Oldest first')
    await page.waitForFunction(
      (title) => document.querySelector('[data-testid=document] a')?.textContent === title,
      titleOf('bread', 0),
    )
    await expect
      .poll(() => paramsOf(page))
      .toEqual({ source: id, only: 'without-transcript', sort: 'oldest' })
    await page.getByTestId('title-filter').fill('water')
    await page.getByText('1 document without a transcript with “water” in the title').waitFor()

    await rows(page).first().getByRole('link').click()
    await page.waitForURL(/\/d\//)
    await page.goBack()
    await expect.poll(() => rows(page).count()).toBe(1)
    await page.goBack()
    await page.getByText('3 documents without a transcript').waitFor()
    await page.goBack()
    await page.getByText(`${episodes} documents`, { exact: true }).waitFor()
    await page.reload()
    await rows(page)
      .nth(episodes - 1)
      .waitFor()
  })

  test('documents that issues name are listed with what is wrong', async () => {
    const id = await have('bread')
    const page = await open(`/library?source=${id}&only=with-issues`)
    await page.getByText('3 documents with issues').waitFor()
    await page.getByText('2.vtt answered 404').waitFor()
    await expect.poll(() => rows(page).filter({ hasText: 'no transcript' }).count()).toBe(3)
  })

  test('several addresses are looked at together; what cannot be read says why, what is known is not taken twice', async () => {
    await have('bread')
    const page = await open('/library')
    const locations = [
      feedOf('bread'),
      feedOf('cake'),
      `${publisher.origin}/pie/nothing.xml`,
      '/nowhere/at/all',
    ]
    await page.getByTestId('add-location').fill(locations.join('\n'))
    await page.getByRole('button', { name: 'Look', exact: true }).click()
    await page.getByTestId('looks').getByText('1 found, 1 in the library already, 2 cannot be read').waitFor()
    const texts = await page.getByTestId('look').allInnerTexts()
    expect(texts[0]).toContain('It is in the library already.')
    expect(texts[2]).toMatch(/answered 404[\s\S]*Check the address in a browser/)
    expect(texts[3]).toContain('there is no such file or folder')
    await page.getByRole('button', { name: 'Add cake' }).click()
    await page.getByTestId('looks').getByText('1 added').waitFor()
    await server.untilIdle()
    expect((await sourceOf('cake'))?.documents).toBe(episodes)
  })

  test('the list of subscriptions of another app is taken; another file is told apart', async () => {
    await have('bread')
    const page = await open('/library')
    const give = (name: string, text: string) =>
      page.getByTestId('opml').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(text) })
    await give('feed.xml', '<rss/>')
    await page.getByText('feed.xml is no list of subscriptions (OPML).').waitFor()
    await give('subscriptions.opml', `<opml><body><outline xmlUrl="${feedOf('bread')}"/></body></opml>`)
    await page.getByTestId('look').getByText('It is in the library already.').waitFor()
    await page.getByText('is no list of subscriptions').waitFor({ state: 'detached' })
  })

  test('progress goes on where events do not come through', async () => {
    await have('bread')
    const page = await open('/library')
    await page.route('**/api/v1/jobs/*/events', (route) => route.fulfill({ status: 502 }))
    await page.getByTestId('add-location').fill(feedOf('scones'))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add scones' }).click()
    await cardOf(page, 'scones').getByText('Pulled just now: 12 new', { exact: true }).waitFor()
  })

  test('a source is removed only after saying what goes with it', async () => {
    const id = await have('pastry')
    const page = await open('/library')
    const ask = cardOf(page, 'pastry').getByRole('button', { name: 'Remove pastry' })
    await ask.click()
    const dialog = page.getByTestId('confirm')
    expect(await dialog.innerText()).toMatch(/Remove “pastry”\?[\s\S]*Its 12 documents leave the library/)
    await expect.poll(() => focused(page)).toBe('Cancel')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toBe('Remove')
    expect((await sourceOf('pastry'))?.id).toBe(id)
    await ask.click()
    await dialog.getByRole('button', { name: 'Remove it' }).click()
    await page.getByText('“pastry” was removed.').waitFor()
    await cardOf(page, 'pastry').waitFor({ state: 'detached' })
    const { total } = await server.json<Static<typeof DocumentListResponse>>(`/api/v1/documents?source=${id}`)
    expect(total).toBe(0)
  })

  test('a source that is not there any more says so', async () => {
    const page = await open('/library?source=nothing')
    await page.getByText('This source is not in the library any more.').waitFor()
  })

  test('the token is asked for when it is needed, and what was refused is done then', async () => {
    const token = 'a-token-of-some-length'
    const data = await aDataFolder()
    const guarded = await startServerWith({ CUEPOINT_TOKEN: token }, data.folder, '--no-sample')
    onTestFinished(async () => {
      await guarded.stop()
      await data.remove()
    })
    const page = await open('/library', {}, guarded.url)
    await page.getByTestId('add-location').fill(feedOf('buns'))
    await page.keyboard.press('Enter')
    const dialog = page.getByTestId('token')
    await dialog.waitFor()
    await page.keyboard.type('some-other-token-than-that')
    await page.keyboard.press('Enter')
    await dialog.getByText('That is not the token of this server').waitFor()
    await dialog.getByRole('textbox').fill(token)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add buns' }).waitFor()
    await dialog.waitFor({ state: 'detached' })
  })

  for (const [look, options] of looks)
    test(`nothing scrolls sideways or has a serious accessibility fault (${look})`, async () => {
      const id = await have('bread')
      const page = await open('/library', options)
      const check = async (state: string) => expect([state, await findFaults(page)]).toEqual([state, []])
      const issue = cardOf(page, 'bread').getByTestId('issue')
      await issue.first().locator('summary').click()
      await issue.first().getByRole('button', { name: 'Try again' }).waitFor()
      await page.getByTestId('add-location').fill(`${publisher.origin}/pie/nothing.xml`)
      await page.keyboard.press('Enter')
      await page.getByTestId('look').getByRole('button', { name: 'Try again' }).waitFor()
      await check('sources')
      await page.getByRole('button', { name: 'Remove bread' }).click()
      await page.getByTestId('confirm').waitFor()
      await check('dialog')
      await page.goto(`${server.url}/library?source=${id}`)
      await rows(page).first().waitFor()
      await check('documents')
    })
})
