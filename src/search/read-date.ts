/**
 * The first instant, in UTC as ISO 8601, of a day `2024-05-31`, a month `2024-05` or a year `2024`; null for anything
 * else and for what is not in the calendar.
 */
export function readDate(value: string): string | null {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) return null
  const date = new Date(value + '-01-01'.slice(value.length - 4) + 'T00:00:00Z')
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value)) return null
  return date.toISOString()
}
