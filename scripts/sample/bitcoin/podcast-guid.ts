import { createHash } from 'node:crypto'

/** The namespace that Podcasting 2.0 reserves for podcast:guid. */
const PODCAST_NAMESPACE = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

/** UUIDv5 (RFC 9562 §5.5) of a feed's address without scheme and trailing slashes. */
export function podcastGuid(address: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(PODCAST_NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(address.replace(/^[a-z]+:\/\//, '').replace(/\/+$/, ''))
    .digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6) // version 5
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8) // the RFC's variant
  const hex = hash.toString('hex', 0, 16)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
