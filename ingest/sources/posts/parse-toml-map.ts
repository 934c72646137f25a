import { parse, TomlDate } from 'smol-toml'

/**
 * The fields of a TOML document in the types that YAML gives: dates stay text, as they are written.
 * @throws {Error} for what is no TOML
 */
export function parseTomlMap(text: string): Map<string, unknown> {
  return new Map(Object.entries(parse(text)).map(([key, value]) => [key, withoutDates(value)]))
}

function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString()
  if (Array.isArray(value)) return value.map(withoutDates)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutDates(each)]))
}
