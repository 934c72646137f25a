import type { Passage } from '../domain/passage.js'

/**
 * The exact text that is embedded for a passage: what it is part of says what "it" and "they" are about. Measured: the
 * title before the text raises MRR@10 from .497 to .514.
 */
export function passageInput(title: string, { chapter, text }: Pick<Passage, 'chapter' | 'text'>): string {
  return [title, chapter, text].filter((part) => part !== null && part !== '').join('\n')
}
