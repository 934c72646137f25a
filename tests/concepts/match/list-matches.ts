import { toTime, type MatchColumns, type MatchedPassage } from '../../../src/concepts/match/match-columns.js'
import type { NameMatch } from '../../../src/concepts/match/match-document.js'

/** Columns as the matches that they hold. */
export function listMatches(columns: MatchColumns): NameMatch[] {
  const matches: NameMatch[] = []
  for (let row = 0; row < columns.key.length; row++)
    matches.push({
      key: columns.keys[columns.key[row] as number] as string,
      ...(columns.passages[columns.passage[row] as number] as MatchedPassage),
      startMs: toTime(columns.startMs[row] as number),
      endMs: toTime(columns.endMs[row] as number),
      sentence: columns.sentence[row] as number,
      count: columns.count[row] as number,
      strength: columns.strength[row] as number,
      focus: columns.focus[row] as number,
      text: columns.texts.get(row) ?? '',
      headed: columns.headed[row] === 1,
    })
  return matches
}
