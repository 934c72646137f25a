import type { PassageList } from '../../../client/index.js'
import { listPassages } from '../document-api.js'
import { findLineAt } from '../transcript-lines.js'
import { useLoaded, type Loaded } from './use-loaded.js'
import { usePlayer } from './use-player.js'

type Passage = PassageList['passages'][number]

/**
 * The passage being heard, or the first when nothing is; of a post the one that the address names.
 * @param version changes when the times do
 */
export function usePassageHere(
  documentId: string,
  version: number,
  at: { startMs: number | null; anchor: string | null },
): { passage: Passage | null; loaded: Loaded<Passage[]> } {
  const loaded = useLoaded(`passages:${documentId}:${version}`, async (signal) => {
    const { passages } = await listPassages(documentId, signal)
    return passages.filter(({ ad }) => !ad)
  })
  const passages = loaded.value ?? []
  const starts = passages.map(({ startMs }) => startMs ?? Infinity)
  const position = usePlayer(({ track, positionMs }) =>
    findLineAt(starts, track?.documentId === documentId ? positionMs : (at.startMs ?? 0)),
  )
  const named = at.anchor === null ? undefined : passages.find(({ anchor }) => anchor === at.anchor)
  return { passage: named ?? passages[Math.max(0, position)] ?? null, loaded }
}
