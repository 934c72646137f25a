import { useMemo } from 'preact/hooks'
import type { Concept } from '../../../../client/index.js'
import { countByYear } from '../../concepts/timeline-picture.js'

/** The picture for those who would rather read it. */
export function TimelineTable({ timeline }: { timeline: Concept['timeline'] }) {
  const years = useMemo(() => countByYear(timeline), [timeline])
  return (
    <details class="disclosure">
      <summary>As a table</summary>
      <table class="timeline-table">
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Documents</th>
            <th scope="col">Passages</th>
            <th scope="col">Explain it</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, documents, passages, explaining }) => (
            <tr key={year}>
              <th scope="row">{year ?? 'no date'}</th>
              <td>{documents.toLocaleString('en')}</td>
              <td>{passages.toLocaleString('en')}</td>
              <td>{explaining.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
