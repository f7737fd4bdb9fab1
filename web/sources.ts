import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PARTS = ['src', 'public', 'index.html', 'package-lock.json', 'vite.config.ts', 'mapOnce.ts'];

/** Leave word of what was built: a test sees by it that the app in the package is that of its sources. */
export function sources(): Plugin {
  return {
    name: 'sources',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'sources.sha256', source: `${digest()}\n` });
    },
  };
}

function digest(): string {
  const files = PARTS.flatMap(under).map((path) => relative(HERE, path).replaceAll('\\', '/'));
  const whole = createHash('sha256');
  for (const file of files.sort()) {
    const content = createHash('sha256')
      .update(readFileSync(join(HERE, file)))
      .digest('hex');
    whole.update(`${content}  ${file}\n`);
  }
  return whole.digest('hex');
}

function under(part: string): string[] {
  const path = join(HERE, part);
  if (part.includes('.')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
