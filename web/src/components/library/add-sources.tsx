import { useRef, useState } from 'preact/hooks'
import { lookQueue, useLooks } from '../../hooks/use-looks.js'
import { describeLooks, findAddable } from '../../library/look-queue.js'
import { describeLeftOut, readLocations, type Locations } from '../../library/read-locations.js'
import { LookCard } from './look-card.js'
import { OpmlButton } from './opml-button.js'

/** Takes addresses, says what is at each, and adds what was meant. */
export function AddSources({ onAdded }: { onAdded: () => void }) {
  const looks = useLooks(onAdded)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const addable = findAddable(looks)

  /** What is left out stays in the field, or comes into it. */
  const start = ({ locations, leftOut }: Locations) => {
    setProblem(describeLeftOut(leftOut.length))
    setText((typed) => [typed, ...leftOut].filter((line) => line !== '').join('\n'))
    lookQueue.start(locations)
  }
  const send = () => {
    const read = readLocations(text)
    if (read.locations.length + read.leftOut.length === 0) return
    setText('')
    start(read)
  }

  return (
    <section class="add-sources" aria-labelledby="add-title">
      <h2 id="add-title">
        <label for="add-location">Add to the library</label>
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <div class="field-row">
          <textarea
            ref={field}
            id="add-location"
            data-testid="add-location"
            name="location"
            rows={Math.min(8, text.split('\n').length)}
            placeholder="Address or path"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            enterkeyhint="go"
            aria-describedby="add-hint"
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
              event.preventDefault()
              send()
            }}
          />
          <button class="button button-main" disabled={text.trim() === ''}>
            Look
          </button>
        </div>
        <div class="add-hint">
          <p id="add-hint" class="dim small">
            A feed, a page of YouTube, a page with a transcript or a post, or a folder on the server; several
            one a line. You see what is there before it is added.
          </p>
          <OpmlButton onLocations={start} onProblem={setProblem} />
        </div>
        <p class="words-failure" role="alert">
          {problem}
        </p>
      </form>
      <p class="visually-hidden" role="status">
        {describeLooks(looks)}
      </p>
      {looks.length > 0 && (
        <div class="looks" data-testid="looks">
          {looks.length > 1 && (
            <div class="looks-head">
              <p aria-hidden="true">{describeLooks(looks)}</p>
              {addable.length > 1 && (
                <button type="button" class="button button-main" onClick={() => void lookQueue.add(addable)}>
                  Add all {addable.length}
                </button>
              )}
              <button
                type="button"
                class="button button-quiet"
                onClick={() => {
                  lookQueue.clear()
                  field.current?.focus()
                }}
              >
                Clear
              </button>
            </div>
          )}
          <ul>
            {looks.map((look) => (
              <LookCard
                key={look.location}
                look={look}
                isOnly={looks.length === 1}
                onLeft={() => field.current?.focus()}
              />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
