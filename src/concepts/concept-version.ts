import { evidenceVersion } from './extract/evidence.js'

/** Bumped when the same evidence gives other concepts. */
const resolutionVersion = 13

/** What concepts were found by: those of another version are found anew. @param model key of the model of the names' vectors */
export const conceptVersion = (model: string): string => `${evidenceVersion}.${resolutionVersion} ${model}`
