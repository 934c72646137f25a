/** `2026-02-23-five-ml-concepts` → `Five ml concepts`. */
export function titleFromName(name: string): string {
  const words =
    name
      .replace(/^\d{4}-\d{1,2}-\d{1,2}-?/, '')
      .replace(/[-_\s]+/g, ' ')
      .trim() || name
  return words.charAt(0).toUpperCase() + words.slice(1)
}
