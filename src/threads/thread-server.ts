import { parentPort } from 'node:worker_threads'
import { toErrorMessage, type ThreadApi, type ThreadRequest, type ThreadResponse } from './thread-message.js'

/**
 * Answers the calls of the ThreadClient that started this thread. A synchronous handler holds up the calls after it; an
 * asynchronous one lets them go on between its awaits. Call once, at the end of the thread's module.
 *
 * @param onClose runs after every call made before `close()` has been answered
 * @throws {Error} outside a worker thread
 */
export function serveThread<Api extends ThreadApi<Api>>(
  handlers: Api,
  { onClose }: { onClose?: () => void | Promise<void> } = {},
): void {
  const port = parentPort
  if (!port) throw new Error('serveThread must run inside a worker thread')
  const running = new Set<Promise<void>>()

  const answer = async (id: number, work: () => unknown): Promise<void> => {
    let response: ThreadResponse
    try {
      response = { id, ok: true, value: await work() }
    } catch (error) {
      response = { id, ok: false, error: toErrorMessage(error) }
    }
    port.postMessage(response)
  }

  port.on('message', (request: ThreadRequest) => {
    if (request.kind === 'close') {
      void Promise.all(running)
        .then(() => answer(request.id, () => onClose?.()))
        .then(() => port.close())
      return
    }
    const { id, method, args } = request
    const answered = answer(id, () => {
      const handler = (handlers as Record<string, ((...args: never[]) => unknown) | undefined>)[method]
      if (!handler) throw new TypeError(`the thread has no method ${method}`)
      return handler(...(args as never[]))
    })
    running.add(answered)
    void answered.finally(() => running.delete(answered))
  })
}
