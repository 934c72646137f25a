import { webAddress } from '../../outside-links.js'
import { Icon } from '../icon.js'

/** Where a source is: an address to open, or a path to read. */
export function OutsideAddress({ location }: { location: string }) {
  const address = webAddress(location)
  if (address === null)
    return (
      <span class="source-location" dir="ltr">
        {location}
      </span>
    )
  return (
    <a class="source-location" dir="ltr" href={address} rel="noreferrer noopener" target="_blank">
      {address.replace(/^https?:\/\//, '')}
      <Icon name="outside" />
      <span class="visually-hidden"> (opens in a new tab)</span>
    </a>
  )
}
