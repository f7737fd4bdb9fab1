// Sum the gzip sizes of all scripts and styles of the built app; fail above the budget.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 600_000;
const folder = new URL('../src/dateline/server/static/assets/', import.meta.url);
const files = readdirSync(folder).filter((name) => /\.(js|mjs|css)$/.test(name));
const total = files.reduce(
  (sum, name) => sum + gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).length,
  0,
);
process.stdout.write(`${files.length} files, ${total} bytes gzip, budget ${BUDGET}\n`);
process.exitCode = total > BUDGET ? 1 : 0;
