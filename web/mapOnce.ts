import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const source = join(
  dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')),
  'src',
);
const WORKER = '\0map-worker';

/**
 * Build MapLibre from its sources, so that the map and its worker share a chunk. As published, each
 * of the two holds most of the library: 115 kB more to load.
 */
export function mapOnce(): Plugin {
  let worker = '';
  return {
    name: 'map-once',
    apply: 'build',
    enforce: 'pre',
    // MapLibre declares fields that a parent class has set already.
    config: () => ({ oxc: { typescript: { removeClassFieldsWithoutInitializer: true } } }),
    buildStart() {
      const id = join(source, 'source/worker.ts');
      worker = this.emitFile({ type: 'chunk', id, name: 'map-worker' });
    },
    resolveId(id) {
      if (id === 'maplibre-gl') return join(source, 'index.ts');
      return id.startsWith('maplibre-gl/dist/maplibre-gl-worker.mjs') ? WORKER : null;
    },
    load(id) {
      return id === WORKER ? `export default import.meta.ROLLUP_FILE_URL_${worker}` : null;
    },
  };
}
