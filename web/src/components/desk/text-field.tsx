import { useId, useState } from 'preact/hooks'

interface FieldProps {
  label: string
  value: string
  maxLength: number
  onType: (value: string) => void
  /** The field is left: what was typed need not wait. */
  onDone: () => void
  placeholder?: string
  class?: string
  testId?: string
}

export function TextField({ label, value, maxLength, onType, onDone, placeholder, testId }: FieldProps) {
  const id = useId()
  return (
    <div class="desk-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        autocomplete="off"
        dir="auto"
        data-testid={testId}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        onBlur={onDone}
      />
    </div>
  )
}

/** One line of text, as high as it needs; what may not be empty is not changed while it is, and left empty it is what it was. */
export function RequiredField({ label, value, maxLength, onType, onDone, class: name, testId }: FieldProps) {
  const [isEmpty, setEmpty] = useState(false)
  return (
    <textarea
      class={name}
      rows={1}
      aria-label={label}
      aria-invalid={isEmpty}
      value={isEmpty ? '' : value}
      maxLength={maxLength}
      autocomplete="off"
      dir="auto"
      data-testid={testId}
      onInput={({ currentTarget }) => {
        const line = currentTarget.value.replace(/\s*\n\s*/g, ' ')
        const isBlank = line.trim() === ''
        setEmpty(isBlank)
        if (!isBlank) onType(line)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing) return
        event.preventDefault()
        event.currentTarget.blur()
      }}
      onBlur={() => {
        setEmpty(false)
        onDone()
      }}
    />
  )
}

/** As high as what stands in it, within limits. */
export function TextArea({
  label,
  value,
  maxLength,
  onType,
  onDone,
  placeholder,
  testId,
  isLabelHidden = false,
}: FieldProps & { isLabelHidden?: boolean }) {
  const id = useId()
  return (
    <div class="desk-field">
      <label for={id} class={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <textarea
        id={id}
        rows={Math.min(8, value.split('\n').length)}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        dir="auto"
        data-testid={testId}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        onBlur={onDone}
      />
    </div>
  )
}
