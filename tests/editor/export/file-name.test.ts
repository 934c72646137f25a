import { expect, test } from 'vitest'
import { describeAttachment, toFileName } from '../../../src/editor/export/file-name.js'
import { nameReels } from '../../../src/editor/export/reel-names.js'
import { anExportDocument, hostileTexts } from '../../builders/exports.js'

test.each([
  ['Best of: May/June?', 'Best of - May-June'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\temp\\x', 'C-temp-x'],
  ['-rf', 'rf'],
  ['.hidden', 'hidden'],
  ['ends with a dot. ', 'ends with a dot'],
  ['nul.txt', '_nul.txt'],
  ['COM1', '_COM1'],
  ['Conference', 'Conference'],
  ['a\u0000b\nc', 'a b c'],
  ['gnp.\u202Egpj.exe', 'gnp.gpj.exe'],
  ['e\u0301te\u0301', 'été'],
  ['日本語のタイトル', '日本語のタイトル'],
  ['???', 'fallback'],
  ['', 'fallback'],
])('the title %j names the file %j', (title, name) => {
  expect(toFileName(title, 'fallback')).toBe(name)
})

test('a long name is cut between characters, and every name fits into file systems', () => {
  const family = '👨‍👩‍👧‍👦'
  const name = toFileName(family.repeat(50), 'fallback')
  expect(name).toBe(family.repeat(Math.floor(150 / Buffer.byteLength(family))))
  for (const text of hostileTexts) {
    const each = toFileName(text, 'fallback')
    expect(Buffer.byteLength(each)).toBeLessThanOrEqual(151)
    expect(each).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]|^[-.\s]|[.\s]$/u)
  }
})

test('a download says its name in ASCII and in UTF-8', () => {
  expect(describeAttachment(`Été "x"; it's.md`)).toBe(
    `attachment; filename="Ete _x__ it's.md"; filename*=UTF-8''%C3%89t%C3%A9%20%22x%22%3B%20it%27s.md`,
  )
  for (const text of hostileTexts) {
    const header = describeAttachment(text)
    expect(header).toMatch(/^[\x20-\x7e]+$/)
    expect(header.split('"')).toHaveLength(3)
  }
})

test('each recording has a reel of its own that CMX 3600 takes', () => {
  const at = (id: string, mediaUrl: string | null, title = 'Title') =>
    anExportDocument({ id, mediaUrl, title })
  const reels = nameReels([
    at('a', 'https://x.org/01-embeddings.mp3'),
    at('b', 'https://x.org/01-embedded.mp3?x=1'),
    at('a', 'https://x.org/01-embeddings.mp3'),
    at('c', 'https://x.org/black.wav'),
    at('d', null, '日本語'),
    at('e', null, 'Été à Paris'),
    at('f', 'not an address', '日本語'),
  ])
  expect([...reels]).toEqual([
    ['a', '01_EMBED'],
    ['b', '01_EMB_2'],
    ['c', 'BLACK_2'],
    ['d', 'REEL'],
    ['e', 'ETE_A_PA'],
    ['f', 'REEL_2'],
  ])
})
