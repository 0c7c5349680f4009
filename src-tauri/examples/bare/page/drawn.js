// As src/boot.ts of our pages: the first frame has been drawn.
requestAnimationFrame(() => setTimeout(() => performance.mark('drawn'), 0))
