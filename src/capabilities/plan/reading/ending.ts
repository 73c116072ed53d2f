import type { Table } from "#platform/official-document/read/block.ts";
import { type Item, type Line, linesOfParagraphs } from "./line.ts";
import type { PlanSigner } from "./plan-reading.ts";
import { isCapitals, squeeze, trimValue } from "./printed.ts";

const prefix = /^(?:(?:TM|KT|TL|TUQ|Q)\s?\.\s*|(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L)\.?\s+)\p{Lu}/u;
const position =
  /^(PHÓ |QUYỀN |Q\. )?(TỔNG GIÁM ĐỐC|GIÁM ĐỐC|CHỦ TỊCH|CHỦ NHIỆM|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TRƯỞNG PHÒNG|TRƯỞNG BAN|BỘ TRƯỞNG|THỨ TRƯỞNG|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|THỦ TRƯỞNG|BÍ THƯ|TỔNG BIÊN TẬP|TRƯỞNG TRẠM|TRƯỞNG ĐOÀN|TRƯỞNG KHOA|TRƯỞNG BỘ MÔN|TRƯỞNG TIỂU BAN|TRƯỞNG CÔNG AN|TRƯỞNG THÔN|ĐỘI TRƯỞNG|TỔ TRƯỞNG|VỤ TRƯỞNG|HẠT TRƯỞNG|TRẠM TRƯỞNG|CHỈ HUY TRƯỞNG|CHÁNH ÁN|CHÍNH ỦY|CHÍNH TRỊ VIÊN)(\s.{0,80})?$/u;
const recipientsHead = /^nơi nhận\s*:?/i;
const personName =
  /^((GS|PGS|TS|T[hH][sS]|BS|KS|CN|Đại tá|Thượng tá|Trung tá|Thiếu tá)\.?\s*)*\p{Lu}['’]?\p{L}?\p{Ll}*(\s\p{Lu}[\p{Ll}.'’]*){1,6}$/u;

/** True for a line of the signing title: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC". */
function isSigningLine(text: string): boolean {
  return text.length <= 120 && isCapitals(text) && (prefix.test(text) || position.test(text));
}

function cellsOf(table: Table): Line[][] {
  const columns = new Map<number, Line[]>();
  for (const row of table.rows)
    for (const cell of row) {
      if (cell.continued) continue;
      const lines = columns.get(cell.column) ?? [];
      lines.push(...linesOfParagraphs(cell.paragraphs));
      columns.set(cell.column, lines);
    }
  return [...columns.entries()].sort(([a], [b]) => a - b).map(([, lines]) => lines);
}

/** The lines of a layout table, column after column. */
export function linesOfTable(table: Table): Line[] {
  return cellsOf(table).flat();
}

/** Whether the signature block or the distribution list begins with this item. */
export function beginsEnding(item: Item): boolean {
  if (item.kind === "line")
    return (
      recipientsHead.test(item.text) ||
      item.wide.split(/\t| {3,}/).some((part) => isSigningLine(squeeze(part)))
    );
  if (item.rows.length > 12) return false;
  return linesOfTable(item).some((line) => recipientsHead.test(line.text) || isSigningLine(line.text));
}

function recipientsOf(text: string): string[] {
  return text
    .split(/;/)
    .map((part) => trimValue(part.trim().replace(/^[\s\-–—+•*]+/, "")))
    .filter((part) => /\p{L}/u.test(part));
}

/** Reads the signature block and the distribution list. */
export function readEnding(items: Item[]): {
  signer: PlanSigner | null;
  recipients: string[];
  hasRecipients: boolean;
} {
  const segments = items.flatMap((item) =>
    item.kind === "line"
      ? item.wide
          .split(/\t| {3,}/)
          .map(squeeze)
          .filter(Boolean)
          .map((text) => (item.auto === null ? text : `- ${text}`))
      : linesOfTable(item).map((line) => (line.auto === null ? line.text : `- ${line.text}`)),
  );
  const recipients: string[] = [];
  const signing: string[] = [];
  let name: string | null = null;
  let listing = false;
  let lastWasSigning = false;
  for (const text of segments) {
    if (recipientsHead.test(text)) {
      listing = true;
      recipients.push(...recipientsOf(text.replace(recipientsHead, "")));
      lastWasSigning = false;
    } else if (
      isSigningLine(text) ||
      (lastWasSigning && isCapitals(text) && text.length <= 100 && runsOn(signing.at(-1) ?? "", text))
    ) {
      if (isSigningLine(text) || signing.length === 0) signing.push(text);
      else signing[signing.length - 1] += ` ${text}`;
      lastWasSigning = true;
    } else if (/^[-–—+•*]/.test(text)) {
      if (listing) recipients.push(...recipientsOf(text));
      lastWasSigning = false;
    } else if (/^[([]/.test(text) && signing.length > 0 && !listing) lastWasSigning = false;
    else if (signing.length > 0 && name === null && isName(text)) name = text;
    else if (listing && signing.length === 0) {
      if (/^[\p{Ll}(]/u.test(text) && recipients.length > 0)
        recipients[recipients.length - 1] += ` ${trimValue(text)}`;
      else recipients.push(...recipientsOf(text));
    } else lastWasSigning = false;
  }
  return {
    signer: signing.length === 0 && name === null ? null : signerOf(signing, name),
    recipients,
    hasRecipients: listing,
  };
}

/** Whether a line in capitals goes on with the signing title above it and is not the signer's name. */
function runsOn(title: string, text: string): boolean {
  return /^([-–,]|VÀ )/.test(text) || /([-–,]|\sVÀ)$/.test(title) || !position.test(title);
}

function isName(text: string): boolean {
  if (text.length > 60) return false;
  return personName.test(text) || (isCapitals(text) && /^\p{Lu}+( \p{Lu}+){1,5}$/u.test(text));
}

function signerOf(lines: string[], name: string | null): PlanSigner {
  const authority = lines.filter((line) => prefix.test(line));
  const own = lines.filter((line) => !prefix.test(line)).join(", ") || null;
  const acting = authority.find((line) => /^Q\s?\./.test(line));
  return { authority, position: own ?? acting?.replace(/^Q\s?\.\s*/, "") ?? null, name };
}
