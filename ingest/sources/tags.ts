const maxTags = 100
const maxTagLength = 100

/** Without repeats in any case, the first writing kept; at most a hundred of at most a hundred characters. */
export function distinctTags(tags: readonly string[]): string[] {
  const byFolded = new Map<string, string>()
  for (const tag of tags) {
    const folded = tag.toLowerCase()
    if (tag !== '' && tag.length <= maxTagLength && !byFolded.has(folded)) byFolded.set(folded, tag)
  }
  return [...byFolded.values()].slice(0, maxTags)
}
