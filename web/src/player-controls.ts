/** The media-chrome elements that the player bar uses; loaded when something is first to be played. */
import 'media-chrome/dist/media-controller.js'
import 'media-chrome/dist/media-captions-button.js'
import 'media-chrome/dist/media-fullscreen-button.js'
import 'media-chrome/dist/media-mute-button.js'
import 'media-chrome/dist/media-pip-button.js'
import 'media-chrome/dist/media-time-range.js'
import 'media-chrome/dist/media-volume-range.js'
