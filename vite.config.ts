import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const apiTarget = `http://127.0.0.1:${process.env.PORT ?? '4300'}`;

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    // Every browser that runs the page knows how to preload modules by itself.
    modulePreload: { polyfill: false },
    // What every list is made of travels together: forty small files pack worse than one.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'lists',
              test: /src\/web\/(ui\/(data-table|filter-bar|pager|badge|tones|card|date-time|empty-state)|access\/(list-states|paged-table|use-can|may)|records\/(record-names|record-queries|list-page|list-body|define-list))/,
            },
          ],
        },
      },
    },
  },
  server: { port: 4301, proxy: { '/api': apiTarget } },
});
