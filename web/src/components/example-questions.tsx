import { emptySearch, searchPath } from '../url-state.js'

/** Five are enough to get the idea. */
const maxExamples = 5

export function ExampleQuestions({ examples, title }: { examples: readonly string[]; title: string }) {
  if (examples.length === 0) return null
  return (
    <section class="examples">
      <h2>{title}</h2>
      <ul>
        {examples.slice(0, maxExamples).map((question) => (
          <li key={question}>
            <a href={searchPath({ ...emptySearch, q: question })} dir="auto">
              {question}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
