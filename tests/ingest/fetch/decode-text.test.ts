import { expect, test } from 'vitest'
import { decodeText } from '../../../ingest/fetch/decode-text.js'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

test.each([
  ['UTF-8 without any hint', Buffer.from('Grüße'), null, 'Grüße'],
  [
    'a mark, which is not part of the text',
    Buffer.from('\ufeffGrüße'),
    'text/xml; charset=iso-8859-1',
    'Grüße',
  ],
  ['a mark of UTF-16', Buffer.from('\ufeffGrüße', 'utf16le'), null, 'Grüße'],
  ['a mark of UTF-16, big end first', utf16be('\ufeffGrüße'), null, 'Grüße'],
  [
    'the header before the declaration',
    latin1('<?xml encoding="utf-8"?>ü'),
    'text/xml; charset=latin1',
    '<?xml encoding="utf-8"?>ü',
  ],
  [
    'the declaration',
    latin1("<?xml version='1.0' encoding='ISO-8859-1'?>ü"),
    'text/xml',
    "<?xml version='1.0' encoding='ISO-8859-1'?>ü",
  ],
  [
    'a declaration that cannot be true',
    Buffer.from('<?xml version="1.0" encoding="utf-16"?>ü'),
    null,
    '<?xml version="1.0" encoding="utf-16"?>ü',
  ],
  ['UTF-16 without a mark', Buffer.from('<?xml?>ü', 'utf16le'), null, '<?xml?>ü'],
  [
    'a name that no decoder knows',
    Buffer.from('<?xml version="1.0" encoding="klingon"?>ü'),
    'text/xml; charset=elvish',
    '<?xml version="1.0" encoding="klingon"?>ü',
  ],
  ['bytes that are wrong', Buffer.concat([latin1('ü'), Buffer.from('ß')]), null, '\ufffdß'],
  ['bytes without any hint that are nowhere UTF-8', latin1('Gr\xfc\xdfe \x93'), null, 'Grüße “'],
  ['Windows-1252 by its name', latin1('\x93\xfc\x94 \x80'), 'text/xml; charset=windows-1252', '“ü” €'],
  ['its characters in a file that was converted as ISO 8859-1', Buffer.from('don\x92t'), null, 'don’t'],
])('%s', (_, bytes, contentType, text) => {
  expect(decodeText(bytes, contentType)).toBe(text)
})
