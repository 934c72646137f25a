import { vectorSpaces } from '../../../ingest/embed-passages.js'
import type { Catalog, StoredPassage } from '../../catalog/catalog.js'
import type { Document } from '../../domain/document.js'
import { inputHash } from '../../domain/ids.js'
import type { Passage, Sentence } from '../../domain/passage.js'
import type { ModelIdentity } from '../../embed/embedder.js'
import { quantizedFromBytes } from '../../embed/quantize.js'
import type { SpokenSentence } from './aligned-texts.js'
import type { WrittenTopic } from './align-texts.js'
import { divideIntoTopics, type PostTopic } from './post-topics.js'
import { openWordReader, type WordReader } from './word-reader.js'

/** A sentence of a recording with its place. */
export interface PlacedSentence extends Sentence {
  passage: Pick<Passage, 'id' | 'ad' | 'chapter' | 'text'>
  hash: string
}

export interface ReadTexts {
  topics: PostTopic[]
  sentences: PlacedSentence[]
  /** Sentence vectors by the hash of their text; none is made that is not kept. */
  vectors: ReadonlyMap<string, Uint8Array>
  language: string | null
}

export interface ReadTextsParts {
  catalog: Pick<Catalog, 'readPassages' | 'findVectors'>
  identity: ModelIdentity
}

/** What is written in a post, what is said in a recording, and the vectors of both. */
export async function readTexts(
  post: Document,
  recording: Document,
  { catalog, identity }: ReadTextsParts,
): Promise<ReadTexts> {
  const language = post.language ?? recording.language
  const topics = limitTopics(divideIntoTopics(post.sections, language))
  const sentences = listSpoken(await catalog.readPassages(recording.id))
  const written = topics.flatMap(({ paragraphs }) => paragraphs.flatMap((each) => each.sentences))
  const hashes = [...sentences.map(({ hash }) => hash), ...written.map(inputHash)]
  const vectors = await catalog.findVectors(vectorSpaces({ identity }).sentences, hashes)
  return { topics, sentences, vectors, language }
}

/** Cost grows with both. Far more than anybody writes about one recording; what comes after is not aligned. */
const maxTopics = 1_000
const maxWritten = 5_000

function limitTopics(topics: readonly PostTopic[]): PostTopic[] {
  let sentences = 0
  return topics.slice(0, maxTopics).filter(({ paragraphs }) => {
    for (const paragraph of paragraphs) sentences += paragraph.sentences.length
    return sentences <= maxWritten
  })
}

/** Show notes are written, and not said. */
const listSpoken = (passages: readonly StoredPassage[]): PlacedSentence[] =>
  passages
    .filter(({ anchor }) => anchor === null)
    .flatMap(({ sentences, sentenceHashes, ...passage }) =>
      sentences.map((sentence, at) => ({ ...sentence, passage, hash: sentenceHashes[at] ?? '' })),
    )

export interface ComparedTexts {
  topics: WrittenTopic[]
  spoken: SpokenSentence[]
  reader: WordReader
}

/** Reads both word by word. */
export function compareTexts({ topics, sentences, vectors, language }: ReadTexts): ComparedTexts {
  const reader = openWordReader(language)
  const vectorOf = (hash: string): Int8Array | null => {
    const bytes = vectors.get(hash)
    return bytes ? quantizedFromBytes(bytes) : null
  }
  const written: WrittenTopic[] = []
  for (const { title, above, paragraphs } of topics) {
    written.push({
      title: reader.read(title),
      above: reader.read(above),
      paragraphs: paragraphs.map((paragraph) => ({
        sentences: paragraph.sentences.map((text) => ({
          words: reader.read(text),
          vector: vectorOf(inputHash(text)),
        })),
      })),
    })
  }
  const spoken: SpokenSentence[] = []
  for (const [at, { passage, from, to, speaker, hash }] of sentences.entries()) {
    const { chapter, ad, text } = passage
    const begins = chapter !== null && chapter !== sentences[at - 1]?.passage.chapter
    spoken.push({
      words: reader.read(text.slice(from, to)),
      vector: vectorOf(hash),
      speaker,
      ad,
      chapter: begins ? reader.read(chapter) : null,
    })
  }
  return { topics: written, spoken, reader }
}
