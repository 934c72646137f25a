import type { JSX } from 'preact'

type ControlAttributes = JSX.HTMLAttributes<HTMLElement> & { mediacontroller?: string }

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'media-controller': JSX.HTMLAttributes<HTMLElement> & {
        audio?: boolean
        nohotkeys?: boolean
        gesturesdisabled?: boolean
      }
      'media-play-button': ControlAttributes & { notooltip?: boolean }
      'media-mute-button': ControlAttributes & { notooltip?: boolean }
      'media-playback-rate-button': ControlAttributes & { rates?: string; notooltip?: boolean }
      'media-time-display': ControlAttributes & { showduration?: boolean; notoggle?: boolean }
      'media-time-range': ControlAttributes
    }
  }
}
