import fc from "fast-check";
import { z } from "zod";

type Schema = z.core.JSONSchema.JSONSchema;
type Json = string | number | boolean | null | File | Json[] | { [key: string]: Json };

const first = (schema: Schema | boolean | undefined): Schema => (typeof schema === "object" ? schema : {});
/** A plain union stands under anyOf, one told apart by a field under oneOf. */
const choicesOf = ({ anyOf, oneOf }: Schema): Schema[] => (anyOf ?? oneOf ?? []).map(first);

const texts = new Map<string, string>();
function textLike(pattern: string): string {
  const text =
    texts.get(pattern) ?? fc.sample(fc.stringMatching(new RegExp(pattern, "u")), { numRuns: 1, seed: 1 })[0]!;
  texts.set(pattern, text);
  return text;
}

/** Asked for once per object of an agency: what a schema says is worked out once. */
const said = new WeakMap<z.ZodType, Schema>();
function whatIsSaidBy(schema: z.ZodType): Schema {
  const whole =
    said.get(schema) ?? (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema);
  said.set(schema, whole);
  return whole;
}

function textOf({ format, pattern, minLength = 0 }: Schema): string {
  if (format === "email") return `${crypto.randomUUID().slice(0, 8)}@mau.gandan.vn`;
  if (format === "date") return "2026-06-01";
  if (format === "date-time") return "2026-06-01T00:00:00Z";
  if (format === "uri") return "https://mau.gandan.vn/";
  if (pattern) return textLike(pattern);
  return "Thí dụ".padEnd(minLength, "x").slice(0, Math.max(minLength, 6));
}

/**
 * The smallest input that a schema takes, with `id` wherever one is asked for, required or not: what a caller would
 * send who names another's object in every place where an object can be named.
 */
export function validInput(schema: z.ZodType, id: string): Record<string, Json> {
  const whole = whatIsSaidBy(schema);
  const resolved = (part: Schema): Schema =>
    part.$ref ? first(whole.$defs?.[part.$ref.split("/").at(-1)!]) : part;

  const namesId = (part: Schema, depth = 0): boolean => {
    const { format, items, properties = {} } = resolved(part);
    if (format === "uuid") return true;
    if (depth > 6) return false;
    const inner = [...choicesOf(resolved(part)), items, ...Object.values(properties)] as (
      | Schema
      | boolean
      | undefined
    )[];
    return inner.some((value) => namesId(first(value), depth + 1));
  };

  const valueFor = (given: Schema): Json => {
    const part = resolved(given);
    if (part.const !== undefined) return part.const as Json;
    if (part.enum) return part.enum[0] as Json;
    const choices = choicesOf(part);
    if (choices.length > 0) {
      const naming = choices.find((choice) => namesId(choice));
      const nothing = choices.find(({ type }) => type === "null");
      return valueFor(naming ?? nothing ?? choices[0]!);
    }
    if (part.format === "uuid") return id;
    if (part.format === "binary") return new File([`KẾ HOẠCH ${id}\n`], "thi-du.txt", { type: "text/plain" });
    const type = Array.isArray(part.type) ? part.type.at(-1) : part.type;
    if (type === "array") {
      const items = first(part.items as Schema);
      const length = Math.max(part.minItems ?? 0, namesId(items) ? 1 : 0);
      return Array.from({ length }, () => valueFor(items));
    }
    if (type === "object" || part.properties) {
      const required = new Set(part.required);
      const wanted = Object.entries(part.properties ?? {}).filter(
        ([key, value]) => required.has(key) || namesId(first(value)),
      );
      return Object.fromEntries(wanted.map(([key, value]) => [key, valueFor(first(value))]));
    }
    if (type === "integer" || type === "number") return Math.max(part.minimum ?? 1, 1);
    if (type === "boolean") return true;
    if (type === "null") return null;
    return textOf(part);
  };
  return valueFor(whole) as Record<string, Json>;
}

/** The request that carries an input to a procedure's path: path parameters, query, JSON or a form with a file. */
export function requestFor(
  { method, path }: { method: string; path: string },
  input: Record<string, Json>,
): [address: string, init: RequestInit] {
  const rest = { ...input };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (method === "GET") {
    const flat = Object.entries(rest).filter(([, value]) => value !== null && typeof value !== "object");
    const query = new URLSearchParams(flat.map(([key, value]) => [key, String(value)])).toString();
    return [`/api${address}${query && `?${query}`}`, { method }];
  }
  if (Object.values(rest).some((value) => value instanceof File)) {
    const body = new FormData();
    for (const [key, value] of Object.entries(rest)) {
      for (const [index, part] of (Array.isArray(value) ? value : [value]).entries()) {
        if (part === null) continue;
        body.append(
          Array.isArray(value) ? `${key}[${index}]` : key,
          part instanceof File ? part : String(part),
        );
      }
    }
    return [`/api${address}`, { method, body }];
  }
  return [
    `/api${address}`,
    { method, body: JSON.stringify(rest), headers: { "content-type": "application/json" } },
  ];
}
