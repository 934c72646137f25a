import { suggestionKinds, type Match, type Suggestion, type SuggestionKind } from './suggestion.js'

/**
 * The best of all kinds, none crowding out the others: each kind in turn gives its next one until the limit is reached;
 * then they are shown by tier and kind, within them as ranked. A text that two kinds share is shown as the first of them
 * in `suggestionKinds` that is not a query.
 * @param matches best first within each kind
 */
export function balanceKinds(matches: readonly Match[], limit: number): Suggestion[] {
  const named = new Set(
    matches.filter(({ suggestable }) => suggestable.kind !== 'query').map(({ folded }) => folded),
  )
  const distinct = matches.filter(
    ({ suggestable, folded }) => suggestable.kind !== 'query' || !named.has(folded),
  )
  const queues = suggestionKinds.map((kind) =>
    distinct.filter(({ suggestable }) => suggestable.kind === kind),
  )
  const chosen: Match[] = []
  for (let turn = 0; chosen.length < limit && queues.some((queue) => turn < queue.length); turn++)
    for (const queue of queues) {
      const match = queue[turn]
      if (match && chosen.length < limit) chosen.push(match)
    }
  return chosen
    .sort((a, b) => a.tier - b.tier || orderOf(a.suggestable.kind) - orderOf(b.suggestable.kind))
    .map(({ suggestable: { kind, text, documentId, slug, sourceId }, ranges }) => ({
      kind,
      text,
      ...(documentId === undefined ? {} : { documentId }),
      ...(slug === undefined ? {} : { slug }),
      ...(sourceId === undefined ? {} : { sourceId }),
      ranges,
    }))
}

const orderOf = (kind: SuggestionKind): number => suggestionKinds.indexOf(kind)
