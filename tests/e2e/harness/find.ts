/**
 * Finds an element of the page by what a screen reader calls it. It runs in the page; it must not refer to anything
 * outside of itself.
 */
export interface Wanted {
  role: string
  /** Its whole name, or a pattern; none: any. */
  name?: string
  pattern?: string
}

export function find(wanted: Wanted): Element[] {
  const roles: Record<string, string> = {
    button: 'button, [role=button], summary, input[type=submit]',
    link: 'a[href], [role=link]',
    textbox: 'input:not([type]), input[type=text], input[type=password], input[type=search], input[type=number], textarea, [role=textbox], [role=combobox], [role=searchbox]',
    checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
    radio: 'input[type=radio], [role=radio]',
    combobox: 'select, [role=combobox], input[list], button[aria-haspopup=listbox]',
    option: 'option, [role=option]',
    dialog: 'dialog, [role=dialog], [role=alertdialog]',
    heading: 'h1, h2, h3, [role=heading]',
    row: 'tr, [role=row]',
    cell: 'td, th, [role=gridcell], [role=cell]',
    tab: '[role=tab]',
    grid: '[role=grid], table',
    tree: '[role=tree]',
    treeitem: '[role=treeitem]',
    menuitem: '[role^=menuitem]',
    region: 'section[aria-label], section[aria-labelledby], [role=region]',
    alert: '[role=alert]',
    status: '[role=status], output',
  }
  const words = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim()
  const text = (element: Element): string => {
    let all = ''
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) all += node.textContent
      else if (node instanceof Element && node.getAttribute('aria-hidden') !== 'true') all += ` ${node.getAttribute('aria-label') ?? text(node)} `
    }
    return all
  }
  const name = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby')?.split(/\s+/).map((id) => document.getElementById(id))
    if (by?.some((it) => it !== null)) return words(by.map((it) => (it ? text(it) : '')).join(' '))
    const labels = 'labels' in element ? [...((element.labels as NodeList | null) ?? [])] : []
    const said = element.getAttribute('aria-label') ?? labels.map((it) => text(it as Element)).join(' ')
    return words(said || text(element) || element.getAttribute('title') || element.getAttribute('placeholder') || element.getAttribute('alt'))
  }
  const pattern = wanted.pattern === undefined ? null : new RegExp(wanted.pattern, 'i')
  const fits = (element: Element): boolean => {
    if (element instanceof HTMLElement && !(element instanceof HTMLOptionElement) && !element.checkVisibility({ visibilityProperty: true })) return false
    if (wanted.name === undefined && pattern === null) return true
    const own = name(element)
    return pattern ? pattern.test(own) : own === words(wanted.name)
  }
  const found = [...document.querySelectorAll(roles[wanted.role] ?? `[role=${wanted.role}]`)].filter(fits)
  // What lies in a dialog over the page comes first.
  const over = (element: Element): number => (element.closest('[role=dialog], [role=alertdialog]') ? 0 : 1)
  return found.sort((a, b) => over(a) - over(b))
}
