import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { mapOnce } from './mapOnce';
import { sources } from './sources';

const server = process.env.DATELINE_SERVER ?? 'http://127.0.0.1:8000';

export default defineConfig({
  base: '/',
  plugins: [mapOnce(), svelte(), sources()],
  resolve: { alias: { $: fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: { format: 'es' },
  build: {
    outDir: '../src/dateline/server/static',
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0, // the server's policy allows no data: fonts
    target: 'es2022',
    chunkSizeWarningLimit: 700, // MapLibre, loaded by the pages with a map
  },
  server: { proxy: { '/api/': server } },
});
