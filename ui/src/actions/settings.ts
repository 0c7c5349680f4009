/** Actions of the settings. */
import { settingsBackUp } from '../ipc'
import { desk } from '../state/desk.svelte'
import { languages } from '../state/languages.svelte'
import type { Action } from './action'

const place = 'settings'
const focus = (id: string) => (): void => document.getElementById(id)?.focus()

/** Copies the book now. */
export async function backUp(): Promise<void> {
  await desk.try(async () => desk.saidOfBackup(await settingsBackUp()))
  await languages.load(true)
}

export const SETTINGS: readonly Action[] = [
  {
    id: 'back-up',
    keys: 'Mod+Shift+B',
    can: () => desk.state?.book != null && desk.writable && desk.state.settings.backup_folder !== null,
    run: backUp,
  },
  { id: 'settings-language', place, run: focus('settings-language') },
  { id: 'settings-name', place, run: focus('settings-name') },
  { id: 'settings-backup-folder', place, run: focus('settings-backup-folder') },
  { id: 'settings-passphrase', place, can: () => desk.state?.book?.encrypted === true && desk.writable, run: focus('settings-passphrase') },
]
