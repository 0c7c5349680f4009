/** The page begins here: the state of the desk first, then everything that shows it. */
import '@fontsource-variable/inter/index.css'
import './styles/tokens.css'
import './styles/base.css'

import { mount } from 'svelte'

import App from './App.svelte'
import { desk } from './state/desk.svelte'

const target = document.getElementById('app')
if (target) {
  void desk.begin().then(() => {
    target.replaceChildren()
    mount(App, { target })
  })
}
