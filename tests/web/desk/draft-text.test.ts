import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { draftOfHtml, readDraftFile } from '../../../web/src/desk/draft-text.js'

const draftOf = (html: string): string =>
  draftOfHtml(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body)

test('paragraphs of HTML stand apart, headings are marked as Markdown marks them', () => {
  expect(
    draftOf(
      '<article><h1>On <em>search</em></h1><p>One\n  sentence.<br>Another.</p><div>A <b>third</b><p>and more</p>the end</div></article>',
    ),
  ).toBe('# On search\n\nOne sentence. Another.\n\nA third\n\nand more\n\nthe end')
})

test('each item of a list and each cell of a table is a paragraph', () => {
  expect(
    draftOf('<ul><li>one</li><li>two</li></ul><table><tr><td>three</td><td>four</td></tr></table>'),
  ).toBe('one\n\ntwo\n\nthree\n\nfour')
})

test('what nobody reads is left out', () => {
  expect(
    draftOf(
      '<nav>Home</nav><p>Said.<script>alert(1)</script></p><style>p{}</style><noscript>no</noscript><!-- a --><form>Subscribe</form>',
    ),
  ).toBe('Said.')
})

test('a text file is taken as it is, without the mark at its beginning and with plain line ends', async () => {
  const file = new File(['\uFEFF# Title\r\n\r\nWords & <b>signs</b>.\r\n'], 'draft.md')
  expect(await readDraftFile(file)).toBe('# Title\n\nWords & <b>signs</b>.')
})

test('what is no text, or too large, is refused by name', async () => {
  await expect(readDraftFile(new File(['PK\0\0'], 'draft.docx'))).rejects.toThrow('draft.docx is no text')
  const damaged = new File([new Uint8Array(100).fill(0xff)], 'draft.txt')
  await expect(readDraftFile(damaged)).rejects.toThrow('draft.txt is no text')
  await expect(readDraftFile(new File(['a'.repeat(5_000_001)], 'book.txt'))).rejects.toThrow('too large')
})
