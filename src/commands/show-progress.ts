import type { Job } from '../domain/job.js'

const barWidth = 24

/** `[████████░░░░] 3/12 · 410 texts embedded · Title` */
export function describeJob({ documentsDone, documentsTotal, passagesEmbedded, step }: Job): string {
  if (documentsTotal === null) return step
  const share = documentsTotal === 0 ? 1 : documentsDone / documentsTotal
  const filled = Math.round(share * barWidth)
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
  return `[${bar}] ${documentsDone}/${documentsTotal} · ${passagesEmbedded} texts embedded · ${step}`
}
