import { render } from 'preact'
import { App } from './app.js'
import { startScrollMemory } from './hooks/use-scroll-memory.js'
import { registerShell } from './register-shell.js'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/site-menu.css'
import './styles/feedback.css'
import './styles/ask.css'
import './styles/hit.css'
import './styles/search-field.css'
import './styles/filters.css'
import './styles/result-line.css'
import './styles/search.css'
import './styles/concept-chips.css'
import './styles/transcript.css'
import './styles/find.css'
import './styles/post.css'
import './styles/document.css'
import './styles/document-side.css'
import './styles/player.css'
import './styles/player-line.css'
import './styles/player-picture.css'

startScrollMemory()
const root = document.getElementById('app')
if (root) render(<App />, root)
registerShell()
