import { useId, useRef, useState } from 'preact/hooks'
import { maxDraftLength, readDraftFile } from '../../../desk/draft-text.js'
import { Icon } from '../../icon.js'

interface DraftFieldProps {
  draft: string
  isBusy: boolean
  /** What it holds was looked for, all of it. */
  isAnswered: boolean
  onChange: (text: string) => void
  onFind: () => void
  onStop: () => void
}

/** Where the draft is pasted, typed, dropped or opened. */
export function DraftField({ draft, isBusy, isAnswered, onChange, onFind, onStop }: DraftFieldProps) {
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  const [failure, setFailure] = useState('')
  const length = draft.trim().length
  const isTooLong = length > maxDraftLength
  const open = async (file: File | undefined) => {
    if (!file) return
    try {
      onChange(await readDraftFile(file))
      setFailure('')
    } catch (error) {
      setFailure(error instanceof RangeError ? error.message : `${file.name} could not be read.`)
    }
  }
  const find = () => {
    if (length > 0 && !isTooLong && !isBusy) onFind()
  }
  return (
    <form
      class="draft-form"
      onSubmit={(event) => {
        event.preventDefault()
        find()
      }}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
      }}
      onDrop={(event) => {
        if (!event.dataTransfer?.files.length) return
        event.preventDefault()
        void open(event.dataTransfer.files[0])
      }}
    >
      <div class="desk-field">
        <div class="draft-head">
          <label for={id}>Draft</label>
          {draft !== '' && (
            <button
              type="button"
              class="tool-button draft-clear"
              aria-label="Clear the draft"
              title="Clear the draft"
              onClick={() => {
                onChange('')
                setFailure('')
                document.getElementById(id)?.focus()
              }}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
        <textarea
          id={id}
          class="draft-text"
          dir="auto"
          rows={5}
          placeholder="Paste a post, a script or a newsletter"
          data-testid="draft"
          value={draft}
          aria-invalid={isTooLong}
          aria-describedby={`${id}-said`}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            find()
          }}
        />
      </div>
      <p id={`${id}-said`} class="words-failure small" role="alert">
        {isTooLong
          ? `The draft has ${length.toLocaleString('en')} characters; at most ${maxDraftLength.toLocaleString('en')} can be looked for at once.`
          : failure}
      </p>
      <div class="button-row">
        {isBusy ? (
          <button key="stop" type="button" class="button" data-testid="draft-stop" onClick={onStop}>
            Stop
          </button>
        ) : (
          // Another button, not the same one: what stops would else send what it became while it was pressed.
          <button
            key="find"
            type="submit"
            class={isAnswered ? 'button' : 'button button-main'}
            data-testid="draft-find"
            disabled={length === 0 || isTooLong}
          >
            Find passages
          </button>
        )}
        <button type="button" class="button button-small" onClick={() => picker.current?.click()}>
          Open a file …
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html"
          data-testid="draft-file"
          onChange={({ currentTarget }) => {
            void open(currentTarget.files?.[0])
            // The same file can be opened again after it was changed.
            currentTarget.value = ''
          }}
        />
      </div>
    </form>
  )
}
