/** Small words inside names of people: `Ludwig van Beethoven`, `Gijs van der Laan`. As keys, too. */
export const nameParticles: ReadonlySet<string> = new Set(
  'van von vom zu der den de del della di da do dos du la le al el bin ibn ben ten ter af av'.split(' '),
)
