/** The list and the page of a concept: one piece of code, fetched when the first of them is opened. */
import '../styles/concepts.css'

export { ConceptListPage } from './concept-list-page.js'
export { ConceptPage } from './concept-page.js'
