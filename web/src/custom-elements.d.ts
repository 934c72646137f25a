import type { JSX } from 'preact'

type ControlAttributes = JSX.HTMLAttributes<HTMLElement> & { mediacontroller?: string; notooltip?: boolean }

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'media-controller': JSX.HTMLAttributes<HTMLElement> & {
        audio?: boolean
        nohotkeys?: boolean
        gesturesdisabled?: boolean
        /** In seconds, until the media says it. */
        defaultduration?: number | undefined
      }
      'media-captions-button': ControlAttributes
      'media-fullscreen-button': ControlAttributes
      'media-mute-button': ControlAttributes
      'media-pip-button': ControlAttributes
      'media-preview-time-display': JSX.HTMLAttributes<HTMLElement>
      'media-time-range': ControlAttributes
      'media-volume-range': ControlAttributes
    }
  }
}
