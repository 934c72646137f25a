import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countWords } from '../ingest/count-words.js'
import { openLocation } from '../ingest/fetch/open-location.js'
import { newItem } from '../ingest/sources/new-item.js'
import { readSource } from '../ingest/sources/recognize-source.js'
import type { ItemParts } from '../ingest/build-document.js'
import type { Cue } from '../src/domain/cue.js'
import { toCues } from '../src/eval/read-optech.js'

/**
 * The recaps of Optech as recordings without any clock, heading or link, the newsletters without their time marks, and
 * where each newsletter item is told in its recap, in words: for judging alone.
 */

export interface LabelledItem {
  /** `openingOf` its text in the newsletter. */
  opening: string
  title: string
  /** Half-open range of its section, in words of the recording; empty when it was cut out. */
  fromWord: number
  toWord: number
  isCut: boolean
}

export interface LabelledRecap {
  recording: Pick<ItemParts, 'item' | 'cues'>
  items: LabelledItem[]
}

export interface LabelledPair {
  episode: string
  newsletter: ItemParts['item']
  whole: LabelledRecap
  /** With every third section cut out: what is not said must have no place. */
  shortened: LabelledRecap
}

interface DerivedEpisode {
  episode: string
  title: string
  newsletter: string
  refs: { title: string; item: string }[]
  sections: { text: string; ref?: number | null }[]
}

const openingLength = 40

/** Underscores and signs were lost on the way to the labels: letters and digits tell. */
export const openingOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .slice(0, openingLength)

/** In the order of publication. */
export async function readLabelledPairs(
  folder: string,
  options: { allowPrivate: boolean; dataFolder: string },
): Promise<LabelledPair[]> {
  const newsletters = await readNewsletters(join(folder, '_posts', 'en', 'newsletters'), options)
  const lines = (await readFile(join(folder, 'derived', 'episodes.jsonl'), 'utf8')).split('\n')
  const episodes = lines
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as DerivedEpisode)
  return episodes.flatMap((episode, index) => {
    const newsletter = newsletters.get(episode.newsletter)
    if (!newsletter) return []
    const whole = readRecap(episode, () => false)
    const shortened = readRecap(episode, (section) => section % 3 === index % 3)
    return whole.items.length === 0 ? [] : [{ episode: episode.episode, newsletter, whole, shortened }]
  })
}

/** By the path that recaps refer to. Time marks are Liquid and go with it. */
async function readNewsletters(
  folder: string,
  options: { allowPrivate: boolean; dataFolder: string },
): Promise<Map<string, ItemParts['item']>> {
  const opened = await openLocation(folder, {}, options)
  if (opened.status === 'unchanged') return new Map()
  const { items } = await readSource(opened.body)
  return new Map(
    items.map(({ document }) => [
      document.guid.endsWith('/') ? document.guid : `${document.guid}/`,
      { ...document, chapters: [], links: [] },
    ]),
  )
}

/**
 * What was said, in order.
 * @param isCut whether an item's section, by its number, is left out
 */
function readRecap(
  { episode, title, sections, refs }: DerivedEpisode,
  isCut: (section: number) => boolean,
): LabelledRecap {
  const cues: Cue[] = []
  const items: LabelledItem[] = []
  let words = 0
  for (const [index, { text, ref }] of sections.entries()) {
    const item = typeof ref === 'number' ? refs[ref] : undefined
    const cutOut = item !== undefined && isCut(index)
    const fromWord = words
    for (const cue of cutOut ? [] : readSection(text, cues.at(-1)?.speaker ?? null)) {
      cues.push(cue)
      words += countWords(cue.text)
    }
    if (item && (cutOut || words > fromWord))
      items.push({ opening: openingOf(item.item), title: item.title, fromWord, toWord: words, isCut: cutOut })
  }
  const { document } = newItem({ guid: episode, kind: 'episode', title, language: 'en' })
  return { recording: { item: document, cues }, items }
}

/** Its turns without times. A section's own start is not even read: `toCues` would sort by it. */
function readSection(text: string, speakerBefore: string | null): Cue[] {
  const spoken = text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) =>
      paragraph.replace(/^\s*_[^_]{1,200}_(?=\s|\d)/u, '').replace(/^\s*\{:[^}]*\}\s*$/u, ''),
    )
    .join('\n\n')
  return toCues({ sections: [{ text: spoken }] }).map(({ text: said, speaker }) => ({
    startMs: null,
    endMs: null,
    speaker: speaker ?? speakerBefore,
    text: said,
  }))
}
