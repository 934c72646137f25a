import type { ConceptLink, ConceptStatement } from '../../domain/concept.js'
import type { NamedConcept } from '../extract/evidence.js'
import type { Mention } from './concept-mentions.js'

/** Of everything that is said about a concept, what says it best. */

/** From this strength on a sentence explains. */
export const minExplanation = 0.6
/** Below this quality what is found is seldom an explanation: better none than a wrong one. */
const minBest = 0.275
/** From here on it nearly always is one. */
const sureBest = 0.3
const readWorth = 0.6
const maxDefinitions = 5
const maxAnalogies = 3
const maxLinks = 12

export interface Statements {
  definitions: ConceptStatement[]
  analogies: ConceptStatement[]
  links: ConceptLink[]
  first: ConceptStatement | null
  best: ConceptStatement | null
}

/**
 * @param mentions that say something about it, by date of the document, its id, ordinal
 * @param named where documents explain it by their form, in the same order
 */
export function chooseStatements(
  mentions: readonly Mention[],
  named: readonly { documentId: string; named: NamedConcept }[],
): Statements {
  const sections = new Map<string, NamedConcept>()
  for (const { documentId, named: each } of named)
    if (each.sure && each.anchor !== null) sections.set(`${documentId} ${each.anchor}`, each)
  const sectionOf = (mention: Mention): NamedConcept | undefined =>
    sections.size === 0 || mention.strength < 1 || mention.sentence > 0
      ? undefined
      : sections.get(`${mention.documentId} ${mention.anchor}`)
  const told = new Set<NamedConcept>()
  const inSections: { mention: Mention; section: NamedConcept }[] = []
  for (const mention of mentions) {
    const section = sectionOf(mention)
    if (section && !told.has(section)) inSections.push({ mention, section })
    if (section) told.add(section)
  }
  const explaining = mentions.filter(({ strength, text }) => strength >= minExplanation && text !== '')
  const ranked = explaining
    .map((mention, order) => ({ mention, order }))
    .sort((a, b) => b.mention.quality - a.mention.quality || a.order - b.order)
    .map(({ mention }) => mention)
  const written = inSections
    .filter(({ section }) => section.definition !== '')
    .map(({ mention, section }) => toStatement(mention, section.definition))
  const heard = onePerDocument(ranked).map((mention) => toStatement(mention, mention.text))
  const explanationOf = (mention: Mention): string =>
    sectionOf(mention)?.definition || (mention.strength >= minExplanation ? mention.text : '')
  const firstMention = chooseFirst(
    mentions.filter((mention) => explanationOf(mention) !== ''),
    sectionOf,
  )
  return {
    definitions: [...written, ...heard].slice(0, maxDefinitions),
    analogies: inSections
      .filter(({ section }) => section.analogy !== '')
      .map(({ mention, section }) => toStatement(mention, section.analogy))
      .slice(0, maxAnalogies),
    links: distinctLinks(inSections).slice(0, maxLinks),
    first: firstMention ? toStatement(firstMention, explanationOf(firstMention)) : null,
    best: chooseBest(ranked, written[0]),
  }
}

/** A note of the same recording says it before anybody does, and cannot be played. */
function chooseFirst(
  explaining: readonly Mention[],
  sectionOf: (mention: Mention) => NamedConcept | undefined,
): Mention | undefined {
  const [first] = explaining
  if (first?.startMs !== null || sectionOf(first)) return first
  return (
    explaining.find(({ documentId, startMs }) => documentId === first.documentId && startMs !== null) ?? first
  )
}

/**
 * What can be played goes before what can only be read: before the definition that a post gives, which is shown already,
 * and before a sentence of a text without times, unless it explains far worse.
 */
function chooseBest(
  ranked: readonly Mention[],
  written: ConceptStatement | undefined,
): ConceptStatement | null {
  const good = ranked.filter(({ quality }) => quality >= minBest)
  const heard = good.find(({ startMs }) => startMs !== null)
  const read = good.find(({ startMs }) => startMs === null)
  if (heard && (written || heard.quality >= neededBeside(read?.quality ?? 0)))
    return toStatement(heard, heard.text)
  return written ?? (read ? toStatement(read, read.text) : null)
}

/** How good it must be where this can be read instead: what is hardly an explanation does not win by being heard. */
const neededBeside = (read: number): number => Math.max(readWorth * read, Math.min(read, sureBest))

function onePerDocument(ranked: readonly Mention[]): Mention[] {
  const seen = new Set<string>()
  return ranked.filter(({ documentId }) => !seen.has(documentId) && seen.add(documentId))
}

function distinctLinks(sections: readonly { mention: Mention; section: NamedConcept }[]): ConceptLink[] {
  const links = new Map<string, ConceptLink>()
  for (const { mention, section } of sections)
    for (const link of section.links)
      if (!links.has(link.url)) links.set(link.url, { ...link, documentId: mention.documentId })
  return [...links.values()]
}

const toStatement = (
  { documentId, passageId, startMs, endMs, anchor }: Mention,
  text: string,
): ConceptStatement => ({
  text,
  documentId,
  passageId,
  startMs,
  endMs,
  anchor,
})
