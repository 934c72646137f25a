import type { Alignment, Document } from '../../client/index.js'
import { readPostBlocks, textsOf } from './post-blocks.js'

/** Where a section or a paragraph of a post is said in its recording. */
export interface SaidPlace {
  startMs: number
  endMs: number
  /** Said as such: about one in three of these is elsewhere. */
  isUnsure: boolean
}

/** The handles of a post: beside its headings and its texts. */
export interface SaidPlaces {
  /** By anchor. */
  ofSections: ReadonlyMap<string, SaidPlace>
  /** By the position of the text in the post, as `data-index`. */
  ofTexts: ReadonlyMap<number, SaidPlace>
}

/** Below it, fewer than three of four were right on recaps whose truth is known. */
const sureFrom = 0.8

type Placed = Pick<Alignment['parts'][number], 'startMs' | 'endMs' | 'confidence'>

export const toSaidPlace = ({ startMs, endMs, confidence }: Placed): SaidPlace | null =>
  startMs === null || endMs === null ? null : { startMs, endMs, isUnsure: (confidence ?? 0) < sureFrom }

/** A heading tells where its section begins; the paragraph that begins there, too, does not tell it again. */
export function placeSaid(
  sections: Document['sections'],
  { topics, parts }: Pick<Alignment, 'topics' | 'parts'>,
): SaidPlaces {
  const ofSections = new Map<string, SaidPlace>()
  for (const topic of topics) {
    const place = toSaidPlace(topic)
    if (place && topic.isSection && topic.title !== '') ofSections.set(topic.anchor, place)
  }
  const ofTexts = new Map<number, SaidPlace>()
  let index = 0
  for (const section of sections) {
    const own = parts.filter(({ anchor }) => anchor === section.anchor)
    for (const from of findTexts(section)) {
      const part = own.find((each) => each.from <= from && from < each.to)
      const place = part && toSaidPlace(part)
      if (place && place.startMs !== ofSections.get(section.anchor)?.startMs) ofTexts.set(index, place)
      index += 1
    }
  }
  return { ofSections, ofTexts }
}

/** Where each text of a section begins in the section's own text. */
function findTexts(section: Document['sections'][number]): number[] {
  let from = 0
  return readPostBlocks(section)
    .flatMap(textsOf)
    .map((text) => {
      const [firstLine = ''] = text.split('\n')
      const at = section.text.indexOf(firstLine, from)
      if (at === -1) return -1
      from = at + firstLine.length
      return at
    })
}

/** A row of the list beside a recording: a section or an entry of its post. */
export interface SaidTopic {
  title: string
  /** Of the section that it is, or is part of. */
  anchor: string
  place: SaidPlace | null
}

/** What of the post is said, in the order in which it is said; without times in the order of the post. */
export const listSaidTopics = (topics: Alignment['topics']): SaidTopic[] =>
  topics
    .filter(({ title, passageId }) => title !== '' && passageId !== null)
    .map((topic) => ({ title: topic.title, anchor: topic.anchor, place: toSaidPlace(topic) }))
    .sort((a, b) => (a.place?.startMs ?? 0) - (b.place?.startMs ?? 0))

/** The one that is being said; -1 for none. */
export const findSaidAt = (topics: readonly SaidTopic[], positionMs: number): number =>
  topics.findLastIndex(({ place }) => place && place.startMs <= positionMs && positionMs < place.endMs)
