/** Clicks on what goes when it is clicked. */

/**
 * Whether it is the second click of a double click: where a click makes its row go, another row has come to lie in its
 * place by then, and the second click is not meant for that one. A key is never one.
 */
export const isSecondClick = (event: MouseEvent): boolean => event.detail > 1
