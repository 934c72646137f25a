import { describe, expect, test } from 'vitest'
import { placeNames, type ConceptHere } from '../../../web/src/concepts/place-names.js'
import type { Paragraph } from '../../../web/src/transcript-lines.js'

/** Lines of 1 s each, numbered through. */
function aTranscript(...paragraphs: string[][]): Paragraph[] {
  let index = 0
  return paragraphs.map((texts) => ({
    speaker: null,
    continued: false,
    ad: false,
    adReason: null,
    startMs: index * 1000,
    lines: texts.map((text) => ({ index, startMs: index++ * 1000, endMs: index * 1000, text })),
  }))
}

const aConcept = (slug: string, ...startsMs: (number | null)[]): ConceptHere => ({
  slug,
  name: slug,
  aliases: [],
  definition: null,
  places: startsMs.map((startMs, index) => ({ passageId: `p${index}`, startMs })),
})

const marked = (paragraphs: Paragraph[], ...concepts: ConceptHere[]) => {
  const lines = paragraphs.flatMap((paragraph) => paragraph.lines)
  return [...placeNames(paragraphs, concepts)].flatMap(([line, names]) =>
    names.map(({ slug, range: [from, to] }) => [slug, line, lines[line]?.text.slice(from, to)]),
  )
}

describe('names in a transcript', () => {
  test('a name is marked where the document mentions the concept, not elsewhere', () => {
    const far = Array.from({ length: 20 }, () => 'Nothing here.')
    const paragraphs = aTranscript(['Taproot is near.'], far, ['Taproot again.'])
    expect(marked(paragraphs, aConcept('taproot', 21_000))).toEqual([['taproot', 21, 'Taproot']])
  })

  test('the name may follow some lines after its sentence begins', () => {
    const paragraphs = aTranscript(['so what we see', 'is that', 'taproot works'])
    expect(marked(paragraphs, aConcept('taproot', 0))).toEqual([['taproot', 2, 'taproot']])
  })

  test('in a paragraph only the first mention is marked', () => {
    const paragraphs = aTranscript(['taproot and taproot', 'taproot'], ['taproot'])
    expect(marked(paragraphs, aConcept('taproot', 0, 2000))).toEqual([
      ['taproot', 0, 'taproot'],
      ['taproot', 2, 'taproot'],
    ])
  })

  test('a name over two lines is marked in both', () => {
    const paragraphs = aTranscript(['this is a hash', 'function for you'])
    expect(marked(paragraphs, aConcept('hash function', 0))).toEqual([
      ['hash function', 0, 'hash'],
      ['hash function', 1, 'function'],
    ])
  })

  test('a concept without times may be anywhere', () => {
    const paragraphs = aTranscript(['one'], ['two taproot'])
    expect(marked(paragraphs, aConcept('taproot', null))).toEqual([['taproot', 1, 'taproot']])
  })

  test('names of lines come in the order of the text', () => {
    const paragraphs = aTranscript(['musig uses schnorr after taproot'])
    expect(
      marked(paragraphs, aConcept('taproot', 0), aConcept('schnorr', 0), aConcept('musig', 0)).map(
        ([slug]) => slug,
      ),
    ).toEqual(['musig', 'schnorr', 'taproot'])
  })
})
