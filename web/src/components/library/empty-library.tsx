import { useAction } from '../../hooks/use-action.js'
import { addSample } from '../../library-api.js'
import { Spinner } from '../spinner.js'

/** What to do first: what is at hand to try, and what one's own could be. */
export function EmptyLibrary({ onAdded }: { onAdded: () => void }) {
  const sample = useAction(addSample, onAdded)
  return (
    <section class="empty-library" aria-labelledby="empty-title">
      <h2 id="empty-title">Nothing is here yet</h2>
      <p>
        Put the address of a podcast’s feed in the field above: its episodes are read with their transcripts,
        and can be searched while that goes on. Or look around first, in a small library that comes along.
      </p>
      <div class="sample-offer">
        <button type="button" class="button button-main" disabled={sample.isBusy} onClick={sample.start}>
          Add the sample
        </button>
        <p class="dim small" role="status">
          {sample.isBusy ? (
            <>
              <Spinner waiting label="Adding the sample" />
              Looking at what it holds; that takes a few seconds.
            </>
          ) : (
            'Episodes, shorts and posts about search and Bitcoin. It can be removed again.'
          )}
        </p>
      </div>
      <p class="words-failure" role="alert">
        {sample.error?.message}
      </p>
      <h3>What can be added</h3>
      <dl class="examples-of-sources">
        {examples.map(({ what, where }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <code>{where}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const examples = [
  { what: 'A podcast', where: 'https://example.org/feed.xml' },
  { what: 'A channel', where: 'https://www.youtube.com/@channel' },
  { what: 'An episode’s transcript, a post', where: 'https://example.org/episodes/12' },
  { what: 'A folder on the server', where: '/srv/talks' },
]
