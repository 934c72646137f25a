/** What to do when a source cannot be read, by error code; null where the message says all. */
const remedies: Record<string, string> = {
  FETCH_FAILED: 'Look whether the address opens in a browser. It may be back in a moment.',
  FETCH_NOT_FOUND: 'Check the address in a browser: it may have moved, or want a password.',
  FETCH_GONE: 'Look for the new address on the pages of its publisher.',
  FETCH_TOO_LARGE: 'Is it the address of a recording? Give the address of the feed that lists it.',
  FETCH_ADDRESS_FORBIDDEN:
    'Only public addresses are asked, so that nobody can make the server look around your network. If that is meant, start it with CUEPOINT_ALLOW_PRIVATE=1.',
  FEED_NOT_RSS: 'On the page of a show look for “RSS” or “Feed”: that address is needed.',
  FEED_EMPTY: 'It may fill later; or it is not the feed that is meant.',
  SOURCE_UNRECOGNIZED:
    'On the page of a show look for “RSS” or “Feed”: that address is needed. A page must hold a transcript or a post.',
  SOURCE_UNREADABLE: 'A path must begin at the root and name a file or folder on the machine of the server.',
  YTDLP_MISSING: 'Install yt-dlp on the server, so that the command can be found, and try again.',
  INGEST_INTERRUPTED: 'Nothing is lost: trying again goes on from there.',
  CATALOG_FULL: 'Free some space on the disk that holds the library.',
  UNREACHABLE: 'When it runs again, try again.',
}

export const remedyFor = (code: string): string | null => remedies[code] ?? null
