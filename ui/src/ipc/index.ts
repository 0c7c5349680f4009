/** What the rest of the page knows of the shell. Nothing else imports from Tauri. */
export * from './commands'
export { bytes, onClosing, onDrop, onRemark, Refused } from './transport'
export type * from './types'
export * from './words'
