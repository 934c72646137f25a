import type { ConceptMention } from '../../domain/concept.js'
import type { DocumentKind } from '../../domain/document.js'
import { conceptKey } from '../concept-key.js'
import type { NamedConcept } from '../extract/evidence.js'
import type { NameMatch } from '../match/match-document.js'

/** Names found in passages → mentions of concepts. */

/** A mention with what is needed to choose among them. */
export interface Mention extends Omit<ConceptMention, 'slug'> {
  /** Position of the concept in the list of concepts. */
  concept: number
  endMs: number | null
  anchor: string | null
  /** The sentence that says something about the concept; empty without one. */
  text: string
  /** 0 to 1: how good an explanation it is: strength, and how much the passage and those around it are about it. */
  quality: number
  kind: DocumentKind
}

export interface MatchedDocument {
  documentId: string
  kind: DocumentKind
  named: readonly NamedConcept[]
  matches: readonly NameMatch[]
}

/** Passages before and after that count as being around one. */
const around = 2
/** Mentions around from which the talk is all about it. */
const fullDensity = 6

/** @param conceptOf key → position of its concept; matches of other keys are left out. By ordinal, then by concept. */
export function gatherMentions(
  { documentId, kind, named, matches }: MatchedDocument,
  conceptOf: ReadonlyMap<string, number>,
): Mention[] {
  const sections = new Set(
    named
      .filter(({ sure }) => sure)
      .flatMap(({ names, anchor }) => names.map((name) => `${conceptOf.get(conceptKey(name))} ${anchor}`)),
  )
  const explained = new Set<string>()
  const found: Mention[] = []
  for (const match of matches) {
    const concept = conceptOf.get(match.key)
    if (concept === undefined) continue
    // Under the heading `Pong (a video game)` the post explains pong, and no video games.
    const section = match.headed && match.anchor !== null ? `${concept} ${match.anchor}` : ''
    const opens = sections.has(section) && !explained.has(section)
    if (opens) explained.add(section)
    add(found, toMention(match, { documentId, kind, concept, opens }))
  }
  for (const ofConcept of byConcept(found)) measureQualities(ofConcept)
  return found
}

/** Names of one concept in one passage are one mention. Matches come by passage, so that a new one has few to pass. */
function add(sorted: Mention[], mention: Mention): void {
  let at = sorted.length
  while (at > 0 && compare(sorted[at - 1] as Mention, mention) > 0) at--
  const before = sorted[at - 1]
  if (before && compare(before, mention) === 0) sorted[at - 1] = join(before, mention)
  else sorted.splice(at, 0, mention)
}

const compare = (a: Mention, b: Mention): number => a.ordinal - b.ordinal || a.concept - b.concept

function byConcept(mentions: readonly Mention[]): Iterable<Mention[]> {
  const ofConcept = new Map<number, Mention[]>()
  for (const mention of mentions) {
    const known = ofConcept.get(mention.concept)
    if (known) known.push(mention)
    else ofConcept.set(mention.concept, [mention])
  }
  return ofConcept.values()
}

interface MentionContext {
  documentId: string
  kind: DocumentKind
  concept: number
  /** It is the first passage of the section that explains it. */
  opens: boolean
}

function toMention(match: NameMatch, { documentId, kind, concept, opens }: MentionContext): Mention {
  const { passageId, ordinal, startMs, endMs, anchor, sentence, count, strength, focus, text } = match
  return {
    concept,
    documentId,
    kind,
    passageId,
    ordinal,
    startMs,
    endMs,
    anchor,
    sentence: opens ? 0 : sentence,
    count,
    strength: opens ? 1 : strength,
    focus: opens ? 1 : focus,
    text: opens ? '' : text,
    quality: 0,
  }
}

/** Two names of one concept in one passage. */
function join(a: Mention, b: Mention): Mention {
  const best = b.strength > a.strength ? b : a
  return { ...best, count: a.count + b.count, focus: Math.max(a.focus, b.focus) }
}

/** @param sorted those of one concept, by ordinal */
function measureQualities(sorted: readonly Mention[]): void {
  for (const [at, mention] of sorted.entries()) {
    let near = mention.count
    for (const step of [-1, 1])
      for (
        let other = sorted[at + step], by = step;
        isNear(other, mention);
        by += step, other = sorted[at + by]
      )
        near += other.count
    const density = Math.min(1, near / fullDensity)
    // A plain definition in passing goes before a vague one in the middle of the talk.
    mention.quality = mention.strength ** 2 * (0.6 + 0.2 * mention.focus + 0.2 * density)
  }
}

const isNear = (other: Mention | undefined, mention: Mention): other is Mention =>
  other !== undefined && Math.abs(other.ordinal - mention.ordinal) <= around
