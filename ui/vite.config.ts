/** Builds the pages. Plain assets only: what the window loads comes from within it. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  build: { target: 'safari16', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  // The page's phrases touch the document; the tests give them one that remembers its language.
  test: { include: ['src/**/*.test.ts'], setupFiles: ['src/test-setup.ts'] },
})
