import { expect, test } from 'vitest'
import { displayLocation, hideSecrets } from '../../src/domain/location.js'

test.each([
  ['https://ann:pw@x.org/feed?a=1', 'https://x.org/feed?a=1'],
  ['https://x.org:8443/feed?auth=abc&page=2', 'https://x.org:8443/feed?auth=…&page=2'],
  ['https://x.org/feed?page=2&access_token=abc#top', 'https://x.org/feed?page=2&access_token=…'],
  ['https://x.org/feed?apiKey=abc&X-Amz-Signature=def', 'https://x.org/feed?apiKey=…&X-Amz-Signature=…'],
  ['https://x.org/feed?author=Ada&keyword=b&token=', 'https://x.org/feed?author=Ada&keyword=b&token='],
  ['https://x.org/feed%20a?q=%C3%BC#part', 'https://x.org/feed%20a?q=%C3%BC#part'],
  ['/home/ann/shows?token=abc', '/home/ann/shows?token=abc'],
  ['https://', 'https://'],
])('%s is shown as %s', (location, shown) => {
  expect(displayLocation(location)).toBe(shown)
})

test('addresses within a text lose their secrets, the text around them stays', () => {
  expect(hideSecrets('(see http://a:b@x.org/f?key=1, "https://y.org/?auth=2": no.) http://z.org.')).toBe(
    '(see http://x.org/f?key=…, "https://y.org/?auth=…": no.) http://z.org.',
  )
})
