/** The media-chrome elements that the player bar uses; loaded when something is first to be played. */
import 'media-chrome/dist/media-controller.js'
import 'media-chrome/dist/media-mute-button.js'
import 'media-chrome/dist/media-play-button.js'
import 'media-chrome/dist/media-playback-rate-button.js'
import 'media-chrome/dist/media-time-display.js'
import 'media-chrome/dist/media-time-range.js'
