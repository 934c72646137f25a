/** Which colours are shown: the device's own, or always one of the two. public/theme.js reads the same before the first paint. */

export type Theme = 'auto' | 'light' | 'dark'
export const themes = ['auto', 'light', 'dark'] as const satisfies readonly Theme[]

const storageKey = 'cuepoint-theme'

const isTheme = (value: string | null | undefined): value is Theme =>
  (themes as readonly (string | null | undefined)[]).includes(value)

/** What is shown now. */
export function readTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return isTheme(theme) ? theme : 'auto'
}

/** Shows it at once and remembers it, where the browser keeps anything. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme)
  try {
    if (theme === 'auto') localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, theme)
  } catch {
    // It holds until the page is left.
  }
}

/** Follows what is chosen in another tab. */
export function followTheme(listener: (theme: Theme) => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== storageKey) return
    const theme = isTheme(newValue) ? newValue : 'auto'
    showTheme(theme)
    listener(theme)
  }
  addEventListener('storage', onStorage)
  return () => removeEventListener('storage', onStorage)
}

function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'auto') delete dataset['theme']
  else dataset['theme'] = theme
  // The frame that a phone or an installed app draws around the page.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[data-scheme]')) {
    const scheme = meta.dataset['scheme'] ?? ''
    if (theme === 'auto') meta.media = `(prefers-color-scheme: ${scheme})`
    else meta.media = scheme === theme ? 'all' : 'not all'
  }
}
