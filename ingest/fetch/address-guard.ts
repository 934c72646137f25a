import { lookup as resolveHost, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { AppError } from '../../src/errors.js'

/** Keeps fetching away from this machine and its network: what a stranger's feed names must be on the public internet. */

/**
 * Whether an IP address is a unicast address of the public internet. IPv4 in IPv6 is judged as the IPv4 address;
 * the other ways to write one in the other (6to4, Teredo, NAT64, IPv4-compatible) are not public here.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().range() === 'unicast'
  // Public unicast is 2000::/3 alone; ipaddr.js calls all that it knows no other name for unicast.
  return parsed.range() === 'unicast' && ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000
}

/** The address that an address in a URL's host is, without the brackets of IPv6; null for a name. */
export function addressInHost(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) === 0 ? null : bare
}

/** @throws FETCH_ADDRESS_FORBIDDEN for an IP address in the URL that is not public; names are checked when looked up. */
export function assertPublicHost(hostname: string): void {
  const address = addressInHost(hostname)
  if (address !== null && !isPublicAddress(address)) throw forbiddenAddress(hostname, address)
}

/**
 * A look-up for `net.connect` that fails with FETCH_ADDRESS_FORBIDDEN unless every address of the host is public. The
 * connection goes to an address that was checked, so that a second answer of the name server cannot differ.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolveHost(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 4)
    const forbidden = addresses.find(({ address }) => !isPublicAddress(address))
    if (forbidden) return callback(forbiddenAddress(hostname, forbidden.address), '', 4)
    if (options.all) return callback(null, addresses)
    const [first] = addresses
    return first
      ? callback(null, first.address, first.family)
      : callback(new Error(`no address for ${hostname}`), '', 4)
  })
}

function forbiddenAddress(hostname: string, address: string): AppError {
  return new AppError(
    'FETCH_ADDRESS_FORBIDDEN',
    `${hostname} is at ${address}, which is not on the public internet; ` +
      'set CUEPOINT_ALLOW_PRIVATE=1 to let sources be fetched from this machine and its network',
  )
}
