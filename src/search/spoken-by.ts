import type { StoredPassage } from '../catalog/catalog.js'
import { correctSpeaker, type Corrections } from '../domain/corrections.js'
import { tokenize } from '../index/tokenize.js'

/**
 * Which sentences of a passage one of the speakers says, by their indexes: of a name all words, as the filter has it. All
 * of them where none is asked for, and where the passage names nobody so: a nickname of the notes, a speaker of the whole.
 */
export function findSpokenBy(
  speakers: readonly string[],
  { sentences }: Pick<StoredPassage, 'sentences'>,
  corrections: Corrections,
): ReadonlySet<number> {
  const all = sentences.map((_, index) => index)
  const names = speakers.map(wordsOf).filter((words) => words.length > 0)
  const spoken = all.filter((index) => {
    const said = new Set(wordsOf(correctSpeaker(sentences[index]?.speaker ?? null, corrections) ?? ''))
    return names.some((words) => words.every((word) => said.has(word)))
  })
  return new Set(spoken.length > 0 ? spoken : all)
}

const wordsOf = (name: string): string[] => tokenize(name).map(({ token }) => token)
