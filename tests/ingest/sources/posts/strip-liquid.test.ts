import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stripLiquid } from '../../../../ingest/sources/posts/strip-liquid.js'

test.each([
  ['a {% include x.html y="z" %}b', 'a b'],
  ['a {{ site.title | escape }}b', 'a b'],
  ['a {%- comment -%}secret {% if %}{% endcomment %}b', 'a b'],
  ['a {% raw %}{{ kept }}{% endraw %} b', 'a {{ kept }} b'],
  ['a {% raw %}{{ kept to the end', 'a {{ kept to the end'],
  ['{% highlight js %}code{% endhighlight %}', 'code'],
  ['a {% never closed', 'a {% never closed'],
  ['a {{ b %} c', 'a {{ b %} c'],
])('%j becomes %j', (text, stripped) => {
  expect(stripLiquid(text)).toBe(stripped)
})

test('text without braces stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('{')),
      (text) => {
        expect(stripLiquid(text)).toBe(text)
      },
    ),
  )
})
