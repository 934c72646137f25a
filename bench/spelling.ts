import type { Catalog } from '../src/catalog/catalog.js'
import { readConfig } from '../src/config.js'
import { reportSeed, seededRandom } from '../src/eval/random.js'
import { analyzeQuery, isStopWord } from '../src/index/analyze.js'
import { tokenize } from '../src/index/tokenize.js'
import { readEnglishWords } from '../src/index/word-lists.js'
import { findCorrectable } from '../src/search/find-correctable.js'
import { openCatalog, openCurrentIndex, openQueryEmbedder } from '../src/adapters.js'

/**
 * How many words with one typing error are put right, and how many that are right are not left alone:
 * `npm run bench:spelling`, on any library (`CUEPOINT_DATA`), beside a server or without. All are drawn by chance, the
 * same ones each time, and the errors too. `--list` shows what went wrong.
 */

const drawn = 300
/** In so many passages at least: what is there once may be a slip itself. */
const minPassages = 3

const random = seededRandom(reportSeed)
const pick = <Value>(values: readonly Value[]): Value => values[random() % values.length] as Value

const isWord = (word: string): boolean =>
  /^\p{L}{4,}$/u.test(word) && !languages.some((language) => isStopWord(word, language))

const config = readConfig()
const catalog = await openCatalog(config)
const embedder = await openQueryEmbedder(config)
const index = await openCurrentIndex(config, catalog, embedder)
const { languages } = await index.stats()
const { passages, pairs } = await readWords(catalog)

const known = [...passages].filter(([word, count]) => isWord(word) && count >= minPassages)
const words = known.map(([word]) => word)
const adjacent = [...pairs].filter(([, count]) => count >= minPassages).map(([pair]) => pair.split(' '))
const foreign = readEnglishWords()
  .map(({ word }) => word)
  .filter((word) => isWord(word) && !passages.has(word))

await measure('one word', async () => {
  const word = pick(words)
  return { typed: await misspell(word), meant: word }
})
await measure('one of two', async () => {
  const pair = pick(adjacent)
  const at = random() % 2
  const wrong = await misspell(pair[at] ?? '')
  return { typed: pair.map((word, place) => (place === at ? wrong : word)).join(' '), meant: pair.join(' ') }
})
await measure('known', () => ({ typed: pick(words), meant: null }))
await measure('known pair', () => ({ typed: pick(adjacent).join(' '), meant: null }))
await measure('English, not here', () => ({ typed: pick(foreign), meant: null }))
await index.close()
await embedder.close()
await catalog.close()

interface Typed {
  typed: string
  /** Null: nothing is wrong. */
  meant: string | null
}

async function measure(name: string, draw: () => Typed | Promise<Typed>): Promise<void> {
  const counts = { right: 0, wrong: 0, none: 0 }
  const missed: string[] = []
  let ms = 0
  for (let count = 0; count < drawn; count++) {
    const { typed, meant } = await draw()
    const startedMs = performance.now()
    const suggested = await index.suggestSpelling(typed, findCorrectable(typed), null)
    ms += performance.now() - startedMs
    counts[suggested === meant ? 'right' : suggested === null ? 'none' : 'wrong']++
    if (suggested !== meant)
      missed.push(`  ${typed} → ${suggested ?? 'nothing'}${meant === null ? '' : `, not ${meant}`}`)
  }
  console.log(name, JSON.stringify(counts), `${(ms / drawn).toFixed(2)} ms`)
  if (process.argv.includes('--list')) console.log(missed.join('\n'))
}

/** How many passages hold each word, and each two words that follow each other. */
async function readWords({ changesSince, readPassages }: Catalog) {
  const passages = new Map<string, number>()
  const pairs = new Map<string, number>()
  const count = (counts: Map<string, number>, keys: readonly string[]) => {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { documentId } of await changesSince.call(catalog, 0, 1_000_000))
    for (const { text } of await readPassages.call(catalog, documentId)) {
      const tokens = tokenize(text).map(({ token }) => token)
      count(passages, tokens)
      const follow = tokens.slice(1).map((word, at) => [tokens[at] ?? '', word])
      count(
        pairs,
        follow.filter((pair) => pair.every(isWord)).map((pair) => pair.join(' ')),
      )
    }
  return { passages, pairs }
}

/** One letter too much, too few or of a key beside it, or two in the other order; the first letter is right. Not what is found. */
async function misspell(word: string): Promise<string> {
  for (;;) {
    const at = 1 + (random() % (word.length - 1))
    const letter = word.charAt(at)
    const [start, rest] = [word.slice(0, at), word.slice(at + 1)]
    const typed = pick([
      start + rest,
      start + letter + letter + rest,
      start + letter + keyBeside(letter) + rest,
      start + keyBeside(letter) + rest,
      start + rest.charAt(0) + letter + rest.slice(1),
    ])
    if (typed === word || typed.length < 3) continue
    const found = await index.searchLexical(analyzeQuery(typed, languages), {}, 1)
    if (found.length === 0) return typed
  }
}

function keyBeside(letter: string): string {
  const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
  const row = rows.find((each) => each.includes(letter)) ?? rows[0] ?? ''
  const at = row.indexOf(letter)
  return pick([row.charAt(at - 1), row.charAt(at + 1)].filter(Boolean))
}
