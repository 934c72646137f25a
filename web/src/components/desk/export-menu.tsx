import { useState } from 'preact/hooks'
import type { Clip, Collection } from '../../../../client/index.js'
import { frameRateNames } from '../../../../src/domain/timecode.js'
import { keep, readKept } from '../../browser-storage.js'
import { nameClip } from '../../desk/clip-words.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import { exportGroups, exportPath, type ExportWish } from '../../desk/export-choices.js'
import { showNotice } from '../../notice.js'
import { isPlainClick } from '../../plain-click.js'
import { DeskMenu } from './desk-menu.js'

const frameRateKey = 'cuepoint.desk.fps'

const readFrameRate = (): string => {
  const kept = readKept('localStorage', frameRateKey)
  return frameRateNames.find((name) => name === kept) ?? '25'
}

interface ExportMenuProps {
  editor: CollectionEditor
  collection: Collection
  chosen: Clip | null
}

/** Every file that the collection can be taken away as, with what it is for. */
export function ExportMenu({ editor, collection, chosen }: ExportMenuProps) {
  const [frameRate, setFrameRate] = useState(readFrameRate)
  const [times, setTimes] = useState<ExportWish['times']>('sequence')
  const [isOne, setOne] = useState(false)
  const clip = isOne && chosen ? chosen : null
  const timed = (clip ? [clip] : collection.clips).filter(({ startMs }) => startMs !== null)
  const recordings = new Set(timed.map(({ documentId }) => documentId))
  // Times of several recordings make no one file.
  const wish: ExportWish = {
    frameRate,
    times: recordings.size > 1 ? 'sequence' : times,
    clip: clip?.id ?? null,
  }
  return (
    <DeskMenu label="Export" icon="take" testId="export-menu">
      {(close) => (
        <div class="export">
          {collection.clips.length === 0 ? (
            <p class="dim">There is nothing to take away yet: add a clip.</p>
          ) : (
            <>
              <div class="export-options">
                {chosen && (
                  <label class="check">
                    <input
                      type="checkbox"
                      checked={isOne}
                      onChange={({ currentTarget }) => setOne(currentTarget.checked)}
                    />
                    <span>
                      This clip only: <bdi>{nameClip(chosen)}</bdi>
                    </span>
                  </label>
                )}
                <label class="choice">
                  <span>Frames a second</span>
                  <select
                    class="filter-select"
                    value={frameRate}
                    onChange={({ currentTarget: { value } }) => {
                      setFrameRate(value)
                      keep('localStorage', frameRateKey, value)
                    }}
                  >
                    {frameRateNames.map((name) => (
                      <option key={name}>{name}</option>
                    ))}
                  </select>
                </label>
                <label class="choice">
                  <span>Times of captions and chapters</span>
                  <select
                    class="filter-select"
                    value={wish.times}
                    disabled={recordings.size > 1}
                    onChange={({ currentTarget }) => setTimes(currentTarget.value as ExportWish['times'])}
                  >
                    <option value="sequence">of the cut</option>
                    <option value="source">of the recording</option>
                  </select>
                </label>
              </div>
              {exportGroups.map(({ title, choices }) => (
                <section key={title}>
                  <h3>{title}</h3>
                  <ul>
                    {choices.map((choice) => (
                      <li key={choice.extension}>
                        <a
                          class="export-choice"
                          href={exportPath(collection.id, choice, wish)}
                          // The server says what the file is called.
                          download={`clips.${choice.extension}`}
                          data-testid={`export-${choice.extension}`}
                          onClick={(event) => {
                            if (!isPlainClick(event)) return
                            close()
                            if (!editor.state.isSaving) return
                            // What is taken away has all that was changed.
                            event.preventDefault()
                            const { href, download } = event.currentTarget
                            void takeWhenSaved(editor, { href, download })
                          }}
                        >
                          <span class="export-name">{choice.name}</span>
                          <span class="dim small">{choice.purpose}</span>
                        </a>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </>
          )}
        </div>
      )}
    </DeskMenu>
  )
}

async function takeWhenSaved(
  editor: CollectionEditor,
  { href, download }: { href: string; download: string },
): Promise<void> {
  await editor.settle()
  if (editor.state.isSaving) return showNotice('Not exported: the last changes are not saved yet.')
  const link = document.createElement('a')
  link.href = href
  link.download = download
  link.click()
}
