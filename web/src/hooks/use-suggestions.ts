import { useEffect, useState } from 'preact/hooks'
import { maxSuggestLength, suggest, type Suggestion } from '../suggest-api.js'

/** A phone shows half a screen above its keyboard. */
const maxOnPhone = 4
const maxOnDesk = 6

/** What may be meant by what is typed so far; the earlier ones stay until the new ones are there. */
export function useSuggestions(typed: string, wanted: boolean): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([])
  const q = wanted ? typed.trim() : ''
  useEffect(() => {
    if (q === '' || q.length > maxSuggestLength) return setSuggestions([])
    const limit = matchMedia('(max-width: 40rem)').matches ? maxOnPhone : maxOnDesk
    const controller = new AbortController()
    suggest(q, limit, controller.signal).then(
      // To be offered what stands there already is no help.
      (found) => setSuggestions(found.filter(({ kind, text }) => kind !== 'query' || text !== q)),
      // Searching works without them.
      () => setSuggestions((old) => (controller.signal.aborted ? old : [])),
    )
    return () => controller.abort()
  }, [q])
  return suggestions
}
