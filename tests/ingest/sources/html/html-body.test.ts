import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHtmlBody } from '../../../../ingest/sources/html/html-body.js'

const sectionsOf = (html: string): [number, string, string, string][] =>
  readHtmlBody(html, { url: null }).sections.map(({ level, anchor, heading, text }) => [
    level,
    anchor,
    heading,
    text,
  ])

test.each<[string, string, [number, string, string, string][]]>([
  ['text without any element is one section', 'a &lt; b', [[0, '', '', 'a < b']]],
  [
    'ids stand in headings, before them or around them',
    '<h2 id="a">A</h2>x<h2><a id="b"></a>B</h2>y<a name="c"></a><h2>C</h2>z<div id="d"><h2>D</h2>w</div>',
    [
      [2, 'a', 'A', 'x'],
      [2, 'b', 'B', 'y'],
      [2, 'c', 'C', 'z'],
      [2, 'd', 'D', 'w'],
    ],
  ],
  [
    'a heading without id gets one that no other has',
    '<h2>A</h2>x<h3>A</h3>y<h2 id="a-1">B</h2>z',
    [
      [2, 'a', 'A', 'x'],
      [3, 'a-2', 'A', 'y'],
      [2, 'a-1', 'B', 'z'],
    ],
  ],
  [
    "a repeated id is the first one's",
    '<h2 id="a">A</h2>x<h2 id="a">B</h2>y',
    [
      [2, 'a', 'A', 'x'],
      [2, 'b', 'B', 'y'],
    ],
  ],
  ['a number that is not counted through stays', '<h2>3. May</h2>x', [[2, '3-may', '3. May', 'x']]],
  [
    'definitions are lines',
    '<dl><dt>A</dt><dd>one</dd><dt>B:</dt><dd>two</dd></dl>',
    [[0, '', '', 'A: one\nB: two']],
  ],
  ['text beside blocks is a paragraph', 'a<p>b</p>c<br>d', [[0, '', '', 'a\n\nb\n\nc\nd']]],
])('%s', (_, html, sections) => {
  expect(sectionsOf(html)).toEqual(sections)
})

test('relative links need an address; those into the page and placeholders are none', () => {
  const html =
    '<p><a href="/a">a</a> <a href="#b">b</a> <a href="https://youtube.com/watch?v=ID">c</a> <a href="javascript:x">d</a> <a href="file:///e">e</a></p>'
  const links = (url: string | null) => readHtmlBody(html, { url }).sections[0]?.links
  expect(links('https://x.example/p/')).toEqual([{ title: 'a', url: 'https://x.example/a', rel: 'resource' }])
  expect(links(null)).toEqual([])
})

test('a table with many links a row is read as text, its links belong to the section', () => {
  const row =
    '<tr><td>A</td><td><a href="https://x.example/1">1</a> | <a href="https://x.example/2">2</a> | <a href="https://x.example/3">3</a></td></tr>'
  const { sections, links } = readHtmlBody(`<table><tr><th>Name</th><th>Links</th></tr>${row}</table>`, {
    url: null,
  })
  expect([links, sections.map(({ text, links: own }) => [text, own.length])]).toEqual([
    [],
    [['A: 1 | 2 | 3', 3]],
  ])
})

test('anything is read, with unique anchors and no NUL', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'<h2> </h2> <h2_id="a"> <p> </p> <ul> <li> </ul> <table> <tr> <td> </table> <blockquote> <pre> <a_href="#x"> </a> <script> </script> <!-- --> <svg> <math> &amp; &#0;'
        .split(' ')
        .map((text) => text.replace('_', ' ')),
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { sections } = readHtmlBody(pieces.join(''), { url: null })
      const anchors = sections.map(({ anchor }) => anchor)
      expect(new Set(anchors).size).toBe(anchors.length)
      expect(sections.every(({ text }) => text !== '' && !text.includes('\0'))).toBe(true)
    }),
  )
})

test('nesting without end gives its text', () => {
  expect(sectionsOf(`${'<div>'.repeat(100_000)}deep${'<p>more'.repeat(3)}`)).toEqual([
    [0, '', '', 'deep\n\nmore\n\nmore\n\nmore'],
  ])
})
