import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { tooLargeList } from "./refusals.ts";
import { type RowCell, type RowVisitor, rowLimits } from "./row-visitor.ts";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const broken = (where: string) =>
  new UnreadableDocument(
    "damaged",
    `Tệp JSON bị hỏng${where} nên không đọc được; hãy xuất lại từ hệ thống nguồn rồi thử lại.`,
  );

const noObjects = () =>
  new UnreadableDocument(
    "unknown-type",
    "Tệp JSON không chứa danh sách: cần một mảng các đối tượng, hoặc một đối tượng có đúng một mảng như vậy (rows, danhSach, data…).",
  );

/** The list in a document: it itself, or the one array of objects in an object, at most three levels deep. */
function listIn(value: unknown, depth = 0): unknown[] | null {
  if (Array.isArray(value)) return value.every((item) => isObject(item) || item === null) ? value : null;
  if (!isObject(value) || depth > 3) return null;
  const lists = Object.values(value).filter((item) => Array.isArray(item) && item.some(isObject));
  if (lists.length === 1) return listIn(lists[0]);
  if (lists.length > 1) return null;
  const deeper = Object.values(value).flatMap((item) => (isObject(item) ? [listIn(item, depth + 1)] : []));
  const found = deeper.filter((list) => list !== null && list.length > 0);
  if (found.length === 1) return found[0]!;
  return found.length === 0 && Object.values(value).some(Array.isArray) ? [] : null;
}

/** An object with its keys in one order, so that the order in which a system writes them never matters. */
const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(ordered)
    : isObject(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, ordered(value[key])]),
        )
      : value;

/** A value as a cell: lists of texts one per line, other lists and objects as JSON. */
function cellOf(value: unknown): RowCell {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null))
    return value.filter((item) => item !== null && item !== "").join("\n");
  return JSON.stringify(ordered(value));
}

function visitObjects(objects: { line: number; object: Json }[], visitor: RowVisitor): void {
  const columns = new Map<string, number>();
  for (const { object } of objects)
    for (const key of Object.keys(object))
      if (!columns.has(key) && columns.size < rowLimits.columns) columns.set(key, columns.size);
  if (!visitor.sheet("JSON", { from1904: false })) return;
  // The names of the columns stand above the first object and so have no number of their own.
  if (!visitor.row(0, [...columns.keys()])) return;
  for (const { line, object } of objects) {
    const cells: RowCell[] = Array.from({ length: columns.size }, () => undefined);
    for (const [key, value] of Object.entries(object)) {
      const column = columns.get(key);
      if (column !== undefined) cells[column] = cellOf(value);
    }
    if (!visitor.row(line, cells)) return;
  }
}

/** One object on each line; null when the text is no such list. */
function linesOf(text: string): { line: number; object: Json }[] | null {
  const first = text.slice(0, text.indexOf("\n")).trim();
  if (!first.startsWith("{") || !first.endsWith("}")) return null;
  const objects: { line: number; object: Json }[] = [];
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const written = text.slice(from, end < 0 ? text.length : end).trim();
    from = end < 0 ? text.length : end + 1;
    line += 1;
    if (written === "") continue;
    let object: unknown;
    try {
      object = JSON.parse(written);
    } catch {
      if (line === 1) return null;
      throw broken(` ở dòng ${line}`);
    }
    if (!isObject(object)) throw broken(` ở dòng ${line}`);
    if (objects.length >= rowLimits.rows) throw tooLargeList();
    objects.push({ line, object });
  }
  return objects;
}

/** Reads JSON or NDJSON as one list. The number of a row is its place in the list, or its line in NDJSON. */
export function visitJson(text: string, visitor: RowVisitor): void {
  const lines = linesOf(text);
  if (lines && (lines.length > 1 || listIn(lines[0]?.object) === null)) {
    visitObjects(lines, visitor);
    return;
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw broken("");
  }
  const list = listIn(document);
  if (list === null) throw noObjects();
  if (list.length > rowLimits.rows) throw tooLargeList();
  visitObjects(
    list.flatMap((object, at) => (isObject(object) ? [{ line: at + 1, object }] : [])),
    visitor,
  );
}
