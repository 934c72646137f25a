import { PlayerElement } from './player-element.js'

/** The one script that other pages load: `<script src="…/embed.js"></script>`. A page may load it twice. */
if (!customElements.get('cuepoint-player')) customElements.define('cuepoint-player', PlayerElement)
