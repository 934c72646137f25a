/** A language tag in lower-case BCP 47 (`en_US` → `en-us`), or null when it is none. */
export function parseLanguage(text: string | null | undefined): string | null {
  const tag = (text ?? '').trim().toLowerCase().replaceAll('_', '-')
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,6}$/.test(tag) ? tag : null
}

/** `en` and `en-gb` are one language here, and so are two unknown ones. */
export const isSameLanguage = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && a.split('-')[0] === b.split('-')[0])
