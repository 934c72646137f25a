import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RepeatListResponse } from '../../src/api/schemas/repeats.js'
import { findFaults, looks } from './accessibility.js'
import { browserReason, skipsBrowser } from './browser.js'
import { addCollection, clipsOf, readCollection, tabTo, untilClips } from './editing.js'
import { Listening, media } from './listening.js'
import { aDataFolder } from './running-server.js'
import { untilAnswered } from './searching.js'
import { newVisit, openPage, paramsOf, untilHeard } from './visiting.js'

/** The desk's tools besides its search, in a real browser over the real program and the sample. */

const draft = `# On search

Cosine similarity is the cosine of the angle between two vectors. It is one when they point the same way, zero at a right angle and minus one when they are opposed.

## Unheard of

Bananas are rich in potassium, and a ripe one freezes well if you peel it first and cut it in thirds.`

describe.skipIf(skipsBrowser)(`the desk's tools${browserReason}`, () => {
  let library: Listening
  let posts: Awaited<ReturnType<typeof aDataFolder>>

  beforeAll(async () => {
    library = await Listening.begin()
    posts = await aDataFolder()
  })
  afterAll(async () => {
    await library.end()
    await posts.remove()
  })

  const tab = (page: Page, name: string) => page.getByRole('tab', { name })
  const panel = (page: Page, name: string) => page.locator(`#desk-panel-${name}`)

  async function findDraft(page: Page, text = draft): Promise<void> {
    await page.getByTestId('draft').fill(text)
    await page.getByTestId('draft-find').click()
    await page.getByTestId('draft-state').filter({ hasText: 'in the library.' }).waitFor()
  }

  /** Groups that no template makes, once the library was looked through. */
  async function untilRepeats(): Promise<RepeatListResponse> {
    const read = () => library.server.json<RepeatListResponse>('/api/v1/repeats?companion=false')
    await expect.poll(async () => (await read()).upToDate).toBe(true)
    return read()
  }

  test('the tabs are one stop of the Tab key, walked through by arrows, and stand in the address', async () => {
    const page = await library.open('/desk')
    await tabTo(page, '#desk-tab-search')
    const shown = () => page.evaluate(() => document.activeElement?.id)
    for (const name of ['draft', 'repeats', 'gaps', 'saved', 'search']) {
      await page.keyboard.press('ArrowRight')
      await page.locator(`#desk-tab-${name}[aria-selected=true]`).waitFor()
      expect(await shown()).toBe(`desk-tab-${name}`)
      await page.waitForURL((url) => (url.searchParams.get('tool') ?? 'search') === name)
    }
    await page.keyboard.press('ArrowLeft')
    expect(await shown()).toBe('desk-tab-saved')
    await page.keyboard.press('Home')
    expect(await shown()).toBe('desk-tab-search')
    await page.keyboard.press('End')
    expect(await shown()).toBe('desk-tab-saved')
    expect(await page.locator('[role=tab][tabindex="0"]').count()).toBe(1)
    await page.getByTestId('save-query').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[role=tabpanel]')?.id)).toBe(
      'desk-panel-saved',
    )

    await page.reload()
    await page.locator('#desk-tab-saved[aria-selected=true]').waitFor()
  })

  test('a draft shows where its paragraphs were said, a passage is heard and added, and says so', async () => {
    const id = await addCollection(library.server, 'From a draft')
    const page = await library.open(`/desk?c=${id}&tool=draft`)
    await page.getByTestId('collection-title').waitFor()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/reuse')) sent.push(request.url())
    })
    await page.getByTestId('draft').fill(draft)
    await page.reload()
    await expect.poll(() => page.getByTestId('draft').inputValue()).toBe(draft)
    expect(sent).toEqual([])

    await page.getByTestId('draft-find').click()
    await page.getByTestId('draft-state').getByText('1 of 2 paragraphs is in the library.').waitFor()
    expect(sent).toHaveLength(1)
    const [said, unsaid] = await page.getByTestId('draft-paragraph').all()
    expect(await unsaid?.innerText()).toContain('Nothing in the library is near enough.')
    await said?.getByText('Show all').click()
    const spoken = said
      ?.getByTestId('desk-hit')
      .filter({ has: page.locator('button.time') })
      .first()
    expect(await said?.innerText()).toMatch(/Says the same|Nearly the same words/)
    await spoken?.getByTestId('hit-play').click()
    await untilHeard(page, 'playing', 1)
    await page.$eval(media, (element) => (element as HTMLMediaElement).pause())
    await spoken?.getByTestId('desk-add').click()
    await untilClips(page, 1)

    await page.getByTestId('draft-find').click()
    await page.getByTestId('draft-state').getByText('1 of 2 paragraphs is in the library.').waitFor()
    await expect.poll(() => said?.getByRole('link', { name: 'From a draft' }).count()).toBeGreaterThan(0)
  })

  test('a draft is opened from a file, by keyboard alone looked for, and forgotten when it is cleared', async () => {
    const page = await library.open('/desk?tool=draft')
    await page.getByTestId('draft-file').setInputFiles({
      name: 'post.html',
      mimeType: 'text/html',
      buffer: Buffer.from(
        '<h2>On search</h2><p>Cosine similarity compares directions.<script>x()</script></p>',
      ),
    })
    await expect
      .poll(() => page.getByTestId('draft').inputValue())
      .toBe('## On search\n\nCosine similarity compares directions.')
    await page.getByTestId('draft-file').setInputFiles({
      name: 'sound.mp3',
      mimeType: 'audio/mpeg',
      buffer: Buffer.from([0, 1, 2, 0, 255]),
    })
    await page.getByText('sound.mp3 is no text').waitFor()
    await page.getByTestId('draft').focus()
    await page.keyboard.press('Control+Enter')
    await page.getByTestId('draft-paragraph').first().waitFor()
    await page.getByRole('button', { name: 'Clear the draft' }).click()
    await expect.poll(() => page.getByTestId('draft-paragraph').count()).toBe(0)
    await page.reload()
    await page.getByTestId('draft').waitFor()
    expect(await page.getByTestId('draft').inputValue()).toBe('')
  })

  test('a draft that takes long can be stopped, and goes on from there', async () => {
    const visit = await newVisit(library.browser, { serviceWorkers: 'block' })
    const page = await openPage(visit, `${library.server.url}/desk?tool=draft`)
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    let count = 0
    await page.route('**/api/v1/reuse', async (route) => {
      count += 1
      if (count === 2) await held
      // Who asked may have left.
      await route.continue().catch(() => undefined)
    })
    const paragraphs = Array.from(
      { length: 6 },
      (_, at) =>
        `Part ${at} says that cosine similarity compares the directions of two vectors and nothing else.`,
    )
    await page.getByTestId('draft').fill(paragraphs.join('\n\n'))
    await page.getByTestId('draft-find').click()
    await page.getByTestId('draft-state').getByText('4 of 6 paragraphs').waitFor()
    await page.getByTestId('draft-stop').click()
    await page.getByText('Stopped after 4 of 6 paragraphs.').waitFor()
    letGo()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByTestId('draft-state').getByText('6 of 6 paragraphs are in the library.').waitFor()
    expect(await page.getByTestId('draft-paragraph').count()).toBe(6)
  })

  test('repeats: two places of a group are added, and the clips warn of each other with a link', async () => {
    const { groups } = await untilRepeats()
    expect(groups.length).toBeGreaterThan(0)
    const id = await addCollection(library.server, 'Repeated')
    const page = await library.open(`/desk?c=${id}&tool=repeats`)
    const group = page.getByTestId('repeat-group').first()
    await group.waitFor()
    expect(await group.locator('h3').innerText()).toMatch(/words, in \d places/)
    for (const at of [0, 1]) {
      await group.getByTestId('desk-add').nth(at).click()
      await untilClips(page, at + 1)
    }
    const { clips } = await readCollection(library.server, id)
    const places = groups[0]?.places ?? []
    expect(clips.map(({ documentId }) => documentId)).toEqual(
      places.slice(0, 2).map(({ document }) => document.id),
    )
    const warning = clipsOf(page).first().getByTestId('clip-repeat')
    await warning.getByText('another clip here').waitFor()
    await warning.getByRole('link').click()
    await page.waitForURL((url) => url.searchParams.get('clip') === clips[1]?.id)

    const other = await addCollection(library.server, 'Told again')
    await page.goto(`${library.server.url}/desk?c=${other}&tool=repeats`)
    await page.getByTestId('repeat-group').first().getByTestId('desk-add').first().click()
    await untilClips(page, 1)
    await page.getByTestId('clip-repeat').getByRole('link', { name: 'Repeated' }).first().waitFor()
  })

  test('gaps: concepts on one side lead to their pages, searches in vain are listed and forgotten', async () => {
    for (const q of ['sourdough bread', 'bread with sourdough'])
      await library.server.json(`/api/v1/search?remember=true&q=${encodeURIComponent(q)}`)
    const page = await library.open('/desk?tool=gaps')
    const searches = page.getByTestId('gaps-searches')
    await searches.getByTestId('search-gap').first().waitFor()
    expect(await searches.getByTestId('search-gap').count()).toBe(1)
    expect(await searches.innerText()).toMatch(/Asked 2 times.*nothing fitted/)
    expect(await searches.innerText()).toContain('own machine only')

    await searches.getByRole('button', { name: 'Forget all' }).click()
    await page.getByTestId('confirm').getByRole('button', { name: 'Forget them' }).click()
    await searches.getByText('No search was in vain so far.').waitFor()

    const gap = page.getByTestId('gaps-writtenOnly').getByTestId('gap').first()
    const name = await gap.locator('.gap-name').innerText()
    await gap.locator('.gap-name').click()
    await page.waitForURL(/\/concepts\//)
    await page.getByRole('heading', { level: 1, name }).waitFor()
  })

  test('a search is saved from its page, what comes is unread, and then read', async () => {
    const q = 'sourdough starter'
    const page = await library.open(`/?q=${encodeURIComponent(q)}`)
    await untilAnswered(page)
    const feed = `/api/v1/search.rss?q=${q.replace(' ', '+')}`
    expect(await page.getByTestId('search-feed').getAttribute('href')).toBe(feed)
    expect(await page.locator('link[type="application/rss+xml"]').evaluateAll((all) => all.length)).toBe(1)
    expect((await library.server.get(feed)).headers.get('content-type')).toContain('application/rss+xml')
    await page.getByTestId('save-search').click()
    await page.getByTestId('notice').getByRole('link', { name: 'Saved searches' }).click()
    const saved = page.getByTestId('saved-search').filter({ hasText: q })
    await saved.getByText('Nothing new so far').waitFor()

    await writeFile(
      join(posts.folder, 'bread.md'),
      '---\ntitle: Bread\n---\n\nA sourdough starter is flour and water in which wild yeast lives; feed it each day.\n',
    )
    await library.server.post('/api/v1/sources', { location: posts.folder })
    await library.server.untilIdle()
    await saved.getByTestId('unread').getByText('1 new').waitFor()
    await tab(page, 'Saved').getByText('1 new').waitFor()
    await saved.locator('.saved-toggle').click()
    const match = saved.getByTestId('desk-hit')
    await match.getByText('wild yeast').waitFor()
    await match.getByText('New', { exact: true }).waitFor()
    await saved.getByTestId('mark-read').click()
    await expect.poll(() => page.getByTestId('unread').count()).toBe(0)
    await expect.poll(() => match.getByText('New', { exact: true }).count()).toBe(0)
    await page.reload()
    await saved.getByText('1 found').waitFor()
    expect(await page.getByTestId('unread').count()).toBe(0)
  })

  test('a webhook shows its secret once and its last error, a search is deleted', async () => {
    const page = await library.open('/desk?tool=saved')
    await page.getByTestId('save-query').fill('what is a vector')
    await page.getByTestId('save-query').press('Enter')
    const saved = page.getByTestId('saved-search').filter({ hasText: 'what is a vector' })
    await saved.locator('.saved-toggle').click()
    expect(await saved.getByTestId('saved-feed').inputValue()).toBe(
      `${library.server.url}/api/v1/search.rss?q=what+is+a+vector`,
    )
    await saved.getByTestId('webhook-url').fill('http://127.0.0.1:9/hook')
    await saved.getByTestId('webhook-url').press('Enter')
    await saved.getByRole('alert').filter({ hasText: '127.0.0.1' }).waitFor()
    await saved.getByTestId('webhook-url').fill('https://cuepoint.invalid/hook')
    await saved.getByTestId('webhook-url').press('Enter')
    await saved.getByText('Nothing was sent to it yet.').waitFor()
    expect(await saved.getByTestId('webhook-secret').inputValue()).toMatch(/^whsec_/)
    await saved.getByRole('button', { name: 'Send a test' }).click()
    await saved
      .getByTestId('webhook-state')
      .getByText(/Not taken|Given up/)
      .waitFor()
    await page.reload()
    await saved.locator('.saved-toggle').click()
    await saved
      .getByTestId('webhook-state')
      .getByText(/Not taken|Given up/)
      .waitFor()
    expect(await saved.getByTestId('webhook-secret').count()).toBe(0)

    await saved.getByRole('button', { name: 'Delete' }).click()
    await page.getByTestId('confirm').getByRole('button', { name: 'Delete it' }).click()
    await expect.poll(() => saved.count()).toBe(0)
  })

  for (const [look, options] of looks)
    for (const tool of ['draft', 'repeats', 'gaps', 'saved'] as const)
      test(`${tool} does not scroll sideways or have a serious accessibility fault (${look})`, async () => {
        const id = await addCollection(library.server, `Looked at: ${tool}, ${look}`)
        const page = await library.open(`/desk?c=${id}&tool=${tool}`, await library.visit(options))
        expect(paramsOf(page)['tool']).toBe(tool)
        if (tool === 'draft') await findDraft(page)
        if (tool === 'repeats') await page.getByTestId('repeat-group').first().waitFor()
        if (tool === 'gaps') await page.getByTestId('gap').first().waitFor()
        if (tool === 'saved') {
          await page.getByTestId('save-query').fill(`search ${look}`)
          await page.getByTestId('save-query').press('Enter')
          await page.getByTestId('saved-search').last().locator('.saved-toggle').click()
          await panel(page, tool).getByTestId('saved-feed').waitFor()
        }
        expect(await findFaults(page)).toEqual([])
      })
})
