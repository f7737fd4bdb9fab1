import { type Document, resolve, type Schema } from './openapi';

/** How deep an example goes; deeper records are rarely sent, and may hold themselves. */
const DEPTH = 5;

/** Say a schema in one short line, as "list of text" or "killed | injured". */
export function typeWords(doc: Document, schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return [...new Set(choices.map((one) => typeWords(doc, one)))].join(' | ');
  if (schema.type === 'array') return `${typeWords(doc, schema.items) || 'any'}[]`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return schema.format ? `${type} (${schema.format})` : type;
}

export interface Field {
  name: string;
  type: string;
  required: boolean;
  description: string;
}

/** List the fields of an object schema; none for anything else. */
export function fields(doc: Document, schema: Schema | null): Field[] {
  if (!schema) return [];
  const whole = resolve(doc, schema);
  const parts = [whole, ...(whole.allOf ?? []).map((one) => resolve(doc, one))];
  return parts.flatMap((part) =>
    Object.entries(part.properties ?? {}).map(([name, field]) => ({
      name,
      type: typeWords(doc, field),
      required: part.required?.includes(name) ?? false,
      description: field.description ?? '',
    })),
  );
}

/** Make a value that fits the schema, to start a request from. */
export function sample(doc: Document, schema: Schema | undefined, depth = 0): unknown {
  if (!schema || depth > DEPTH) return null;
  const whole = resolve(doc, schema);
  const given =
    whole.example ?? whole.examples?.[0] ?? whole.default ?? whole.const ?? whole.enum?.[0];
  if (given !== undefined) return given;
  const choice = (whole.anyOf ?? whole.oneOf ?? whole.allOf)?.find((one) => one.type !== 'null');
  if (choice) return sample(doc, choice, depth + 1);
  return plain(doc, whole, depth);
}

function plain(doc: Document, schema: Schema, depth: number): unknown {
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  if (type === 'object' || schema.properties) {
    const held = Object.entries(schema.properties ?? {});
    return Object.fromEntries(held.map(([name, field]) => [name, sample(doc, field, depth + 1)]));
  }
  if (type === 'array') return [];
  if (type === 'integer' || type === 'number') return 0;
  if (type === 'boolean') return false;
  return type === 'string' ? '' : null;
}
