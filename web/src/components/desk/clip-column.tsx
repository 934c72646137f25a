import type { Clip } from '../../../../client/index.js'
import { formatRange, nameClip, readTags } from '../../desk/clip-words.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import { usePreview } from '../../hooks/use-preview.js'
import { documentPath } from '../../url-state.js'
import { Icon } from '../icon.js'
import { TagsField } from './tags-field.js'
import { TextArea, TextField } from './text-field.js'
import { TrimEditor } from './trim-editor.js'

interface ClipColumnProps {
  editor: CollectionEditor
  clip: Clip | null
  /** There are no clips to choose from. */
  isEmpty: boolean
  /** Others changed it: what to do about that comes first. */
  isFrozen: boolean
}

/** The clip that is chosen: where it begins and ends, and what its editor says of it. */
export function ClipColumn({ editor, clip, isEmpty, isFrozen }: ClipColumnProps) {
  if (!clip)
    return (
      <section class="desk-column" data-column="clip" aria-label="Clip">
        <div class="desk-teach">
          {isEmpty ? (
            <p class="dim">The clip that you choose is trimmed here, by its words.</p>
          ) : (
            <p>
              Choose a clip to set where it begins and ends, and to give it a title, a note and tags.{' '}
              <kbd>j</kbd> and <kbd>k</kbd> go from clip to clip.
            </p>
          )}
        </div>
      </section>
    )
  return (
    <section class="desk-column" data-column="clip" aria-labelledby="clip-title">
      <div class="desk-body" inert={isFrozen}>
        <ClipHead clip={clip} />
        {clip.orphaned ? (
          <Untrimmed
            clip={clip}
            reason="Its document is gone: words and times are kept, and cannot be trimmed."
          />
        ) : clip.startMs === null || clip.endMs === null ? (
          <Untrimmed clip={clip} reason="It is written, and has no times to trim." />
        ) : (
          <TrimEditor editor={editor} clip={clip} range={{ startMs: clip.startMs, endMs: clip.endMs }} />
        )}
        <ClipFields editor={editor} clip={clip} />
      </div>
    </section>
  )
}

function ClipHead({ clip }: { clip: Clip }) {
  const preview = usePreview({ document: clip.document, jumpMs: clip.startMs, endMs: clip.endMs })
  const { document, startMs, endMs, anchor } = clip
  return (
    <header class="clip-column-head">
      <h2 id="clip-title" tabIndex={-1} dir="auto">
        {nameClip(clip)}
      </h2>
      <p class="hit-line">
        <span class="detail" dir="auto">
          {clip.orphaned ? (
            document.title
          ) : (
            <a href={documentPath({ id: document.id, startMs, endMs, anchor, q: '' })}>
              {document.title}
              {startMs !== null && ` at ${formatRange(clip)}`}
            </a>
          )}
        </span>
        <span class="detail" dir="auto">
          {document.sourceTitle}
        </span>
      </p>
      {preview && (
        <button type="button" class="button" data-testid="clip-preview" onClick={preview.toggle}>
          <Icon name={preview.isPlaying ? 'pause' : 'play'} />
          {preview.isPlaying ? 'Pause' : 'Play the clip'}
        </button>
      )}
    </header>
  )
}

function Untrimmed({ clip, reason }: { clip: Clip; reason: string }) {
  return (
    <>
      <p class="note">{reason}</p>
      {clip.text.trim() !== '' && (
        <p class="trim-words trim-fixed" dir="auto">
          {clip.text}
        </p>
      )}
    </>
  )
}

function ClipFields({ editor, clip }: { editor: CollectionEditor; clip: Clip }) {
  const change = (patch: { title?: string; note?: string; tags?: string[] }) =>
    editor.type({ kind: 'clip', clipId: clip.id, patch })
  const onDone = () => editor.flush()
  return (
    <div class="clip-fields">
      <TextField
        label="Title"
        testId="clip-title-field"
        value={clip.title}
        maxLength={300}
        placeholder="What it is called in exports"
        onType={(title) => change({ title })}
        onDone={onDone}
      />
      <TextArea
        label="Note"
        testId="clip-note"
        value={clip.note}
        maxLength={10_000}
        onType={(note) => change({ note })}
        onDone={onDone}
      />
      <TagsField tags={clip.tags} onType={(text) => change({ tags: readTags(text) })} onDone={onDone} />
    </div>
  )
}
