export function MissingPage() {
  return (
    <div class="page">
      <h1>There is no such page</h1>
      <p>
        The address leads nowhere. <a href="/">Search the library</a> or look at{' '}
        <a href="/library">its sources</a>.
      </p>
    </div>
  )
}
