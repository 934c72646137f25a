/** How much of a file an XML declaration can take. */
const maxDeclarationBytes = 1024

/**
 * Bytes → text. The encoding is that of the byte order mark, else of the Content-Type, else of the XML declaration, else
 * UTF-8, or Windows-1252 when nothing in it is UTF-8; a name that no decoder knows is passed over. Bytes that are wrong
 * in it become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const declared = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]
  const decoder =
    decoderFor(encodingOfMark(bytes)) ?? decoderFor(declared) ?? decoderFor(encodingInXml(bytes))
  return mendControls(decoder ? decoder.decode(bytes) : decodeUndeclared(bytes))
}

/** UTF-8; where not one character beyond ASCII is right in it, the bytes were written in Windows-1252. */
function decodeUndeclared(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  return text.includes('\ufffd') && !/[^\0-\x7f\ufffd]/.test(text)
    ? new TextDecoder('windows-1252').decode(bytes)
    : text
}

const windows1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

/**
 * U+0080 to U+009F are no text: they stand for characters of Windows-1252 in files that were converted as if they were
 * ISO 8859-1, and Node 20 decodes Windows-1252 itself in that way (nodejs/node#56542).
 */
const mendControls = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control)

function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return undefined
}

function encodingInXml(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be'
  const opening = Buffer.from(bytes.subarray(0, maxDeclarationBytes)).toString('latin1')
  const encoding = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(opening)?.[1]
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return encoding && /^(?:utf-?16|ucs-?2|iso-10646)/i.test(encoding) ? 'utf-8' : encoding
}

function decoderFor(label: string | undefined): InstanceType<typeof TextDecoder> | null {
  if (label === undefined) return null
  try {
    return new TextDecoder(label)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
