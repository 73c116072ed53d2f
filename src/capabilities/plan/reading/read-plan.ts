import type { SourceDocument } from "#platform/official-document/read/block.ts";
import { readDocument } from "#platform/official-document/read/read-document.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { continuesTable, isTaskTable, readAppendixTable } from "./appendix-tasks.ts";
import { CitationList } from "./citations.ts";
import { type ClauseNode, childrenOf } from "./clause-node.ts";
import { clauseTasks } from "./clause-tasks.ts";
import { toClause } from "./clause-text.ts";
import { ClauseTree } from "./clause-tree.ts";
import { readEnding } from "./ending.ts";
import { readHeader } from "./header.ts";
import { headerWarnings } from "./header-warnings.ts";
import { labelWarnings } from "./label-order.ts";
import { labelledLines } from "./labelled-lines.ts";
import { type Item, isCapitals, type Line, linesOfParagraphs } from "./line.ts";
import { isNumbered, planParts } from "./plan-parts.ts";
import type { PlanHeader, PlanReading, PlanTask, ReadingWarning, SourceParagraph } from "./plan-reading.ts";

/** How many warnings of one kind are listed before the rest are counted in one line. */
const warningsOfAKind = 200;
const basisDocument =
  /^căn cứ\s+(các\s+)?(luật|nghị|quyết định|thông tư|kế hoạch|chỉ thị|công văn|chương trình|hướng dẫn|kết luận|đề án|văn bản|pháp lệnh)/i;

/**
 * Reads a plan document (.docx, .txt, .md) into its header, citations, clauses, tasks and warnings.
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
): Promise<{ reading: PlanReading; paragraphs: SourceParagraph[] }> {
  const document = await readDocument(bytes, fileName);
  const parts = planParts(document);
  const warnings: ReadingWarning[] = [];

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
  warnings.push(...headerWarnings(header, head, parts.opening.map((line) => line.text).join("\n")));

  const citations = new CitationList(
    header.number !== null && header.symbol !== null ? `${header.number}/${header.symbol}` : null,
  );
  for (const line of parts.opening) citations.add(line.text, "basis");

  const year = planYear(header, parts.header);
  const tree = new ClauseTree(
    parts.body.findLast((item): item is Line => item.kind === "line" && isNumbered(item)) ?? null,
  );
  const tables: { table: Extract<Item, { kind: "table" }>; title: string | null }[] = [];
  let current: string | null = null;
  const labelled = labelledLines(parts.body);
  for (const item of parts.body) {
    if (item.kind === "line") {
      tree.add(item, labelled.has(item));
      citations.add(item.text, basisDocument.test(item.text) ? "basis" : "mention");
      current = item.text;
    } else if (isTaskTable(item)) tables.push({ table: item, title: null });
    else warnings.push(skippedTable(current));
  }
  tree.finish();
  if (childrenOf(tree.root).length === 0)
    throw new UnreadableDocument(
      "not-a-plan",
      "Tệp có tên loại KẾ HOẠCH nhưng không có mục nào để đọc; hãy chọn tệp có đủ nội dung kế hoạch.",
    );

  const tasks: PlanTask[] = [];
  const stated = clauseTasks(tree.root, year);
  tasks.push(...stated.tasks);
  for (const { item, title: appendixTitle } of titledTables(parts.appendix)) {
    const before = tables.at(-1);
    if (isTaskTable(item)) tables.push({ table: item, title: appendixTitle });
    else if (before && before.title === appendixTitle && continuesTable(before.table, item))
      before.table = { ...before.table, rows: [...before.table.rows, ...item.rows] };
    else warnings.push(skippedTable(appendixTitle));
  }
  for (const { table, title: appendixTitle } of tables) {
    const read = readAppendixTable(table, appendixTitle, year);
    tasks.push(...read.tasks);
    stated.warnings.push(...read.warnings);
  }
  for (const item of parts.appendix)
    for (const line of item.kind === "line"
      ? [item]
      : item.rows.flatMap((row) =>
          row.flatMap((cell) => linesOfParagraphs(cell.continued ? [] : cell.paragraphs)),
        ))
      if (!/kèm theo/i.test(line.text)) citations.add(line.text, "mention");

  warnings.push(...labelWarnings(tree.root, tree.repeated), ...stated.warnings, ...leftOut(document));
  return {
    reading: {
      header,
      citations: citations.list(),
      clauses: childrenOf(tree.root).map(toClause),
      tasks,
      warnings: bounded(warnings),
    },
    paragraphs: sourceParagraphs(document, tree.root),
  };
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

/** The tables of the appendices, each with the title printed above it. */
function titledTables(items: Item[]): { item: Extract<Item, { kind: "table" }>; title: string | null }[] {
  const found: { item: Extract<Item, { kind: "table" }>; title: string | null }[] = [];
  let words: string[] = [];
  let title: string | null = null;
  for (const item of items) {
    if (item.kind === "table") {
      if (words.length > 0) title = words.join(" ");
      words = [];
      found.push({ item, title });
      continue;
    }
    if (/^phụ lục/i.test(item.text)) words = [];
    const attached = /^\(?\s*(ban hành )?kèm theo/i.test(item.text);
    if (!attached && (words.length < 4 || isCapitals(item.text)) && item.text.length < 300)
      words.push(item.text);
  }
  return found;
}

function skippedTable(where: string | null): ReadingWarning {
  return {
    code: "table-skipped",
    message: "Có một bảng không phải bảng giao nhiệm vụ nên chưa được đọc; cần xem trong văn bản gốc.",
    where: where === null ? "Bảng" : where.slice(0, 120),
  };
}

function leftOut(document: SourceDocument): ReadingWarning[] {
  const { deletions, comments, footnotes } = document.leftOut;
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

function sourceParagraphs(document: SourceDocument, root: ClauseNode): SourceParagraph[] {
  const paths = new Map<number, string>();
  const open = childrenOf(root).reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    for (const index of node.indexes) if (!paths.has(index)) paths.set(index, node.path);
    for (const entry of node.entries) {
      if (entry.kind === "fields") {
        for (const index of entry.indexes) paths.set(index, (entry.target ?? node).path);
      } else open.push(entry);
    }
  }
  const paragraphs: SourceParagraph[] = [];
  const push = ({ index, label, text }: { index: number; label: string | null; text: string }) => {
    if (text.trim() === "") return;
    paragraphs.push({
      index,
      text: label === null ? text : `${label} ${text}`,
      clausePath: paths.get(index) ?? null,
    });
  };
  for (const block of document.blocks) {
    if (block.kind === "paragraph") push(block);
    else
      for (const row of block.rows)
        for (const cell of row) if (!cell.continued) cell.paragraphs.forEach(push);
  }
  return paragraphs;
}
