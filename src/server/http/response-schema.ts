import { z } from 'zod';

type JsonSchema = { [key: string]: unknown };

/** The JSON schema that answers are written by: fields that it does not declare never leave the server. */
export function responseSchema(output: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(output, {
    io: 'output',
    unrepresentable: 'any',
  }) as JsonSchema;
  return simplify(schema) as JsonSchema;
}

/** Writes "X or null" as one nullable type: the serialiser then needs no trial of alternatives per value. */
function simplify(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(simplify);
  if (typeof node !== 'object' || node === null) return node;
  const { anyOf, ...rest } = node as JsonSchema;
  const plain = Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => key !== 'pattern' && key !== 'propertyNames')
      .map(([key, value]) => [key, simplify(value)]),
  );
  if (!Array.isArray(anyOf)) return plain;
  const others = anyOf.filter((part) => (part as JsonSchema).type !== 'null');
  if (others.length !== 1 || anyOf.length !== 2) return { ...plain, anyOf: simplify(anyOf) };
  return { ...plain, ...(simplify(others[0]) as JsonSchema), nullable: true };
}
