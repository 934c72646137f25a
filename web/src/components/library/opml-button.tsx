import { useRef } from 'preact/hooks'
import { readOpml, type Locations } from '../../library/read-locations.js'

/** Lists of subscriptions are a few hundred kB at most; anything larger is another file. */
const maxBytes = 5_000_000

interface OpmlButtonProps {
  onLocations: (read: Locations) => void
  onProblem: (problem: string) => void
}

/** Takes the list of subscriptions that another podcast app exports. */
export function OpmlButton({ onLocations, onProblem }: OpmlButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File) => {
    const listed = file.size > maxBytes ? null : readOpml(parse(await file.text()))
    if (listed === null) onProblem(`${file.name} is no list of subscriptions (OPML).`)
    else if (listed.locations.length + listed.leftOut.length === 0) onProblem(`${file.name} lists no feeds.`)
    else onLocations(listed)
  }
  return (
    <>
      <button type="button" class="button button-quiet" onClick={() => input.current?.click()}>
        From a podcast app (OPML)
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".opml,.xml,text/x-opml,text/xml,application/xml"
        aria-label="List of subscriptions (OPML)"
        data-testid="opml"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) void take(file)
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
    </>
  )
}

const parse = (text: string): Document => new DOMParser().parseFromString(text, 'text/xml')
