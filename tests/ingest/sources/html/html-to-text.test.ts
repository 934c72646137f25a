import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeEntities } from '../../../../ingest/sources/html/decode-entities.js'
import { htmlToText, toLine } from '../../../../ingest/sources/html/html-to-text.js'

describe('htmlToText', () => {
  test.each([
    ['paragraphs are set off by a blank line', '<p>one\n two</p>\n\n<p>three</p>', 'one two\n\nthree'],
    ['br breaks a line', 'one<br/>two<BR>three', 'one\ntwo\nthree'],
    ['list items begin with a dash', '<ul>\n<li>one</li>\n<li>two</li></ul>end', '- one\n- two\n\nend'],
    ['inline tags leave no trace', 'H<sub>2</sub>O and <a href="https://x">this</a>', 'H2O and this'],
    ['cells stand apart', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['scripts and styles are dropped', 'a<script>if (1 < 2) "</p>"</script>b<style>p{}</style >c', 'abc'],
    ['a script never closed runs to the end', 'a<script>b<p>c', 'a'],
    ['comments are dropped', 'a<!-- <p> -->b', 'ab'],
    ['a > in an attribute does not end the tag', '<a title="x > y">z</a>', 'z'],
    ['a quote never closed does not swallow the rest', '<a title="x>y</a> <b>z</b>', 'y z'],
    ['plain text keeps its line breaks', 'one\ntwo\n\n\n\nthree', 'one\ntwo\n\nthree'],
    ['inline tags do not change that', 'one\n<b>two</b>', 'one\ntwo'],
    [
      '< that opens no element stays',
      'if a < b and x<3 then Map<String> <3',
      'if a < b and x<3 then Map<String> <3',
    ],
    ['entities are decoded after tags', '&lt;b&gt; AT&amp;T &#8217; &#x2019; &hellip;', '<b> AT&T ’ ’ …'],
    ['controls are dropped', 'a\u0000b\u0007c', 'abc'],
    ['an unfinished tag stays text', 'a <b', 'a <b'],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text)
  })

  test('for any text without brackets, ampersands and line breaks it is the same words', () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9.,!]{1,8}$/)).map((list) => list.join(' '))
    fc.assert(
      fc.property(words, (text) => {
        expect(htmlToText(`<p>${text}</p>`)).toBe(text)
      }),
    )
  })

  test('no tag of HTML survives, however it is put together', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '<p',
      '<b>',
      '</b>',
      '<script>',
      '</script>',
      '"',
      "'",
      '=',
      '<!--',
      '-->',
      'x',
      '/',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
        expect(htmlToText(list.join(''))).not.toMatch(/<script>/)
      }),
    )
  })
})

describe('toLine', () => {
  test.each([
    ['  one\n two\t', 'one two'],
    ['Q&amp;A: the <b> tag', 'Q&A: the <b> tag'],
    ['<b>bold</b> title', 'bold title'],
  ])('%j is %j', (text, line) => {
    expect(toLine(text)).toBe(line)
  })
})

describe('decodeEntities', () => {
  test.each([
    ['&amp;lt;', '&lt;'],
    ['&#8217;&#X2019;&rsquo;', '’’’'],
    ['&#146;', '’'],
    ['&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
    ['&nosuch; &; & &amp', '&nosuch; &; & &amp'],
    ['&eacute;&Eacute;&nbsp;&yuml;', 'éÉ\u00a0ÿ'],
    ['&constructor;', '&constructor;'],
  ])('%j is %j', (written, decoded) => {
    expect(decodeEntities(written)).toBe(decoded)
  })
})
