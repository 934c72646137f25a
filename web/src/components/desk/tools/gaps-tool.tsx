import type { Coverage } from '../../../../../client/index.js'
import { showCoverage } from '../../../desk-tools-api.js'
import type { DeskToolProps } from '../../../desk/tool-props.js'
import { Kept, useLoaded } from '../../../hooks/use-loaded.js'
import '../../../styles/desk-tools.css'
import { FailureNote } from '../../failure-note.js'
import { Spinner } from '../../spinner.js'
import { ConceptGap, LongAgoGap } from './concept-gap.js'
import { GapList } from './gap-list.js'
import { SearchGaps } from './search-gaps.js'

const kept = new Kept<Coverage>()
/** Of each list at first: the four are seen together. */
const firstGaps = 3

/** What the library lacks: concepts on one side only, explanations that are old, searches in vain. */
export function GapsTool({ collection, onAdd }: DeskToolProps) {
  const { value, error, reload } = useLoaded(
    'coverage',
    (signal) => showCoverage({ limit: firstGaps }, signal),
    kept,
  )
  const clips = collection?.clips ?? []
  if (!value)
    return error ? (
      <FailureNote title="What the library lacks could not be told." error={error} retry={reload} />
    ) : (
      <p class="desk-line">
        <Spinner waiting label="Looking for gaps" />
      </p>
    )
  return (
    <>
      <SearchGaps list={value.searches} areKept={value.searchesKept} onForgotten={reload} />
      {value.newestAt === null && (
        <p class="note">No document has a date, so that nothing can be told of what is long ago.</p>
      )}
      <GapList
        name="writtenOnly"
        title="Written about, never said"
        none="No concept is written about only."
        first={value.writtenOnly}
      >
        {(entry) => <ConceptGap key={entry.slug} gap={entry} side="written" clips={clips} onAdd={onAdd} />}
      </GapList>
      <GapList
        name="spokenOnly"
        title="Said, never written about"
        none="No concept is spoken about only."
        first={value.spokenOnly}
      >
        {(entry) => <ConceptGap key={entry.slug} gap={entry} side="spoken" clips={clips} onAdd={onAdd} />}
      </GapList>
      <GapList
        name="explainedLongAgo"
        title="Explained long ago, not since"
        none="No concept that is still mentioned was explained more than two years before the newest document."
        first={value.explainedLongAgo}
      >
        {(entry) => <LongAgoGap key={entry.slug} gap={entry} clips={clips} onAdd={onAdd} />}
      </GapList>
    </>
  )
}
