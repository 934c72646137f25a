import { describe, expect, test } from 'vitest'
import { isInside, resolveReference } from '../../../ingest/sources/resolve-reference.js'

const web = { location: 'https://show.example/feeds/feed.xml', isFolder: false }
const file = { location: '/shows/one/feed.xml', isFolder: false }
const folder = { location: '/shows/one', isFolder: true }

describe('an address that may be used', () => {
  test.each([
    [web, 't/a.vtt', 'https://show.example/feeds/t/a.vtt'],
    [web, '/a.vtt', 'https://show.example/a.vtt'],
    [web, '//cdn.example/a.vtt', 'https://cdn.example/a.vtt'],
    [web, ' http://x.example ', 'http://x.example/'],
    [file, 't/a.vtt', 'file:///shows/one/t/a.vtt'],
    [file, 't/../a.vtt', 'file:///shows/one/a.vtt'],
    [file, 'file:///shows/one/a.vtt', 'file:///shows/one/a.vtt'],
    [file, 'https://x.example/a', 'https://x.example/a'],
    [folder, 'a.png', 'file:///shows/one/a.png'],
    [file, '..a/b.vtt', 'file:///shows/one/..a/b.vtt'],
  ])('from %j, %j is %s', (base, written, url) => {
    expect(resolveReference(written, base)).toEqual({ url, problem: null })
  })
})

describe('an address that may not', () => {
  test.each([
    [web, 'file:///etc/passwd', 'PATH_OUTSIDE_SOURCE'],
    [web, 'FILE:a.vtt', 'PATH_OUTSIDE_SOURCE'],
    [file, '../two/a.vtt', 'PATH_OUTSIDE_SOURCE'],
    [file, '%2e%2e/two/a.vtt', 'PATH_OUTSIDE_SOURCE'],
    [file, '..%2ftwo/a.vtt', 'PATH_OUTSIDE_SOURCE'],
    [file, 'a%00.vtt', 'PATH_OUTSIDE_SOURCE'],
    [file, '/etc/passwd', 'PATH_OUTSIDE_SOURCE'],
    [file, '//host/share/a.vtt', 'PATH_OUTSIDE_SOURCE'],
    [file, '/shows/one-more/a.vtt', 'PATH_OUTSIDE_SOURCE'],
    [folder, '../one-more/a.vtt', 'PATH_OUTSIDE_SOURCE'],
    [web, 'javascript:alert(1)', null],
    [web, 'java\nscript:alert(1)', null],
    [file, 'data:text/vtt,WEBVTT', null],
    [web, '', null],
    [web, 'http://', null],
    [web, `https://x.example/${'a'.repeat(9000)}`, null],
  ])('from %j, %j has a problem with code %s', (base, written, code) => {
    expect(resolveReference(written, base)).toEqual({
      url: null,
      problem: { code, message: expect.any(String) as string },
    })
  })
})

test('inside is decided by whole names', () => {
  expect(['/a/b', '/a/b/c', '/a/b/../b/c', '/a/bc', '/a', '/'].map((path) => isInside('/a/b', path))).toEqual(
    [true, true, false, false, false, false],
  )
})
