import { useEffect, useId, useState } from 'preact/hooks'
import type { SavedSearch } from '../../../../../client/index.js'
import { changeSavedSearch, renewWebhookSecret, testWebhook } from '../../../desk-tools-api.js'
import { keepSaved, refreshSaved } from '../../../desk/saved-store.js'
import { describeDelivery } from '../../../desk/saved-words.js'
import { useAction, type Action } from '../../../hooks/use-action.js'
import { CopyField } from './copy-field.js'

/** While a message is on its way. */
const lookAgainMs = 2000

/** Who else is told of new matches: the address, the secret this once, and how the last message fared. */
export function SavedWebhook({ search }: { search: SavedSearch }) {
  const { webhook } = search
  const [secret, setSecret] = useState<string | null>(null)
  const keep = (changed: SavedSearch) => {
    if (!changed.webhook) setSecret(null)
    else if (changed.webhook.secret !== undefined) setSecret(changed.webhook.secret)
    keepSaved(changed)
  }
  return (
    <section class="saved-part" aria-label="Webhook">
      {webhook ? (
        <Webhook search={search} webhook={webhook} onChange={keep} />
      ) : (
        <NewWebhook search={search} onChange={keep} />
      )}
      {secret !== null && (
        <>
          <CopyField label="Its secret, shown this once" value={secret} testId="webhook-secret" />
          <p class="dim small">
            What receives the messages needs it to know that they come from here. Another can be made at any
            time.
          </p>
        </>
      )}
    </section>
  )
}

interface PartProps {
  search: SavedSearch
  onChange: (changed: SavedSearch) => void
}

function NewWebhook({ search, onChange }: PartProps) {
  const id = useId()
  const [address, setAddress] = useState('')
  const adding = useAction(
    async () => onChange(await changeSavedSearch(search.id, { webhook: { url: address.trim() } })),
    () => undefined,
  )
  return (
    <form
      class="desk-field"
      onSubmit={(event) => {
        event.preventDefault()
        if (address.trim() !== '') adding.start()
      }}
    >
      <label for={id}>Tell another program (webhook)</label>
      <div class="field-row">
        <input
          id={id}
          type="url"
          inputMode="url"
          autocomplete="off"
          placeholder="https://"
          maxLength={2000}
          data-testid="webhook-url"
          value={address}
          aria-describedby={`${id}-failure`}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <button class="button button-small" disabled={address.trim() === '' || adding.isBusy}>
          Add
        </button>
      </div>
      <p id={`${id}-failure`} class="words-failure small" role="alert">
        {adding.error?.message}
      </p>
    </form>
  )
}

function Webhook({
  search,
  webhook,
  onChange,
}: PartProps & { webhook: NonNullable<SavedSearch['webhook']> }) {
  const { id } = search
  const { url, active, lastDelivery } = webhook
  const testing = useStep(() => testWebhook(id), onChange)
  const renewing = useStep(() => renewWebhookSecret(id), onChange)
  const removing = useStep(() => changeSavedSearch(id, { webhook: null }), onChange)
  const resuming = useStep(() => changeSavedSearch(id, { webhook: { url } }), onChange)
  const isWaiting = active && lastDelivery?.status === 'waiting' && lastDelivery.attempts === 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => void refreshSaved(), lookAgainMs)
    return () => clearInterval(timer)
  }, [isWaiting])
  const error = [testing, renewing, removing, resuming].find((each) => each.error)?.error
  const button = (label: string, action: Action) => (
    <button type="button" class="button button-small" disabled={action.isBusy} onClick={action.start}>
      {label}
    </button>
  )
  return (
    <>
      <h4>Webhook</h4>
      <p class="saved-address" dir="ltr">
        {url}
      </p>
      <p class="small" role="status" data-testid="webhook-state">
        {active ? '' : 'It is switched off: its receiver said that it is gone. '}
        {describeDelivery(lastDelivery, Date.now())}
      </p>
      <div class="button-row">
        {active ? button('Send a test', testing) : button('Switch on again', resuming)}
        {active && button('New secret', renewing)}
        {button('Remove', removing)}
      </div>
      <p class="words-failure small" role="alert">
        {error?.message}
      </p>
    </>
  )
}

const useStep = (step: () => Promise<SavedSearch>, onChange: PartProps['onChange']): Action =>
  useAction(
    async () => onChange(await step()),
    () => undefined,
  )
