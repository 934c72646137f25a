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
      <GapList
        name="writtenOnly"
        title="Written about, never said"
        none="Every concept of the posts is spoken about too."
        first={value.writtenOnly}
      >
        {(entry) => <ConceptGap key={entry.slug} gap={entry} side="written" clips={clips} onAdd={onAdd} />}
      </GapList>
      <GapList
        name="spokenOnly"
        title="Said, never written about"
        none="Every concept that is spoken about is in a post too."
        first={value.spokenOnly}
      >
        {(entry) => <ConceptGap key={entry.slug} gap={entry} side="spoken" clips={clips} onAdd={onAdd} />}
      </GapList>
      <GapList
        name="explainedLongAgo"
        title="Explained long ago, not since"
        none="What is mentioned often was explained within the last two years of the library."
        first={value.explainedLongAgo}
      >
        {(entry) => <LongAgoGap key={entry.slug} gap={entry} clips={clips} onAdd={onAdd} />}
      </GapList>
    </>
  )
}
