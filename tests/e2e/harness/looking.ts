/** Looks at a screen of the list as its tests do: a picture is kept, nothing is cut off, and axe finds nothing where it is asked. */
import { expect } from 'vitest'

import { type Home, KEY, type Language, type Theme } from './home'
import { axe, cutOff } from './look'
import { comes, type Screen } from './screens'
import { Window } from './window'

/** In what languages and themes. */
export type Look = [Language, Theme]

/** The window, with the book of the samples where it is about a case. */
export const opens = (inCase: boolean, size?: [number, number]) => (home: Home): Promise<Window> =>
  Window.open(home, { ...(inCase ? { book: home.furnished(), key: KEY } : {}), ...(size ? { size } : {}) })

export async function looked(window: Window, screen: Screen, as: string, withAxe: boolean): Promise<void> {
  await comes(window, screen)
  await window.settles()
  await window.picture(`${screen.name}-${as}`)
  const faults = [...(withAxe ? await axe(window) : []), ...(await cutOff(window))]
  await screen.leave?.(window)
  expect(faults).toEqual([])
}
