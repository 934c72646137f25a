import type { ModelIdentity } from './embedder.js'

/** What a model's authors ask for, where its folder does not say: by family, matched against its name. */

export type ModelHabits = Pick<ModelIdentity, 'pooling' | 'queryPrefix'>

const searchSentence = 'Represent this sentence for searching relevant passages: '

/** First match wins. From the model cards. */
const families: readonly [RegExp, ModelHabits][] = [
  [/bge-(?:small|base|large)-en/, { pooling: 'cls', queryPrefix: searchSentence }],
  [/bge-/, { pooling: 'cls', queryPrefix: '' }],
  [/mxbai-embed/, { pooling: 'cls', queryPrefix: searchSentence }],
  [/arctic-embed.*v2/, { pooling: 'cls', queryPrefix: 'query: ' }],
  [/arctic-embed/, { pooling: 'cls', queryPrefix: searchSentence }],
  [/(?:^|[-_/])e5-/, { pooling: 'mean', queryPrefix: 'query: ' }],
  [/nomic-embed/, { pooling: 'mean', queryPrefix: 'search_query: ' }],
]

const englishOnly = /-en(?:-|$)|all-minilm|mxbai-embed-large|arctic-embed(?!.*v2)|nomic-embed-text-v1/

/** Whether a model was trained for a language, by its name; one that is not known is taken to know them all. */
export const knowsLanguage = (modelName: string, language: string): boolean =>
  language === 'en' || !englishOnly.test(modelName.toLowerCase())

/** Names that are not known pool by mean and have no prefix, as sentence-transformers does by default. */
export function habitsOf(modelName: string): ModelHabits {
  const name = modelName.toLowerCase()
  return families.find(([pattern]) => pattern.test(name))?.[1] ?? { pooling: 'mean', queryPrefix: '' }
}
