/**
 * Lets the pages open without the server (web/service-worker). After everything else, and where browsers allow it: on
 * https and on this machine.
 */
export function registerShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () => {
    navigator.serviceWorker
      .register('/service-worker.js', { updateViaCache: 'none' })
      // Refused by the user's settings, or cut off: the pages work without it.
      .catch((error: unknown) => console.info('Pages will not open offline:', error))
  }
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}
