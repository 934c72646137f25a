import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPostBlocks, textsOf } from '../../web/src/post-blocks.js'

const blocksOf = (text: string, ...quotes: string[]) => readPostBlocks({ text, quotes })

describe('the shape of a post', () => {
  test('blank lines part paragraphs; a line break inside one stays', () => {
    expect(blocksOf('One.\n\nTwo,\nthree.')).toEqual([
      { kind: 'paragraph', text: 'One.' },
      { kind: 'paragraph', text: 'Two,\nthree.' },
    ])
  })

  test('lines with a dash are a list, what stands above them a paragraph, what stands below an entry is of it', () => {
    expect(blocksOf('Three ways:\n- one\n- two\nand on\n- three')).toEqual([
      { kind: 'paragraph', text: 'Three ways:' },
      { kind: 'list', entries: ['one', 'two\nand on', 'three'] },
    ])
  })

  test('lines of a name and a value are a table', () => {
    expect(blocksOf('IDF: Rare words count more\nRRF: Only the place counts')).toEqual([
      {
        kind: 'table',
        rows: [
          { name: 'IDF', value: 'Rare words count more' },
          { name: 'RRF', value: 'Only the place counts' },
        ],
      },
    ])
  })

  test('one line with a colon is a sentence', () => {
    expect(blocksOf('Note: this is one.')).toEqual([{ kind: 'paragraph', text: 'Note: this is one.' }])
  })

  test('what is quoted is a quote, of one paragraph or of two', () => {
    expect(blocksOf('Said:\n\nLike salt.\n\nLike soup.\n\nEnd.', 'Like salt.\n\nLike soup.')).toEqual([
      { kind: 'paragraph', text: 'Said:' },
      { kind: 'quote', text: 'Like salt.\n\nLike soup.' },
      { kind: 'paragraph', text: 'End.' },
    ])
  })

  test('what kept its indents is code, also with a colon in every line', () => {
    expect(blocksOf('Run:\n\nfor x in y:\n    do: x')).toEqual([
      { kind: 'paragraph', text: 'Run:' },
      { kind: 'code', text: 'for x in y:\n    do: x' },
    ])
  })

  test('no word is lost, whatever the text', () => {
    const line = fc.constantFrom('- entry', 'name: value', '  indented', 'plain', '', '-', ': x', 'a: b: c')
    const words = (text: string) => text.replace(/(^|\n)- /g, '$1').match(/[\p{L}]+/gu) ?? []
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n')
        expect(words(blocksOf(text).flatMap(textsOf).join('\n'))).toEqual(words(text))
      }),
    )
  })
})
