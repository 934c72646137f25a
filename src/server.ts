import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.js'
import type { Config } from './config.js'
import type { PullSchedule } from './jobs/plan-pulls.js'
import { AppError } from './errors.js'
import { openServices, type Services } from './services.js'

export interface RunningServer {
  app: FastifyInstance
  services: Services
  /** Where to open it in a browser. */
  url: string
  /** Answers what was asked, then closes everything. */
  close(): Promise<void>
}

/** Config → services → app → listen. @throws PORT_IN_USE, and what `openServices` throws */
export async function startServer(
  config: Config & { schedule?: PullSchedule },
  onError: (error: unknown) => void,
): Promise<RunningServer> {
  const services = await openServices(config, onError)
  let app: FastifyInstance
  try {
    app = await buildApp(services, config, { level: 'warn' })
  } catch (error) {
    await services.close()
    throw error
  }
  app.addHook('onClose', () => services.close())
  try {
    const address = await app.listen({ host: config.host, port: config.port })
    const url = address.replace('[::]', 'localhost').replace('0.0.0.0', 'localhost')
    return { app, services, url, close: () => app.close() }
  } catch (error) {
    await app.close()
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new AppError(
        'PORT_IN_USE',
        `Port ${config.port} of ${config.host} is taken by another program: stop that one, or set CUEPOINT_PORT to another.`,
        { cause: error },
      )
    throw error
  }
}
