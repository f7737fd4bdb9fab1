/** What an OpenAPI document says, in the form the page shows. */

export interface Schema {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header' | 'cookie';
  required?: boolean;
  description?: string;
  schema?: Schema;
}

export interface Answer {
  status: string;
  description: string;
  media: string[];
  schema: Schema | null;
}

export interface Operation {
  key: string;
  method: string;
  path: string;
  group: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  body: { media: string; schema: Schema; required: boolean } | null;
  answers: Answer[];
}

interface RawContent {
  content?: Record<string, { schema?: Schema }>;
}

interface RawOperation {
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: RawContent & { required?: boolean };
  responses?: Record<string, RawContent & { description?: string }>;
}

export interface Document {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, unknown>>;
  components?: Record<string, Record<string, unknown>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Follow a reference inside the document; anything else stays as it is. */
export function resolve<T extends { $ref?: string }>(doc: Document, value: T): T {
  if (!value.$ref) return value;
  const steps = value.$ref.replace(/^#\//, '').split('/');
  let found: unknown = doc;
  for (const step of steps) found = (found as Record<string, unknown> | undefined)?.[step];
  return (found as T | undefined) ?? value;
}

/** List every operation, in the order of the document. */
export function operations(doc: Document): Operation[] {
  return Object.entries(doc.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => operation(doc, path, method, item)),
  );
}

function operation(
  doc: Document,
  path: string,
  method: string,
  item: Record<string, unknown>,
): Operation {
  const raw = item[method] as RawOperation;
  const shared = (item.parameters as Parameter[] | undefined) ?? [];
  return {
    key: `${method}${path}`.replace(/[^a-z0-9]+/gi, '-').replace(/-+$/, ''),
    method: method.toUpperCase(),
    path,
    group: raw.tags?.[0] ?? firstStep(path),
    summary: raw.summary ?? '',
    description: raw.description ?? '',
    parameters: [...shared, ...(raw.parameters ?? [])].map((one) =>
      resolve(doc, one as Parameter & { $ref?: string }),
    ),
    body: body(raw),
    answers: answers(raw),
  };
}

function firstStep(path: string): string {
  const steps = path.split('/').filter((step) => step && step !== 'api' && !/^v\d+$/.test(step));
  return steps[0] ?? '';
}

function body(raw: RawOperation): Operation['body'] {
  const content = raw.requestBody?.content;
  if (!content) return null;
  const media = 'application/json' in content ? 'application/json' : Object.keys(content)[0];
  if (!media) return null;
  return {
    media,
    schema: content[media]?.schema ?? {},
    required: raw.requestBody?.required ?? false,
  };
}

function answers(raw: RawOperation): Answer[] {
  return Object.entries(raw.responses ?? {}).map(([status, answer]) => ({
    status,
    description: answer.description ?? '',
    media: Object.keys(answer.content ?? {}),
    schema: Object.values(answer.content ?? {})[0]?.schema ?? null,
  }));
}

/** Group operations under their heading, keeping the order. */
export function grouped(list: Operation[]): [string, Operation[]][] {
  const groups = new Map<string, Operation[]>();
  for (const one of list) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups];
}

/** Keep the operations whose method, path or words hold every word asked for. */
export function matching(list: Operation[], asked: string): Operation[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  return list.filter((one) => {
    const all = `${one.method} ${one.path} ${one.group} ${one.summary}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
