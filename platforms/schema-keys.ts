/** Which keys the schema knows at a place, to name the one a person probably meant. */
import { z } from 'zod';
import { adapterSchema } from './schema';

type Schema = z.core.$ZodType;

function steps(schema: Schema, key: string | number): Schema[] {
  if (schema instanceof z.ZodOptional) return steps(schema.unwrap(), key);
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap((option) => steps(option, key));
  if (schema instanceof z.ZodObject) {
    const child = (schema.shape as Record<string, Schema>)[String(key)];
    return child ? [child] : [];
  }
  return [];
}

function namesOf(schema: Schema): string[] {
  if (schema instanceof z.ZodOptional) return namesOf(schema.unwrap());
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap(namesOf);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** @param path keys and indexes from the top of an adapter. */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  const at = path.reduce<Schema[]>((schemas, key) => schemas.flatMap((schema) => steps(schema, typeof key === 'number' ? key : String(key))), [adapterSchema]);
  return [...new Set(at.flatMap(namesOf))].sort();
}
