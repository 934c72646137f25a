/** Null while a module runs, and later: read when the script is evaluated, and not again. */
const ownScript = document.currentScript instanceof HTMLScriptElement ? document.currentScript : findScript()

/** The server that this script came from, as `https://cuepoint.example.org`. */
const scriptOrigin = originOf(ownScript?.src)

/** @param given the attribute `server`, which wins */
export const serverBase = (given: string | null): string => originOf(given) ?? scriptOrigin ?? location.origin

function findScript(): HTMLScriptElement | null {
  return document.querySelector<HTMLScriptElement>('script[src$="/embed.js"]')
}

function originOf(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  const { protocol, origin } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? origin : null
}
