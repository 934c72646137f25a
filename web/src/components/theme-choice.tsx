import { useEffect, useState } from 'preact/hooks'
import { chooseTheme, followTheme, readTheme, themes, type Theme } from '../theme.js'

const words: Record<Theme, string> = { auto: 'Auto', light: 'Light', dark: 'Dark' }

export function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme)
  useEffect(() => followTheme(setTheme), [])
  return (
    <fieldset class="theme-choice">
      <legend>Colours</legend>
      {themes.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="theme"
            value={choice}
            checked={theme === choice}
            onChange={() => {
              chooseTheme(choice)
              setTheme(choice)
            }}
          />
          {words[choice]}
        </label>
      ))}
    </fieldset>
  )
}
