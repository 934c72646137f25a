/** Addresses as they may be shown: those of private feeds hold a password or a token, and a listener's page is no place for it. */

/** Names of query parameters whose values open something; hiding one too many costs nothing. */
const secretName = /token|auth(?!or)|key(?!word)|secret|pass|pwd|credential|signature|^(?:sig|jwt|sid)$/i
/** What stands between the words of a message and an address in it. */
const trailingMarks = new Set(['.', ',', ':', ';', '!', ')', ']'])

/** `https://ann:pw@x.org/feed?auth=abc` → `https://x.org/feed?auth=…`. What holds no secret, or is no web address, stays as it is. */
export function displayLocation(location: string): string {
  if (!/^https?:/i.test(location) || !URL.canParse(location)) return location
  const url = new URL(location)
  const parts = url.search.slice(1).split('&')
  const shown = parts.map(hideValue)
  const hasSecret = url.username !== '' || url.password !== '' || shown.some((part, at) => part !== parts[at])
  if (!hasSecret) return location
  return `${url.origin}${url.pathname}${url.search === '' ? '' : `?${shown.join('&')}`}`
}

/** The same for every web address within a text. */
export function hideSecrets(text: string): string {
  return text.replace(/https?:\/\/[^\s"'<>]+/gi, (match) => {
    let end = match.length
    while (end > 0 && trailingMarks.has(match.charAt(end - 1))) end -= 1
    return displayLocation(match.slice(0, end)) + match.slice(end)
  })
}

function hideValue(part: string): string {
  const at = part.indexOf('=')
  return at > 0 && at < part.length - 1 && secretName.test(part.slice(0, at))
    ? `${part.slice(0, at)}=…`
    : part
}
