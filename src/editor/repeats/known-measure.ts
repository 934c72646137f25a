import { promisify } from 'node:util'
import { gunzip, gzipSync } from 'node:zlib'
import type { Catalog } from '../../catalog/catalog.js'
import type { RepeatText } from './repeat-text.js'
import type { WordWeights } from './word-weights.js'

/** What likeness was measured with in the whole library, kept so that a few places can be measured in the same way. */

export interface KnownMeasure {
  /** Of all sentence vectors. */
  middle: Float64Array
  /** The weights for the words of another text of the same library. */
  weigh(text: RepeatText): WordWeights
}

interface Packed {
  middle: number[]
  /** Of a word that only one place holds, and so of one that none held. */
  rarest: number
  /** Stem → its weight, in thousandths; negative where it is not telling. */
  stems: Record<string, number>
}

export function packMeasure(
  middle: Float64Array,
  { weights, telling }: WordWeights,
  text: RepeatText,
): Uint8Array {
  const rarest = weights.reduce((most, weight) => Math.max(most, weight), 0)
  const stems: [string, number][] = []
  for (const [stemId, stem] of text.stemTexts.entries()) {
    const weight = weights[stemId] ?? 0
    if (weight < rarest) stems.push([stem, Math.round(weight * 1000) * (telling[stemId] === 1 ? 1 : -1)])
  }
  const packed: Packed = { middle: [...middle], rarest, stems: Object.fromEntries(stems) }
  return gzipSync(JSON.stringify(packed), { level: 3 })
}

/** Unpacks it once for each search of the library. */
export class KnownMeasureReader {
  #known: { state: string; measure: Promise<KnownMeasure> } | undefined

  constructor(private readonly catalog: Pick<Catalog, 'readRepeatState' | 'readRepeatMeasure'>) {}

  /** Null before the first search. */
  async read(): Promise<KnownMeasure | null> {
    const found = await this.catalog.readRepeatState()
    if (!found) return null
    const state = `${found.seq}/${found.version}`
    if (this.#known?.state !== state) {
      const bytes = await this.catalog.readRepeatMeasure()
      if (!bytes) return null
      this.#known = { state, measure: unpackMeasure(bytes) }
    }
    return this.#known.measure
  }
}

/** Cost: some 15 ms for forty thousand words. */
async function unpackMeasure(bytes: Uint8Array): Promise<KnownMeasure> {
  const { middle, rarest, stems } = JSON.parse((await promisify(gunzip)(bytes)).toString('utf8')) as Packed
  return {
    middle: Float64Array.from(middle),
    weigh: ({ stemTexts }) => {
      const known = stemTexts.map((stem) => (Object.hasOwn(stems, stem) ? (stems[stem] ?? 0) / 1000 : rarest))
      return {
        weights: Float32Array.from(known, Math.abs),
        telling: Uint8Array.from(known, (weight) => (weight > 0 ? 1 : 0)),
      }
    },
  }
}
