import type { DocumentRecord } from './document-records.js'
import { passagesNaming } from './match/match-columns.js'

/** Which documents say something else than at the step before, though they were not read again. */

/** By document, the passages; null is all of them. */
export type TouchedPassages = ReadonlyMap<string, ReadonlySet<string> | null>

/** What came, went or differs. */
export const changedKeys = (
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Set<string> => new Set([...before.keys(), ...now.keys()].filter((key) => before.get(key) !== now.get(key)))

/** Where a name is mentioned that belongs to another concept by now. @param moved its `conceptKey` and others */
export function findMoved(records: readonly DocumentRecord[], moved: ReadonlySet<string>): TouchedPassages {
  const found = new Map<string, ReadonlySet<string> | null>()
  for (const { evidence, matches } of moved.size === 0 ? [] : records) {
    if (!matches.keys.some((key) => moved.has(key))) continue
    // In a post that explains concepts, another passage may be the one that opens a section.
    const explains = evidence.named.some(({ sure }) => sure)
    found.set(evidence.documentId, explains ? null : passagesNaming(moved, matches))
  }
  return found
}

/** Documents that mention one of those whose names changed. */
export const findRenamed = (records: readonly DocumentRecord[], renamed: ReadonlySet<string>): string[] =>
  records
    .filter(({ evidence }) => [...evidence.mentioned, ...evidence.called].some(({ key }) => renamed.has(key)))
    .map(({ evidence }) => evidence.documentId)

export function joinPassages(...all: readonly TouchedPassages[]): TouchedPassages {
  const joined = new Map<string, ReadonlySet<string> | null>()
  for (const each of all)
    for (const [documentId, passageIds] of each) {
      const known = joined.get(documentId)
      const isWhole = passageIds === null || known === null
      joined.set(documentId, isWhole ? null : new Set([...passageIds, ...(known ?? [])]))
    }
  return joined
}
