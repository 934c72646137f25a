import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import type { Concept } from '../../../../client/index.js'
import { conceptPath } from '../../concepts/concept-paths.js'
import { useNameEdit } from '../../hooks/use-name-edit.js'
import { MergeForm } from './merge-form.js'

/** Corrections of what was found; each can be taken back here, and none is lost when concepts are found anew. */
export function EditNames({ concept, reload }: { concept: Concept; reload: () => void }) {
  const { slug, name, aliases, hidden } = concept
  const { route } = useLocation()
  const { apply, isBusy, error, said } = useNameEdit(slug, (edited) =>
    edited.slug === slug ? reload() : route(conceptPath(edited.slug), true),
  )
  return (
    <details class="disclosure edit-names" data-testid="edit-names">
      <summary>Edit names</summary>
      <p class="dim small">What you decide here stays when the concepts are found anew.</p>
      <p class="form-answer" role="status">
        {error ? <span class="words-failure">{error.message}</span> : said}
      </p>
      <RenameForm
        key={name}
        name={name}
        isBusy={isBusy}
        onRename={(fresh) =>
          apply({ action: 'rename', body: { name: fresh } }, `It is called “${fresh}” now.`)
        }
      />
      <MergeForm
        slug={slug}
        isBusy={isBusy}
        onMerge={(into) =>
          apply({ action: 'merge', body: { into: into.slug } }, `Merged into “${into.name}”.`)
        }
      />
      {aliases.length > 0 && (
        <section>
          <h3>Not the same?</h3>
          <ul>
            {aliases.map((alias) => (
              <li key={alias} class="edit-row">
                <span dir="auto">{alias}</span>
                <button
                  type="button"
                  class="button"
                  disabled={isBusy}
                  aria-label={`Split off ${alias} as a concept of its own`}
                  onClick={() =>
                    apply({ action: 'split', body: { alias } }, `“${alias}” is a concept of its own now.`)
                  }
                >
                  Split off
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <button
          type="button"
          class="button"
          disabled={isBusy}
          onClick={() =>
            apply(
              { action: 'hide', body: { hidden: !hidden } },
              hidden ? 'It is shown again.' : 'It is hidden: lists, search and maps leave it out.',
            )
          }
        >
          {hidden ? 'Show it again' : 'Hide this concept'}
        </button>
      </p>
    </details>
  )
}

const maxNameLength = 120

interface RenameFormProps {
  name: string
  isBusy: boolean
  onRename: (name: string) => void
}

function RenameForm({ name, isBusy, onRename }: RenameFormProps) {
  const [text, setText] = useState(name)
  const fresh = text.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (fresh !== '' && fresh !== name) onRename(fresh)
      }}
    >
      <label for="concept-name">Name</label>
      <div class="field-row">
        <input
          id="concept-name"
          required
          maxLength={maxNameLength}
          autocomplete="off"
          dir="auto"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button class="button" disabled={isBusy || fresh === '' || fresh === name}>
          Rename
        </button>
      </div>
    </form>
  )
}
