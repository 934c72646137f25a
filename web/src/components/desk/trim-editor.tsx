import { useState } from 'preact/hooks'
import type { Clip } from '../../../../client/index.js'
import type { TimeRange } from '../../../../src/domain/time.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import { nearestEdge, type Edge } from '../../desk/trim-words.js'
import { useTrimWords } from '../../hooks/desk/use-trim-words.js'
import { useTrim } from '../../hooks/desk/use-trim.js'
import { useShortcuts } from '../../hooks/use-shortcuts.js'
import { FailureNote } from '../failure-note.js'
import { Spinner } from '../spinner.js'
import { TrimEdge } from './trim-edge.js'
import { TrimText } from './trim-text.js'

/** What a press on a word sets. */
type PressMode = 'nearest' | Edge

const modes = [
  ['nearest', 'nearer'],
  ['start', 'start'],
  ['end', 'end'],
] as const satisfies [PressMode, string][]

interface TrimEditorProps {
  editor: CollectionEditor
  clip: Clip
  range: TimeRange
}

/** The words around the clip with a handle at each end, and both ends in numbers. */
export function TrimEditor({ editor, clip, range }: TrimEditorProps) {
  const { words, loaded, widen, isAtBeginning } = useTrimWords(clip)
  const trim = useTrim(editor, { clip, range, words })
  const [mode, setMode] = useState<PressMode>('nearest')
  useShortcuts({
    '[': () => trim.step('start', -1, 'sentence'),
    '{': () => trim.step('start', 1, 'sentence'),
    ']': () => trim.step('end', 1, 'sentence'),
    '}': () => trim.step('end', -1, 'sentence'),
  })
  return (
    <div class="trim" data-testid="trim">
      {loaded.error && (
        <FailureNote
          title="The words around it cannot be shown."
          error={loaded.error}
          retry={loaded.reload}
        />
      )}
      {words.length > 0 ? (
        <>
          {!isAtBeginning && (
            <button type="button" class="more-toggle" onClick={() => widen(-1)}>
              30 s more before
            </button>
          )}
          <TrimText
            words={words}
            trim={trim}
            onWord={(word, isEnd) => {
              const edge = isEnd ? 'end' : mode === 'nearest' ? nearestEdge(word, range) : mode
              trim.set(edge, edge === 'start' ? word.startMs : word.endMs)
            }}
          />
          <button type="button" class="more-toggle" onClick={() => widen(1)}>
            30 s more after
          </button>
        </>
      ) : (
        <Spinner waiting={!loaded.value && !loaded.error} label="Loading the words" />
      )}
      {loaded.value?.length === 0 && (
        <p class="note">There are no words here to trim by: set the times, and listen.</p>
      )}
      <div class="trim-edges">
        <TrimEdge edge="start" label="Start" trim={trim} />
        <TrimEdge edge="end" label="End" trim={trim} />
      </div>
      <div class="trim-options">
        <fieldset class="choice-row">
          <legend>A word sets the</legend>
          {modes.map(([value, label]) => (
            <label key={value}>
              <input type="radio" name="trim-mode" checked={mode === value} onChange={() => setMode(value)} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        {trim.hear && (
          <label class="check">
            <input
              type="checkbox"
              checked={trim.hearsChanges}
              onChange={({ currentTarget }) => trim.setHearsChanges(currentTarget.checked)}
            />
            <span>Hear each change</span>
          </label>
        )}
      </div>
      {clip.document.timing === 'approximate' && (
        <p class="dim small">Times of words are estimates in this transcript: listen at both ends.</p>
      )}
    </div>
  )
}
