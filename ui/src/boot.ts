/** The frame of `index.html` is painted before the page is even read: it takes longer to read than a frame to draw. */
import '@fontsource-variable/inter/index.css'
import './styles/tokens.css'
import './styles/base.css'

let begun = false
function begin(): void {
  if (begun) return
  begun = true
  // What the start is measured by (tests/e2e/speed).
  performance.mark('drawn')
  void import('./main')
}

requestAnimationFrame(() => setTimeout(begin, 0))
// A window that is not in sight is drawn no frame.
setTimeout(begin, 250)
