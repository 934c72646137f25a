interface ChoiceRowProps<Name extends string> {
  /** What is chosen, for those who do not see it. */
  label: string
  /** Name and words, and whatever else they stand for. */
  choices: readonly (readonly [Name, string, ...unknown[]])[]
  chosen: Name
  onChoose: (name: Name) => void
}

/** A few choices in a row, of which one is on. */
export function ChoiceRow<Name extends string>({ label, choices, chosen, onChoose }: ChoiceRowProps<Name>) {
  return (
    <div class="chips" role="group" aria-label={label}>
      {choices.map(([name, words]) => (
        <button
          key={name}
          type="button"
          class="chip chip-button"
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          {words}
        </button>
      ))}
    </div>
  )
}
