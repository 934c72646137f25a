import { expect, test } from 'vitest'
import { podcastGuid } from '../../../../ingest/sources/feed/podcast-namespace.js'

// Both are published: the first in the feed itself, the second in the standard's text.
test.each([
  ['https://mp3s.nashownotes.com/pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
  ['https://podnews.net/rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
  ['http://podnews.net/rss///', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
])('the guid of %s is %s', (feedUrl, guid) => {
  expect(podcastGuid(feedUrl)).toBe(guid)
})
