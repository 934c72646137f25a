import { useId, useState } from 'preact/hooks'
import { copyText } from '../../../copy-text.js'

interface CopyFieldProps {
  label: string
  value: string
  testId?: string
}

/** Something to be taken elsewhere: shown whole when it is gone to, copied by a button. */
export function CopyField({ label, value, testId }: CopyFieldProps) {
  const id = useId()
  const [said, setSaid] = useState('')
  const copy = async () =>
    setSaid((await copyText(value)) ? 'Copied' : 'This browser does not let pages copy')
  return (
    <div class="desk-field">
      <label for={id}>{label}</label>
      <div class="field-row">
        <input
          id={id}
          readOnly
          value={value}
          data-testid={testId}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button
          type="button"
          class="button button-small"
          aria-label={`Copy: ${label}`}
          onClick={() => void copy()}
        >
          {said === 'Copied' ? 'Copied' : 'Copy'}
        </button>
      </div>
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </div>
  )
}
