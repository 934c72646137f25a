import { describe, expect, test } from 'vitest'
import { hostName, mediaAddress, webAddress, youtubeVideoId } from '../../web/src/outside-links.js'

describe('addresses from strangers', () => {
  test.each(['https://example.org/a?b=1', 'http://example.org'])('%s is an address of the web', (url) => {
    expect(webAddress(url)).toBe(url)
  })

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '/path',
    'nonsense',
    '',
    null,
  ])('%s is not', (url) => {
    expect(webAddress(url)).toBeNull()
  })

  test('media comes from the web or from this server, never from another path', () => {
    expect(mediaAddress('/api/v1/documents/a/media')).toBe('/api/v1/documents/a/media')
    expect(mediaAddress('https://example.org/a.mp3')).toBe('https://example.org/a.mp3')
    expect(mediaAddress('//example.org/a.mp3')).toBeNull()
    expect(mediaAddress('blob:x')).toBeNull()
    expect(mediaAddress(null)).toBeNull()
  })

  test('a host is named without www', () => {
    expect(hostName('https://www.example.org:8080/x')).toBe('example.org:8080')
  })
})

describe('videos on YouTube', () => {
  test.each([
    'https://www.youtube.com/watch?v=abc_DEF-123&t=5',
    'https://m.youtube.com/shorts/abc_DEF-123?feature=share',
    'https://youtu.be/abc_DEF-123?t=4',
    'https://www.youtube-nocookie.com/embed/abc_DEF-123',
    'https://youtube.com/live/abc_DEF-123',
  ])('%s shows one', (url) => {
    expect(youtubeVideoId(url)).toBe('abc_DEF-123')
  })

  test.each([
    'https://www.youtube.com/@channel',
    'https://www.youtube.com/watch?v=short',
    'https://youtube.com.evil.example/watch?v=abc_DEF-123',
    'https://example.org/embed/abc_DEF-123',
    'https://youtu.be/',
    null,
  ])('%s shows none', (url) => {
    expect(youtubeVideoId(url)).toBeNull()
  })
})
