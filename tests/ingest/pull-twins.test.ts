import { expect, test } from 'vitest'
import { aFeed, aLibrary, aVtt } from './pulled-feed.js'

/** The feed of a network and the feed of a show list the same recordings. */

const episodes = (transcript?: string) => [
  { guid: 'a', day: 1, ...(transcript === undefined ? {} : { transcript }) },
  { guid: 'b', day: 2 },
]

test('what two sources list is in the library once, with the one that came first', async () => {
  const library = await aLibrary()
  library.pages.set('/show.xml', { body: aFeed('Show', episodes()) })
  library.pages.set('/network.xml', { body: aFeed('Network', [...episodes(), { guid: 'c', day: 3 }]) })
  const show = await library.add('/show.xml')
  await library.pull(show)
  const network = await library.add('/network.xml')
  expect((await library.pull(network)).step).toBe('1 new or changed, 2 in the library already')
  expect((await library.catalog.counts()).documents.episode).toBe(3)

  await library.catalog.removeSource(show)
  expect((await library.pull(network)).step).toBe('2 new or changed')
  expect((await library.catalog.counts()).documents.episode).toBe(3)
})

/** The feed of the show has no transcript, that of the network has one of the first episode. */
async function aLibraryOfTwoFeeds() {
  const library = await aLibrary()
  library.pages.set('/show.xml', { body: aFeed('Show', episodes()) })
  library.pages.set('/network.xml', { body: aFeed('Network', episodes('/a.vtt')) })
  library.pages.set('/a.vtt', { body: aVtt('Search finds the moment.') })
  const listed = async () => {
    const { documents } = await library.catalog.listDocuments({}, { limit: 9, cursor: null })
    return documents.map(({ title, sourceTitle }) => [title, sourceTitle])
  }
  return { ...library, listed }
}

test('of two the one with a transcript stays, also when the other came first', async () => {
  const { pull, add, listed } = await aLibraryOfTwoFeeds()
  await pull(await add('/show.xml'))
  expect((await pull(await add('/network.xml'))).step).toBe('1 new or changed, 1 in the library already')
  expect(await listed()).toEqual([
    ['Episode b', 'Show'],
    ['Episode a', 'Network'],
  ])
})

test('of two the one with a transcript stays when it came first', async () => {
  const { pull, add, listed } = await aLibraryOfTwoFeeds()
  await pull(await add('/network.xml'))
  expect((await pull(await add('/show.xml'))).step).toBe('0 new or changed, 2 in the library already')
  expect(await listed()).toEqual([
    ['Episode b', 'Network'],
    ['Episode a', 'Network'],
  ])
})

test('a replacement that does not come to be leaves what was there', async () => {
  const { pull, add, embedder, catalog } = await aLibraryOfTwoFeeds()
  await pull(await add('/show.xml'))
  const network = await add('/network.xml')
  embedder.embedPassages = () => Promise.reject(new Error('the model is gone'))
  expect((await pull(network)).status).toBe('failed')
  expect((await catalog.counts()).documents.episode).toBe(2)
})

test('the address of a show and the day of its episodes make no two of them one', async () => {
  const library = await aLibrary()
  const item = (title: string, extra = '') =>
    `<item><title>${title}</title><guid>${title}</guid><link>https://show.example/podcast</link>
     <pubDate>Thu, 01 Jan 2026 08:00:00 GMT</pubDate>
     <enclosure url="https://cdn.example/${title}.mp3" type="audio/mpeg" length="1"/>${extra}</item>`
  const transcript = '<podcast:transcript url="/a.vtt" type="text/vtt"/>'
  library.pages.set('/one.xml', { body: aFeed('One', [], item('Interview') + item('Bonus')) })
  library.pages.set('/two.xml', { body: aFeed('Two', [], item('News', transcript)) })
  library.pages.set('/a.vtt', { body: aVtt('Search finds the moment.') })
  await library.pull(await library.add('/one.xml'))
  await library.pull(await library.add('/two.xml'))
  expect((await library.catalog.counts()).documents.episode).toBe(3)
})
