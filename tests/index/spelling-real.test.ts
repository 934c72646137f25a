import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stem } from '../../src/index/analyze.js'
import { tokenize } from '../../src/index/tokenize.js'
import { findCorrectable } from '../../src/search/find-correctable.js'
import { suggestSpelling } from '../../src/index/spelling.js'
import { SpellingVocabulary } from '../../src/index/spelling-vocabulary.js'

const data = join(process.env.CUEPOINT_SHARED ?? '../shared', 'data')
/** For vitest, which otherwise gives up after 5 s on a busy machine; no claim about speed. */
const patienceMs = 600_000
/** About as many as a passage has. */
const wordsOfPassage = 100

/** What people type, and what they meant; null: nothing is wrong. Made by hand for these shows. */
const queries: readonly (readonly [string, string | null])[] = [
  ['lightening', 'lightning'],
  ['ligthning', 'lightning'],
  ['lighting netwrok', 'lighting network'],
  ['schnor', 'schnorr'],
  ['shnorr', 'schnorr'],
  ['shnor', 'schnorr'],
  ['taprut', 'taproot'],
  ['taprot', 'taproot'],
  ['tapproot', 'taproot'],
  ['postgress', 'postgres'],
  ['postgressql', 'postgresql'],
  ['asyncronous', 'asynchronous'],
  ['asynchronus', 'asynchronous'],
  ['pyhton', 'python'],
  ['pythno', 'python'],
  ['djnago', 'django'],
  ['jupiter notebok', 'jupyter notebook'],
  ['numppy', 'numpy'],
  ['kuberntes', 'kubernetes'],
  ['kubernetties', 'kubernetes'],
  ['segwitt', 'segwit'],
  ['sigwit', 'segwit'],
  ['mempol', 'mempool'],
  ['memmpool', 'mempool'],
  ['descripter wallet', 'descriptor wallet'],
  ['multisg', 'multisig'],
  ['miniskript', 'miniscript'],
  ['covenent', 'covenant'],
  ['covanant', 'covenant'],
  ['musig and nonse', 'musig and nonce'],
  ['hardwear wallet', 'hardware wallet'],
  ['privite key', 'private key'],
  ['signiture', 'signature'],
  ['adaptor signatrue', 'adaptor signature'],
  ['cryptografy', 'cryptography'],
  ['eliptic curve', 'elliptic curve'],
  ['transacton', 'transaction'],
  ['transaktion', 'transaction'],
  ['malleabilty', 'malleability'],
  ['channle', 'channel'],
  ['chanel jamming', 'channel jamming'],
  ['onion mesages', 'onion messages'],
  ['rendevous routing', 'rendezvous routing'],
  ['eltoo chanels', 'eltoo channels'],
  ['blockchian', 'blockchain'],
  ['packge relay', 'package relay'],
  ['replacment', 'replacement'],
  ['confirmaton', 'confirmation'],
  ['algorythm', 'algorithm'],
  ['concurency', 'concurrency'],
  ['threding', 'threading'],
  ['generater', 'generator'],
  ['decorater', 'decorator'],
  ['exeption', 'exception'],
  ['dependancy injection', 'dependency injection'],
  ['enviroment', 'environment'],
  ['virtual enviornment', 'virtual environment'],
  ['sqlalchmey', 'sqlalchemy'],
  ['sqlalchamy', 'sqlalchemy'],
  ['continous integration', 'continuous integration'],
  ['machine lerning', 'machine learning'],
  ['nueral network', 'neural network'],
  ['micropyhton', 'micropython'],
  ['rasberry', 'raspberry'],
  ['rasbery pi', 'raspberry pi'],
  ['pandsa', 'pandas'],
  ['beautifull soup', 'beautiful soup'],
  ['scikit lern', 'scikit learn'],
  ['flaks', 'flask'],
  ['garbadge collection', 'garbage collection'],
  ['recieve', 'receive'],
  ['seperate', 'separate'],
  ['lightningnetwork', 'lightning network'],
  ['machinelearning', 'machine learning'],
  ['block chain', 'blockchain'],
  ['data base', 'database'],
  ['hash rate', null],
  ['open source', null],
  ['soft fork', null],
  ['BIP325', null],
]

/** Every n-th file of three shows; words in runs of a hundred. */
function readLibrary(): SpellingVocabulary {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  const count = (counts: Map<string, number>, keys: readonly string[]) => {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const [folder, ending, share] of [
    ['optech/_posts/en', '.md', 5],
    ['bitcointranscripts', '.md', 2],
    ['talk-python/transcripts', '.vtt', 6],
  ] as const) {
    const paths = readdirSync(join(data, folder), { recursive: true, encoding: 'utf8' })
    for (const [index, path] of paths
      .filter((each) => each.endsWith(ending))
      .sort()
      .entries()) {
      if (index % share !== 0) continue
      const lines = readFileSync(join(data, folder, path), 'utf8').split('\n')
      const tokens = tokenize(lines.filter((line) => !line.includes('-->')).join('\n')).map(
        ({ token }) => token,
      )
      for (let from = 0; from < tokens.length; from += wordsOfPassage) {
        const passage = tokens.slice(from, from + wordsOfPassage)
        count(words, passage)
        count(
          pairs,
          passage.slice(1).map((word, place) => `${passage[place]} ${word}`),
        )
      }
    }
  }
  const vocabulary = new SpellingVocabulary((word) => [stem(word, 'en')])
  for (const [word, passages] of words) vocabulary.set({ word, passages })
  return vocabulary
}

describe.skipIf(!existsSync(data))('with the words of real shows at hand (CUEPOINT_SHARED)', () => {
  test(
    'of realistic misspellings at least 80% are put right, and 95% of the suggestions are',
    { timeout: patienceMs },
    () => {
      const vocabulary = readLibrary()
      const answers = queries.map(([typed, meant]) => {
        const suggested = suggestSpelling(typed, vocabulary, findCorrectable(typed))
        return { typed, meant, suggested }
      })
      const suggested = answers.filter((answer) => answer.suggested !== null)
      const right = suggested.filter((answer) => answer.suggested === answer.meant)
      const misspelt = answers.filter(({ meant }) => meant !== null)
      const precision = right.length / suggested.length
      const recall = right.length / misspelt.length
      const missed = answers.filter((answer) => answer.suggested !== answer.meant)
      console.log({ queries: queries.length, precision, recall }, missed)
      expect(precision).toBeGreaterThanOrEqual(0.95)
      expect(recall).toBeGreaterThanOrEqual(0.8)
    },
  )
})
