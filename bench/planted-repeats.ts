import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalog } from '../src/catalog/catalog.js'
import type { RepeatKind } from '../src/catalog/repeat-store.js'
import type { RepeatGroup } from '../src/editor/repeats/list-repeats.js'
import { listRepeats } from '../src/editor/repeats/list-repeats.js'
import { tokenize } from '../src/index/tokenize.js'

/**
 * data/eval/repeats: stretches to be planted among the sample library, each a repeat of something that is said there or
 * a near miss. Writes them as documents, and counts which of them were found.
 */

export const plantKinds = ['verbatim', 'reworded', 'reworded-far', 'near-miss'] as const
export type PlantKind = (typeof plantKinds)[number]

export interface Plant {
  id: string
  kind: PlantKind
  /** Values were chosen on the first. */
  half: 'first' | 'second'
  /** Title of the document that says it, or for a near miss says something like it. */
  document: string
  /** What is said there; not of near misses. */
  original?: string
  text: string
  /** Beginnings of further places that were read and do say the same. */
  also?: string[]
}

export const plantedTitle = 'Planted talk'
const documentCount = 10
/** The last ones are posts. */
const postCount = 2
const msPerWord = 400

export async function readPlants(): Promise<Plant[]> {
  const lines = (await readFile(join('data', 'eval', 'repeats', 'planted.jsonl'), 'utf8')).trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Plant)
}

/** Ten documents of eight stretches each, those of each kind far from what they are like: transcripts and posts in a folder. */
export async function writePlants(plants: readonly Plant[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (let index = 0; index < documentCount; index++) {
    const perKind = plantKinds.map((kind, shift) => {
      const ofKind = plants.filter((plant) => plant.kind === kind)
      const perDocument = ofKind.length / documentCount
      const first = (index + 2 * shift) * perDocument
      return Array.from({ length: perDocument }, (_, at) => ofKind[(first + at) % ofKind.length])
    })
    // One of each kind after the other: neighbours in the set are often of one episode.
    const chosen = (perKind[0] ?? []).flatMap((_, at) => perKind.map((ofKind) => ofKind[at]))
    const texts = chosen.flatMap((plant) => (plant ? [plant.text] : []))
    const title = `${plantedTitle} ${index}`
    await (index >= documentCount - postCount
      ? writeFile(join(folder, `talk-${index}.md`), toPost(title, texts))
      : writeFile(join(folder, `talk-${index}.vtt`), toTranscript(title, texts)))
  }
}

const toPost = (title: string, texts: readonly string[]): string =>
  `---\ntitle: ${title}\n---\n\n${texts.map((text, at) => `## Part ${at + 1}\n\n${text}\n`).join('\n')}`

function toTranscript(title: string, texts: readonly string[]): string {
  let ms = 0
  const clock = (at: number) => new Date(at).toISOString().slice(11, 23)
  const cues = texts.flatMap((text, at) =>
    (text.match(/[^.?!]+[.?!]+["”)]*\s*/g) ?? [text]).map((sentence) => {
      const startMs = ms
      ms += sentence.trim().split(/\s+/).length * msPerWord
      return `${clock(startMs)} --> ${clock(ms)}\n<v ${at % 2 === 0 ? 'Ann' : 'Ben'}>${sentence.trim()}\n`
    }),
  )
  return `WEBVTT ${title}\n\n${cues.join('\n')}`
}

export interface PlantResult {
  plant: Plant
  /** How its original was found; null when it was not. */
  found: RepeatKind | null
  /** Places that were given as its repeats and are none. */
  wrong: string[]
}

/** What the catalog's groups say of each plant. */
export async function judgePlants(plants: readonly Plant[], catalog: Catalog): Promise<PlantResult[]> {
  const groups: RepeatGroup[] = []
  for (let cursor: string | null = null, isMore = true; isMore; isMore = cursor !== null) {
    const page = await listRepeats({ template: false }, { limit: 100, cursor }, catalog)
    cursor = page.next
    groups.push(...page.groups)
  }
  return plants.map((plant) => judgePlant(plant, groups))
}

/** Word triples in common that make a text (part of) another; a place may run on into what stands beside the plant. */
const samePlace = 0.3
const ownPlace = 0.5

function judgePlant(plant: Plant, groups: readonly RepeatGroup[]): PlantResult {
  const result: PlantResult = { plant, found: null, wrong: [] }
  for (const { kind, places } of groups) {
    const isPlanted = (place: (typeof places)[number]) => isPlantedTitle(place.document.title)
    const own = places.filter((place) => isPlanted(place) && shareOf(place.text, plant.text) > ownPlace)
    if (own.length === 0) continue
    for (const place of places) {
      if (own.includes(place)) continue
      if (plant.original !== undefined && shareOf(place.text, plant.original) > samePlace) {
        if (result.found !== 'verbatim') result.found = kind
      } else if (!plant.also?.some((beginning) => shareOf(place.text, beginning) > samePlace))
        result.wrong.push(`${kind}: ${place.document.title}: ${place.text}`)
    }
  }
  return result
}

/** A transcript without a title of its own is named after its file. */
const isPlantedTitle = (title: string): boolean => /^(?:planted )?talk[- ]\d$/i.test(title)

/** Share of the word triples of the shorter that the other has. */
function shareOf(a: string, b: string): number {
  const [triplesA, triplesB] = [triplesOf(a), triplesOf(b)]
  let shared = 0
  for (const triple of triplesA) if (triplesB.has(triple)) shared++
  return shared / Math.max(1, Math.min(triplesA.size, triplesB.size))
}

function triplesOf(text: string): Set<string> {
  const words = tokenize(text).map(({ token }) => token)
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`))
}

export interface PlantFigures {
  kind: PlantKind
  half: Plant['half'] | 'both'
  plants: number
  found: number
  recall: number
}

/** Of kinds and halves; near misses are "found" when anything is given as their repeat. */
export function sumUp(results: readonly PlantResult[]): { figures: PlantFigures[]; precision: number } {
  const figures = plantKinds.flatMap((kind) =>
    (['first', 'second', 'both'] as const).map((half): PlantFigures => {
      const chosen = results.filter(
        ({ plant }) => plant.kind === kind && (half === 'both' || plant.half === half),
      )
      const found = chosen.filter((result) =>
        kind === 'near-miss' ? result.wrong.length > 0 : result.found !== null,
      ).length
      return { kind, half, plants: chosen.length, found, recall: found / Math.max(1, chosen.length) }
    }),
  )
  const right = results.filter(({ found }) => found !== null).length
  const wrong = results.reduce((sum, result) => sum + result.wrong.length, 0)
  return { figures, precision: right / Math.max(1, right + wrong) }
}
