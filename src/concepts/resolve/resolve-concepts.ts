import type { ConceptEdit, ConceptOrigin } from '../../domain/concept.js'
import { conceptKey } from '../concept-key.js'
import { keysOfNamed, type DocumentEvidence, type NamedConcept } from '../extract/evidence.js'
import { isTalkName } from '../extract/read-named.js'
import { generalWords } from '../extract/talk-words.js'
import { applyEdits, type EditedGroup } from './apply-edits.js'
import { findPeople, type People } from './find-people.js'
import { findTemplates, type Templates } from './find-templates.js'
import type { GeneralEnglish } from './general-english.js'
import { groupNames, type NamePair } from './group-names.js'
import { pairHeadings, type NamedPlace } from './pair-headings.js'
import { pairByAbbreviation, pairBySpacing } from './pair-names.js'
import { rankTerm } from './rank-terms.js'
import type { TermTable, TermTotal } from './term-table.js'

/** What all documents together say are concepts, and under which names. The same documents give the same concepts. */

export interface ResolvedConcept {
  /** Of its keys the first by the alphabet; stands for it until it has a slug. */
  id: string
  name: string
  aliases: string[]
  /** Of name and aliases. */
  keys: string[]
  score: number
  origins: ConceptOrigin[]
  hidden: boolean
  /** Where the form of a document names it, in the order of the documents. */
  named: { documentId: string; named: NamedConcept }[]
}

export interface LibraryEvidence {
  /** By date, undated first, then by id. */
  documents: readonly Omit<DocumentEvidence, 'terms' | 'words' | 'lines'>[]
  table: TermTable
  /** Titles of sources and series. */
  showNames: readonly string[]
  edits: readonly ConceptEdit[]
}

export interface NameResolver {
  people: People
  /** Keys of what a publisher writes into every document. */
  forms: readonly string[]
  /** Best first. @param synonyms pairs of names that mean the same by their vectors */
  resolve(synonyms: readonly NamePair[]): ResolvedConcept[]
}

/** A phrase needs this much termhood to be a concept by itself; in a small library the same phrase scores less. */
const minTermhood = 1.5
/** What the form of a document says adds to termhood: sections that explain, then headings and tags, then titles. */
const formWeight = {
  sure: 12,
  heading: 4,
  table: 4,
  tag: 2,
  chapter: 1.5,
  title: 1,
  abbreviation: 1,
  speech: 0,
  edit: 0,
} as const
/** A phrase that only one document uses, or that is said less often than this, is none by itself. */
const minCount = 3
const minDocuments = 2

/** What needs no synonyms is worked out once: names are resolved without them first, to know which need vectors. */
export function prepareNames(library: LibraryEvidence, english: GeneralEnglish): NameResolver {
  const { documents, table, showNames, edits } = library
  const people = findPeople(documents, table, english)
  const templates = findTemplates(documents, showNames)
  const isNoConcept = (key: string) =>
    people.isPerson(key) || templates.isName(key) || (templates.isPart(key) && isPassing(key, table))

  const named = collectNamed(documents)
  const scores = new Map<string, number>()
  for (const written of table.list(minCount, minDocuments)) {
    const term = withoutForms(written, templates)
    if (term.documents < minDocuments || term.count < minCount || isNoConcept(term.key)) continue
    const score = rankTerm(term, table, english)
    if (score > 0.5) scores.set(term.key, score)
  }
  const candidates = new Set([
    ...scores.keys(),
    ...[...named.keys()].filter((key) => isSure(named, key) || !isNoConcept(key)),
  ])

  const abbreviations = pairByAbbreviation(
    documents.flatMap((document) => document.abbreviations),
    table,
  ).filter(({ a, b }) => (candidates.has(a) || candidates.has(b)) && !isNoConcept(a) && !isNoConcept(b))
  for (const { a, b } of abbreviations) candidates.add(a).add(b)
  // What a user split off is joined again by a user only.
  const alone = new Set(edits.flatMap(({ kind, key }) => (kind === 'split' ? [key] : [])))
  const { pairs, apart } = pairHeadings(named, abbreviations, alone)
  const spacings = pairBySpacing([...candidates].filter((key) => !alone.has(key)))
  return {
    people,
    forms: templates.forms,
    resolve(synonyms) {
      const unsplit = [...abbreviations, ...synonyms].filter(({ a, b }) => !alone.has(a) && !alone.has(b))
      const names = groupNames([...pairs, ...spacings, ...unsplit], apart)
      const members = new Map<string, string[]>()
      for (const key of candidates) {
        const group = names.groupOf(key)
        const known = members.get(group)
        if (known) known.push(key)
        else members.set(group, [key])
      }
      const { groups, givenNames } = applyEdits(members.values(), edits)
      return groups
        .map((group) => toConcept(group, { named, scores, table, givenNames }))
        .filter((concept) => concept !== null)
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    },
  }
}

/** What is said of it beside what every document says. */
function withoutForms(term: TermTotal, templates: Templates): TermTotal {
  const inForms = templates.countOf(term.key)
  if (inForms === 0) return term
  const count = Math.max(0, term.count - inForms)
  const alone = Math.round((term.alone * count) / term.count)
  const documents = Math.min(term.documents, count)
  return { ...term, count, alone, documents, recordings: Math.min(term.recordings, documents) }
}

/** Said about once wherever it is said. */
function isPassing(key: string, table: TermTable): boolean {
  const term = table.get(key)
  return term === undefined || term.count < 3 * term.documents
}

function collectNamed(documents: LibraryEvidence['documents']): Map<string, NamedPlace[]> {
  const places = new Map<string, NamedPlace[]>()
  for (const { documentId, named } of documents)
    for (const each of named)
      for (const [position, key] of keysOfNamed(each).entries()) {
        if (!each.sure && (isTalkName(key) || (each.origin === 'chapter' && generalWords.has(key)))) continue
        const known = places.get(key)
        if (known) known.push({ documentId, named: each, position })
        else places.set(key, [{ documentId, named: each, position }])
      }
  return places
}

const isSure = (named: ReadonlyMap<string, NamedPlace[]>, key: string): boolean =>
  named.get(key)?.some((place) => place.named.sure) ?? false

interface ConceptParts {
  named: ReadonlyMap<string, NamedPlace[]>
  scores: ReadonlyMap<string, number>
  table: TermTable
  /** Key → name that a user gave. */
  givenNames: ReadonlyMap<string, string>
}

/** Null when there is not enough to say that it is one. */
function toConcept(
  { keys, leading, name: givenName, hidden, split }: EditedGroup,
  { named, scores, table, givenNames }: ConceptParts,
): ResolvedConcept | null {
  const places = keys.flatMap((key) => named.get(key) ?? [])
  const forms = new Map<ConceptOrigin, number>()
  for (const { named: each } of places)
    forms.set(
      each.origin,
      Math.max(forms.get(each.origin) ?? 0, each.sure ? formWeight.sure : formWeight[each.origin]),
    )
  const termhood = Math.max(0, ...keys.map((key) => scores.get(key) ?? 0))
  const form = [...forms.values()].reduce((sum, weight) => sum + weight, 0)
  const score = Math.round((termhood + form) * 10) / 10
  const isSaid = keys.some((key) => isUsed(key, table))
  const isSureOne = places.some((place) => place.named.sure) || split
  if (!isSureOne && (!isSaid || score < minTermhood)) return null
  const textOfKey = (key: string) => textOf(key, named, table) || (givenNames.get(key) ?? key)
  const best = chooseName(leading, named, table)
  const name = givenName ?? showName(textOfKey(best))
  const nameKey = givenName === null ? best : conceptKey(givenName)
  return {
    id: keys[0] ?? '',
    name,
    aliases: keys
      .filter((key) => key !== nameKey)
      .sort((a, b) => table.countOf(b) - table.countOf(a) || (a < b ? -1 : 1))
      .map(textOfKey),
    keys,
    score,
    origins: [...new Set([...forms.keys(), ...(termhood > 0 ? (['speech'] as const) : [])])].sort(),
    hidden,
    named: places.map(({ documentId, named: each }) => ({ documentId, named: each })),
  }
}

/** In two documents, or often in one: a tag that no text uses is none. */
function isUsed(key: string, table: TermTable): boolean {
  const term = table.get(key)
  return term !== undefined && (term.documents >= 2 || term.count >= minCount)
}

/** What heads a section that explains it; else what is said most. */
function chooseName(
  keys: readonly string[],
  named: ReadonlyMap<string, NamedPlace[]>,
  table: TermTable,
): string {
  const places = keys.flatMap((key) => named.get(key) ?? [])
  const head = places.find((place) => place.named.sure && place.position === 0)
  const headKey = head && (keysOfNamed(head.named)[0] ?? '')
  if (headKey !== undefined && keys.includes(headKey)) return headKey
  const [best = ''] = [...keys].sort((a, b) => table.countOf(b) - table.countOf(a) || (a < b ? -1 : 1))
  return best
}

/** Empty where no document has it. */
function textOf(key: string, named: ReadonlyMap<string, NamedPlace[]>, table: TermTable): string {
  const places = named.get(key) ?? []
  const place = places.find((each) => each.named.sure) ?? places[0]
  const counted = table.textOf(key)
  if (place?.named.sure || counted === '') return place?.named.names[place.position] ?? ''
  return counted
}

/** As a title: `silent payments` is shown as `Silent payments`, `txid` and `OP_CAT` as they are, `BIPs` as `BIP`. */
const showName = (text: string): string =>
  /^\p{Lu}{2,}s$/u.test(text) ? text.slice(0, -1) : startAsTitle(text)

const startAsTitle = (text: string): string =>
  /^\p{Ll}+ /u.test(text) || /^\p{Ll}{4,}$/u.test(text)
    ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    : text
