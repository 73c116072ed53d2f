import type { SourceDocument } from "#platform/official-document/read/block.ts";
import { readDocument } from "#platform/official-document/read/read-document.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { continuesTable, isTaskTable, readAppendixTable } from "./appendix-tasks.ts";
import { CitationList } from "./citations.ts";
import { type ClauseNode, childrenOf, withDescendants } from "./clause-node.ts";
import { clauseTasks } from "./clause-tasks.ts";
import { toClause } from "./clause-text.ts";
import { ClauseTree } from "./clause-tree.ts";
import { readEnding } from "./ending.ts";
import { type HeaderParts, readHeader } from "./header.ts";
import { headerWarnings } from "./header-warnings.ts";
import { labelWarnings } from "./label-order.ts";
import { labelledLines } from "./labelled-lines.ts";
import { type Item, type Line, linesOfParagraphs } from "./line.ts";
import { isNumbered, type PlanParts, planParts } from "./plan-parts.ts";
import type { PlanHeader, PlanReading, PlanTask, ReadingWarning, SourceParagraph } from "./plan-reading.ts";
import { type Origins, sourceParagraphs } from "./source-paragraphs.ts";
import { titledTables } from "./titled-tables.ts";
import { UnnumberedLaws } from "./unnumbered-laws.ts";

type TableItem = Extract<Item, { kind: "table" }>;

/** How many warnings of one kind are listed before the rest are counted in one line. */
const warningsOfAKind = 200;
const basisDocument =
  /^căn cứ\s+(các\s+)?(luật|nghị|quyết định|thông tư|kế hoạch|chỉ thị|công văn|chương trình|hướng dẫn|kết luận|đề án|văn bản|pháp lệnh)/i;

/**
 * Reads a plan document (.docx, .odt, .pdf, .txt, .md) into its header, citations, clauses, tasks and warnings.
 * `bytes` is the whole file; `fileName` only helps to tell the format. Touches neither disk nor network.
 * Throws UnreadableDocument, whose message is fit to show, for anything that is no readable plan.
 */
export async function readPlan(bytes: Uint8Array, fileName: string): Promise<PlanReading> {
  return (await readPlanWithSource(bytes, fileName)).reading;
}

/** The same reading beside the paragraphs of the source, each with the clause that it was read into. */
export async function readPlanWithSource(
  bytes: Uint8Array,
  fileName: string,
  signal?: AbortSignal,
): Promise<PlanWithSource> {
  return readPlanOf(await readDocument(bytes, fileName, signal));
}

export interface PlanWithSource {
  reading: PlanReading;
  paragraphs: SourceParagraph[];
}

/** Reads the plan that a document holds. */
export function readPlanOf(document: SourceDocument): PlanWithSource {
  const parts = planParts(document);

  const head = readHeader(parts.header);
  const ending = readEnding(parts.ending);
  const title = titleOf(parts.titleOnTypeLine, parts.title);
  const header: PlanHeader = {
    parentAgency: head.parentAgency,
    agency: head.agency,
    number: head.number,
    symbol: head.symbol,
    place: head.place,
    date: head.date,
    type: parts.type,
    title,
    signer: ending.signer,
    recipients: ending.recipients,
  };

  const citations = new CitationList(
    header.number !== null && header.symbol !== null ? `${header.number}/${header.symbol}` : null,
  );
  for (const line of parts.opening) citations.add(line.text, "basis");

  const laws = new UnnumberedLaws();
  for (const line of parts.opening) laws.add(line.text, "opening", true);

  const year = planYear(header, parts.header);
  const tree = new ClauseTree(
    parts.body.findLast((item): item is Line => item.kind === "line" && isNumbered(item)) ?? null,
  );
  const tables: { table: TableItem; title: string | null; at: ClauseNode | null }[] = [];
  const skipped: { at: ClauseNode | null; title: string | null; index: number }[] = [];
  const labelled = labelledLines(parts.body);
  for (const item of parts.body) {
    if (item.kind === "line") {
      tree.add(item, labelled.has(item));
      citations.add(
        item.text,
        basisDocument.test(item.text) || tree.standsUnderBases() ? "basis" : "mention",
      );
      continue;
    }
    const at = tree.current;
    if (at) at.tabled = true;
    const before = tables.at(-1);
    if (isTaskTable(item)) tables.push({ table: item, title: null, at });
    else if (before && before.at === at && continuesTable(before.table, item))
      before.table = joined(before.table, item);
    else skipped.push({ at, title: null, index: item.index });
  }
  tree.finish();
  if (childrenOf(tree.root).length === 0)
    throw new UnreadableDocument(
      "not-a-plan",
      "Tệp có tên loại KẾ HOẠCH nhưng không có mục nào để đọc; hãy chọn tệp có đủ nội dung kế hoạch.",
    );

  for (const { item, title: appendixTitle } of titledTables(parts.appendix)) {
    const before = tables.at(-1);
    if (isTaskTable(item)) tables.push({ table: item, title: appendixTitle, at: null });
    else if (before && before.title === appendixTitle && continuesTable(before.table, item))
      before.table = joined(before.table, item);
    else skipped.push({ at: null, title: appendixTitle, index: item.index });
  }
  for (const item of parts.appendix)
    for (const line of item.kind === "line"
      ? [item]
      : item.rows.flatMap((row) =>
          row.flatMap((cell) => linesOfParagraphs(cell.continued ? [] : cell.paragraphs)),
        ))
      if (!/kèm theo/i.test(line.text)) citations.add(line.text, "mention");

  const stated = clauseTasks(tree.root, year);
  const read = tables.map(({ table, title: appendixTitle, at }) =>
    readAppendixTable(table, { title: appendixTitle, clause: at?.path ?? null }, year),
  );
  const tasks: PlanTask[] = [stated, ...read].flatMap((part) => part.tasks);
  const origins: Origins = {
    root: tree.root,
    tasks: [stated, ...read].flatMap(({ indexes }) => indexes),
    places: placesOfParts(parts, head),
  };
  for (const { places } of read) for (const [where, indexes] of places) origins.places.set(where, indexes);
  for (const node of withDescendants(tree.root)) laws.add(node.words, node.path, false);
  const unread = skipped.map(({ at, title: appendixTitle, index }) => {
    const where = at?.path ?? appendixTitle ?? "Bảng";
    if (at === null) origins.places.set(where, [index]);
    return skippedTable(where);
  });
  const kept = bounded(
    [
      headerWarnings(header, head, parts.opening.map((line) => line.text).join("\n")),
      labelWarnings(tree.root, tree.repeated),
      ...[stated, ...read].map((part) => part.warnings),
      unread,
      laws.warnings,
      leftOut(document),
    ].flat(),
  );
  return {
    reading: {
      header,
      citations: citations.list(),
      clauses: childrenOf(tree.root).map(toClause),
      tasks,
      warnings: kept,
    },
    paragraphs: sourceParagraphs(document, origins, kept),
  };
}

function joined(table: TableItem, more: TableItem): TableItem {
  return { ...table, rows: [...table.rows, ...more.rows] };
}

/** The paragraphs that the warnings about the document's head, opening and signature speak of. */
function placesOfParts(parts: PlanParts, head: HeaderParts): Map<string, number[]> {
  const top = parts.header.slice(0, 1).map(({ index }) => index);
  const endings = parts.ending.slice(0, 1).map(({ index }) => index);
  const known = (index: number | null) => (index === null ? top : [index]);
  return new Map([
    ["header.agency", top],
    ["header.parentAgency", top],
    ["header.number", known(head.numberLine)],
    ["header.symbol", known(head.numberLine)],
    ["header.place", known(head.dateLine)],
    ["header.date", known(head.dateLine)],
    ["header.title", parts.title.map(({ index }) => index)],
    ["header.signer", endings],
    ["header.signer.name", endings],
    ["header.recipients", endings],
    ["opening", parts.opening.map(({ index }) => index)],
  ]);
}

function titleOf(onTypeLine: string | null, lines: Line[]): string | null {
  const words = [onTypeLine ?? "", ...lines.map((line) => line.text)].filter((text) => text !== "");
  return words.length === 0 ? null : words.join(" ");
}

/** The year for which the plan is made: the title's, else that of the date line. */
function planYear(header: PlanHeader, lines: Line[]): number | null {
  const stated = /năm\s+(\d{4})/i.exec(header.title ?? "")?.[1] ?? header.date?.slice(0, 4);
  if (stated !== undefined) return Number(stated);
  for (const line of lines) {
    const year = /năm\s+(\d{4})/i.exec(line.text)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

function skippedTable(where: string): ReadingWarning {
  return {
    code: "table-skipped",
    message: "Có một bảng không phải bảng giao nhiệm vụ nên chưa được đọc; cần xem trong văn bản gốc.",
    where,
  };
}

function leftOut(document: SourceDocument): ReadingWarning[] {
  const { deletions, comments, footnotes, pages = [] } = document.leftOut;
  const warnings: ReadingWarning[] = [];
  if (deletions > 0)
    warnings.push({
      code: "tracked-changes",
      message:
        "Tệp còn dấu vết sửa chưa chấp nhận; phần đã xóa không được đọc, phần thêm được đọc như nội dung.",
      where: "document",
    });
  if (comments > 0)
    warnings.push({
      code: "comments-left-out",
      message: "Ghi chú bên lề không được đọc.",
      where: "document",
    });
  if (footnotes > 0)
    warnings.push({
      code: "footnotes-left-out",
      message: "Chú thích cuối trang không được đọc.",
      where: "document",
    });
  if (pages.length > 0)
    warnings.push({
      code: "pages-unread",
      message: `Trang ${pages.join(", ")} là ảnh, không có chữ để đọc; cần xem trong văn bản gốc.`,
      where: "document",
    });
  return warnings;
}

function bounded(warnings: ReadingWarning[]): ReadingWarning[] {
  const counts = new Map<string, number>();
  const kept = warnings.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= warningsOfAKind;
  });
  for (const [code, count] of counts)
    if (count > warningsOfAKind)
      kept.push({ code, message: `Còn ${count - warningsOfAKind} cảnh báo cùng loại.`, where: "document" });
  return kept;
}
