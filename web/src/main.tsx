import { render } from 'preact'
import { App } from './app.js'
import { startScrollMemory } from './hooks/use-scroll-memory.js'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/feedback.css'
import './styles/hit.css'
import './styles/search.css'
import './styles/concept-chips.css'
import './styles/transcript.css'
import './styles/document.css'
import './styles/player.css'
import './styles/library.css'

startScrollMemory()
const root = document.getElementById('app')
if (root) render(<App />, root)
