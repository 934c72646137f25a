/** Dates as feeds and front matter write them → ISO 8601 in UTC. */

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Minutes east of UTC. The American ones are in RFC 822; the others are common in feeds and have one meaning there. */
const zoneMinutes: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 60,
    bst: 60,
    cet: 60,
    cest: 120,
    eet: 120,
    eest: 180,
    msk: 180,
  },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540 },
  ...{
    akdt: -480,
    hst: -600,
    jst: 540,
    kst: 540,
    aest: 600,
    aedt: 660,
    acst: 570,
    awst: 480,
    nzst: 720,
    nzdt: 780,
  },
}

interface DateParts {
  year: number
  /** 0 to 11. */
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
  zone: number
}

/** No date that anyone writes is longer; the bound keeps what follows cheap. */
const maxDateLength = 80

/**
 * Reads RFC 822 with its oddities (weekday missing or wrong, two-digit years, named zones, no seconds, month before
 * day) and ISO 8601, also with a space for the `T`. Without a zone the time is taken for UTC, without a time for
 * midnight. Null for anything else, and for a date that does not exist.
 */
export function parseDate(text: string): string | null {
  const written = text.trim()
  if (written === '' || written.length > maxDateLength) return null
  const parts = readIso(written) ?? readRfc822(written)
  if (!parts) return null
  const { year, month, day, hour, minute, second, millisecond, zone } = parts
  if (year < 1900 || year > 2999 || month > 11 || hour > 24 || minute > 59 || second > 60) return null
  // A leap second has no place in a count of milliseconds: it falls on the second before it.
  const time = Date.UTC(year, month, day, hour, minute, Math.min(second, 59), millisecond)
  const dayOfMonth = new Date(Date.UTC(year, month, day)).getUTCDate()
  return dayOfMonth === day ? new Date(time - zone * 60_000).toISOString() : null
}

function readIso(written: string): DateParts | null {
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?$/i.exec(
      written,
    )
  if (!match) return null
  const zone = zoneOf(match[8] ?? 'z')
  if (zone === null) return null
  return {
    year: Number(match[1]),
    month: Number(match[2]) - 1,
    day: Number(match[3]),
    hour: Number(match[4] ?? 0),
    minute: Number(match[5] ?? 0),
    second: Number(match[6] ?? 0),
    millisecond: Number((match[7] ?? '').padEnd(3, '0').slice(0, 3)),
    zone,
  }
}

/** Word by word, since publishers keep to no order: numbers are day, then year; the rest names itself by its form. */
function readRfc822(written: string): DateParts | null {
  const parts: DateParts = {
    year: -1,
    month: -1,
    day: -1,
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
    zone: 0,
  }
  for (const word of written.toLowerCase().split(/[\s,]+/)) {
    const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/.exec(word)
    const number = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(word)
    const dashed = /^(\d{1,2})-([a-z]{3,9})-(\d{2,4})$/.exec(word)
    const month = months.indexOf(word.slice(0, 3))
    if (time) {
      parts.hour = Number(time[1])
      parts.minute = Number(time[2])
      parts.second = Number(time[3] ?? 0)
    } else if (dashed) {
      parts.day = Number(dashed[1])
      parts.month = months.indexOf((dashed[2] ?? '').slice(0, 3))
      parts.year = fullYear(dashed[3] ?? '')
    } else if (number) {
      if (parts.day === -1 && (number[1] ?? '').length <= 2) parts.day = Number(number[1])
      else if (parts.year === -1) parts.year = fullYear(number[1] ?? '')
      else return null
    } else if (month !== -1 && parts.month === -1 && /^[a-z]{3,9}\.?$/.test(word)) parts.month = month
    else if (zoneOf(word) !== null) parts.zone = zoneOf(word) ?? 0
    else if (
      !/^(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?$/.test(word) &&
      !/^\(.*\)$/.test(word) &&
      word !== ''
    )
      return null
  }
  return parts.day < 1 || parts.month === -1 || parts.year === -1 ? null : parts
}

/** RFC 2822: two digits below 50 are of this century. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 3) return year
  return digits.length === 3 ? 1900 + year : year < 50 ? 2000 + year : 1900 + year
}

function zoneOf(word: string): number | null {
  const offset = /^(?:gmt|utc)?([+-])(\d{2}):?(\d{2})$/i.exec(word)
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]))
  return Object.hasOwn(zoneMinutes, word.toLowerCase()) ? (zoneMinutes[word.toLowerCase()] ?? null) : null
}
