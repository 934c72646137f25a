import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { askForCollection, readClipRequest, subscribeToClipRequest } from '../clip-request.js'
import type { NewClip } from '../collections-api.js'
import { useStore } from '../hooks/use-store.js'
import { showNotice } from '../notice.js'

type AddDialog = FunctionComponent<{ clip: NewClip; onClose: () => void }>

/** Asks which collection a clip goes to, from any page. */
export function AddDialogHost() {
  const clip = useStore(readClipRequest, subscribeToClipRequest)
  const [Dialog, setDialog] = useState<AddDialog | null>(null)
  const isWanted = clip !== null && Dialog === null
  useEffect(() => {
    if (!isWanted) return
    import('./desk/add-dialog.js').then(
      ({ AddDialog }) => setDialog(() => AddDialog),
      () => {
        askForCollection(null)
        showNotice('The collections could not be fetched: the server does not answer.')
      },
    )
  }, [isWanted])
  return clip && Dialog && <Dialog clip={clip} onClose={() => askForCollection(null)} />
}
