/* global document, localStorage */
// Runs before the first paint, so that a page never flashes in the other colours; src/theme.ts is the rest of it.
try {
  const theme = localStorage.getItem('cuepoint-theme')
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme
    for (const meta of document.querySelectorAll('meta[data-scheme]'))
      meta.media = meta.dataset.scheme === theme ? 'all' : 'not all'
  }
} catch {
  // A browser that keeps nothing shows its own colours.
}
