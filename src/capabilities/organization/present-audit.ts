import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import { type FieldWord, objectWords } from "#platform/work/audit-words.ts";

/** One line of what an act changed, as a person reads it; null: there was nothing. */
export interface AuditChange {
  field: string;
  before: string | null;
  after: string | null;
}

type Names = ReadonlyMap<string, string>;
type Fields = Record<string, unknown>;

const LONGEST = 300;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/;

const fieldsOf = (value: unknown): Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};

/** What an entry speaks of by id: its object, and what its fields name. */
export const idsIn = ({
  objectId,
  before,
  after,
}: {
  objectId: string;
  before: unknown;
  after: unknown;
}): string[] =>
  [objectId, ...Object.values(fieldsOf(before)), ...Object.values(fieldsOf(after))]
    .flat()
    .filter((value): value is string => typeof value === "string" && uuid.test(value));

/** A value in words; null where there is nothing to read. */
function inWords(value: unknown, word: FieldWord, names: Names): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "Có" : "Không";
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    const parts = value.map((part) => inWords(part, word, names));
    // Things that have no name here are counted.
    return parts.every((part) => part !== null) ? parts.join(", ") : `${value.length} mục`;
  }
  if (typeof value === "object") return null;
  const text = String(value);
  const known = typeof word === "object" ? word.values[text] : undefined;
  if (known !== undefined) return known;
  if (uuid.test(text)) return names.get(text) ?? null;
  if (day.test(text)) return formatDate(text);
  if (moment.test(text)) return formatDateTime(text);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/**
 * What an act changed, field by field, in the words of the object's capability. `names` are those of units and people
 * by id. Fields that nobody has named, and those that stayed as they were, are left out.
 */
export function changesOf(
  { objectKind, before, after }: { objectKind: string; before: unknown; after: unknown },
  names: Names,
): AuditChange[] {
  const { fields } = objectWords(objectKind);
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return Object.entries(fields).flatMap(([key, word]) => {
    if (!(key in was) && !(key in is)) return [];
    // A field that the act did not speak of stayed as it was.
    if (after !== null && !(key in is)) return [];
    if (JSON.stringify(was[key]) === JSON.stringify(is[key])) return [];
    const change = {
      field: typeof word === "string" ? word : word.name,
      before: inWords(was[key], word, names),
      after: inWords(is[key], word, names),
    };
    return change.before === change.after ? [] : [change];
  });
}

/** Everything an act kept that has a name, changed or not, as a person reads it; what is empty on both sides is left out. */
export function keptOf(
  { objectKind, before, after }: { objectKind: string; before: unknown; after: unknown },
  names: Names,
): AuditChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return Object.entries(objectWords(objectKind).fields).flatMap(([key, word]) => {
    const kept = {
      field: typeof word === "string" ? word : word.name,
      before: inWords(was[key], word, names),
      after: inWords(is[key], word, names),
    };
    return kept.before === null && kept.after === null ? [] : [kept];
  });
}

/** What the object of an entry is called: by its own name where the entry or the agency has one, else by its kind. */
export function objectNameOf(
  {
    objectKind,
    objectId,
    before,
    after,
  }: { objectKind: string; objectId: string; before: unknown; after: unknown },
  names: Names,
): string {
  const { name } = objectWords(objectKind);
  const stated = { ...fieldsOf(before), ...fieldsOf(after) };
  const own =
    names.get(objectId) ??
    [stated.title, stated.name, stated.label, stated.what, stated.fileName, stated.periodLabel].find(
      (text) => typeof text === "string" && text !== "",
    );
  return own ? `${name}: ${String(own).slice(0, 120)}` : name;
}
