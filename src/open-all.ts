/** What is closed with the rest of what was opened. */
export type Opened = <Part extends { close(): Promise<void> }>(part: Part) => Part

/** Closes what was opened, newest first: at once when the rest cannot be opened, else when asked to. */
export async function openAll<Parts extends object>(
  open: (opened: Opened) => Promise<Parts>,
): Promise<Parts & { close(): Promise<void> }> {
  const parts: { close(): Promise<void> }[] = []
  // A part that cannot end well (a snapshot that could not be saved) must not keep the others open.
  const close = async () => {
    const failures: unknown[] = []
    for (const part of parts.splice(0).reverse())
      await part.close().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  try {
    const services = await open((part) => {
      parts.push(part)
      return part
    })
    return { ...services, close }
  } catch (error) {
    await close()
    throw error
  }
}
