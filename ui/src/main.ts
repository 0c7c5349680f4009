/** The page begins here: the state of the desk first, then everything that shows it. */
import { mount } from 'svelte'

import App from './App.svelte'
import { desk } from './state/desk.svelte'
import { remarks } from './state/remarks.svelte'

const target = document.getElementById('app')
if (target) {
  void remarks.listen().then(() => desk.begin()).then(() => {
    target.replaceChildren()
    mount(App, { target })
  })
}
