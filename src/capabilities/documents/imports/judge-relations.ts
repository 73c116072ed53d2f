import { formatDate } from "#platform/clock/vietnam-time.ts";
import { plain } from "#platform/text/unit-named.ts";
import { amendmentFault } from "../amendments/amendment-fault.ts";
import { forceOn } from "../official-document.ts";
import { leadsTo, replacementFault } from "../replacing.ts";
import { documentListWords } from "./document-fields.ts";
import {
  idOfLine,
  type JudgedDocument,
  type KnownDocument,
  type KnownRegister,
  type ListedRelation,
  type RelationField,
  relationFields,
} from "./judged-document.ts";
import { numberKey, type Reference, referencesIn } from "./references.ts";
import { stateNote } from "./stated-force.ts";

const sides = {
  replaces: { kind: "replaced", own: "newer" },
  replacedBy: { kind: "replaced", own: "older" },
  amends: { kind: "amended", own: "newer" },
  amendedBy: { kind: "amended", own: "older" },
} as const satisfies Record<RelationField, { kind: ListedRelation["kind"]; own: "older" | "newer" }>;

const nameOf = ({ type, number, issuedOn }: KnownDocument): string =>
  [type, number, issuedOn && `ngày ${formatDate(issuedOn)}`].filter(Boolean).join(" ");

const headerOf = (field: RelationField) => documentListWords[field].header;
const pairOf = (older: string, newer: string) => `${older} ${newer}`;

interface Claim extends Omit<ListedRelation, "document" | "fromDay"> {
  line: JudgedDocument;
  olderDocument: KnownDocument;
  newerDocument: KnownDocument;
}

/** The register with what the list brings into it, by id and by number. */
function knownWith(lines: JudgedDocument[], { documents }: KnownRegister) {
  const fresh = lines.flatMap(({ line, state, item }): KnownDocument[] =>
    state === "new" && item ? [{ ...item, id: idOfLine(line), replacedBy: null, keptBy: null }] : [],
  );
  const byId = new Map([...documents.values(), ...fresh].map((one) => [one.id, one]));
  const byNumber = Map.groupBy(
    [...byId.values()].filter(({ number }) => number !== null),
    ({ number }) => numberKey(number!),
  );
  return { byId, byNumber };
}

/** The one document that is named, or why it cannot be told which. */
function named(
  { number, day, before, after }: Reference,
  own: string,
  byNumber: Map<string, KnownDocument[]>,
): KnownDocument | string {
  const alike = byNumber.get(numberKey(number)) ?? [];
  if (alike.length === 0)
    return `“${number}” chưa có trong sổ và không phải dòng nào nhập được của danh sách, nên quan hệ này chưa ghi; hãy ghi văn bản ấy rồi nhập lại.`;
  if (day && day.day === null) return `ngày “${day.written}” của “${number}” không có trong lịch.`;
  const others = alike.filter(({ id }) => id !== own);
  if (others.length === 0) return "văn bản không thể nêu chính nó.";
  const ofDay = day ? others.filter(({ issuedOn }) => issuedOn === day.day) : others;
  const undated = others.filter(({ issuedOn }) => issuedOn === null);
  let fitting = ofDay.length > 0 ? ofDay : undated;
  if (fitting.length === 0)
    return `có “${number}” nhưng không phải ngày ${formatDate(day!.day!)} (${others.map(nameOf).join("; ")}), nên quan hệ này chưa ghi.`;
  const narrow = (holds: (one: KnownDocument) => boolean) => {
    const narrower = fitting.filter(holds);
    if (fitting.length > 1 && narrower.length > 0) fitting = narrower;
  };
  narrow(({ type }) => plain(before).endsWith(plain(type)) || plain(before).endsWith(`${plain(type)} so`));
  narrow(({ issuer }) => issuer !== null && plain(after).includes(plain(issuer)));
  if (fitting.length > 1)
    return `có ${fitting.length} văn bản số “${number}” (${fitting
      .slice(0, 4)
      .map((one) => [nameOf(one), one.issuer].filter(Boolean).join(", "))
      .join("; ")}); hãy ghi thêm ngày, loại hoặc cơ quan ban hành. Quan hệ này chưa ghi.`;
  return fitting[0]!;
}

/** From which day an amendment holds, and what to say of it. */
function amendedFrom(by: KnownDocument): { fromDay: string | null; note: string | null } {
  if (by.effectiveFrom !== null) return { fromDay: by.effectiveFrom, note: null };
  if (by.issuedOn !== null && by.topic === null)
    return {
      fromDay: by.issuedOn,
      note: `chưa rõ ngày có hiệu lực của ${nameOf(by)} nên sửa đổi tính từ ngày ban hành.`,
    };
  return {
    fromDay: null,
    note: `chưa rõ ngày có hiệu lực của ${nameOf(by)} nên sửa đổi này chưa ghi; hãy điền ngày ấy rồi nhập lại.`,
  };
}

/**
 * Adds to the lines which relations they bring, and says of each what is in the way. The documents of a list may name
 * each other in any order. `hindrance`: why a document's successor is not the register's to say.
 */
export function judgeRelations(
  lines: JudgedDocument[],
  register: KnownRegister,
  { day, hindrance }: { day: string; hindrance: (document: KnownDocument) => string | null },
): void {
  const { byId, byNumber } = knownWith(lines, register);
  const say = (line: JudgedDocument, note: string) => {
    if (!line.notes.includes(note)) line.notes.push(note);
  };
  const claims: Claim[] = [];
  for (const line of lines) {
    const own = line.documentId && byId.get(line.documentId);
    if (!own) continue;
    for (const field of relationFields) {
      const { references, unread } = referencesIn(line.written[field] ?? "", (text) =>
        byNumber.has(numberKey(text)),
      );
      for (const part of unread)
        say(line, `${headerOf(field)}: chưa đọc được số, ký hiệu trong “${part}”; quan hệ này chưa ghi.`);
      for (const reference of references) {
        const other = named(reference, own.id, byNumber);
        if (typeof other === "string") {
          say(line, `${headerOf(field)}: ${other}`);
          continue;
        }
        const { kind, own: side } = sides[field];
        const [newer, older] = side === "newer" ? [own, other] : [other, own];
        claims.push({
          ...{ kind, as: field, line, older: older.id, newer: newer.id },
          ...{ olderDocument: older, newerDocument: newer },
        });
      }
    }
  }
  const refuse = (claim: Claim, why: string) => say(claim.line, `${headerOf(claim.as)}: ${why}`);
  const standing = new Map(
    [...register.documents.values()].flatMap(({ id, replacedBy }) =>
      replacedBy ? [[id, replacedBy] as const] : [],
    ),
  );
  const written = new Set<string>();
  const add = (claim: Claim, fromDay: string | null) => {
    const key = `${claim.kind} ${pairOf(claim.older, claim.newer)}`;
    if (written.has(key)) return;
    written.add(key);
    const { kind, older, newer, as, line } = claim;
    const other = sides[as].own === "newer" ? claim.olderDocument : claim.newerDocument;
    line.relations.push({ kind, older, newer, fromDay, as, document: nameOf(other) });
  };

  const replaced = claims.filter(
    ({ kind, older, newer }) => kind === "replaced" && standing.get(older) !== newer,
  );
  const claimed = Map.groupBy(replaced, ({ older }) => older);
  /** Those that could stand alone; what closes a circle among them is left out with all of its circle. */
  const sound = replaced.filter((claim) => {
    const { older, olderDocument, newerDocument } = claim;
    const now = standing.get(older);
    const successors = new Set(claimed.get(older)!.map(({ newer }) => newer));
    const why = now
      ? `sổ đã ghi ${nameOf(olderDocument)} được thay bằng ${nameOf(byId.get(now)!)}; một văn bản chỉ có một văn bản thay thế nên giữ nguyên.`
      : successors.size > 1
        ? `danh sách nêu ${successors.size} văn bản cùng thay thế ${nameOf(olderDocument)}; một văn bản chỉ có một văn bản thay thế nên chưa ghi văn bản nào.`
        : (hindrance(olderDocument) ?? replacementFault(olderDocument, newerDocument, standing));
    if (why) refuse(claim, why);
    return !why;
  });
  const together = new Map([...standing, ...sound.map(({ older, newer }) => [older, newer] as const)]);
  for (const claim of sound) {
    const { older, newer, olderDocument, newerDocument } = claim;
    if (leadsTo(together, newer, older)) {
      refuse(claim, `các văn bản thay thế nhau thành vòng (có ${nameOf(olderDocument)}) nên chưa ghi.`);
      continue;
    }
    const from = newerDocument.effectiveFrom;
    if (olderDocument.topic !== null && olderDocument.effectiveTo === null && from !== null && from > day)
      refuse(
        claim,
        `${nameOf(newerDocument)} đến ${formatDate(from)} mới có hiệu lực, nhưng ${nameOf(olderDocument)} chưa có ngày hết hiệu lực nên sổ coi là hết hiệu lực ngay; hãy điền ngày ấy.`,
      );
    standing.set(older, newer);
    add(claim, null);
  }

  const amendments = claims.filter(
    ({ kind, older, newer }) => kind === "amended" && !register.amendments.has(pairOf(older, newer)),
  );
  const pairs = new Set(amendments.map(({ older, newer }) => pairOf(older, newer)));
  for (const claim of amendments) {
    const { older, newer, olderDocument, newerDocument } = claim;
    const back = pairOf(newer, older);
    if (pairs.has(back) || register.amendments.has(back)) {
      refuse(claim, "hai văn bản được ghi là sửa đổi lẫn nhau nên chưa ghi.");
      continue;
    }
    const { fromDay, note } = amendedFrom(newerDocument);
    const fault = fromDay === null ? null : amendmentFault(olderDocument, newerDocument, fromDay);
    if (note || fault) refuse(claim, fault?.message ?? note!);
    if (fromDay !== null && !fault) add(claim, fromDay);
  }
  sayStates(lines, { register, byId, standing, written, day });
}

/** Compares the states that the list gives with those that the register will show. */
function sayStates(
  lines: JudgedDocument[],
  {
    register,
    byId,
    standing,
    written,
    day,
  }: {
    register: KnownRegister;
    byId: Map<string, KnownDocument>;
    standing: Map<string, string>;
    written: Set<string>;
    day: string;
  },
): void {
  const amended = new Set(
    [...register.amendments, ...[...written].flatMap((key) => key.match(/^amended (.*)$/u)?.[1] ?? [])].map(
      (pair) => pair.split(" ")[0]!,
    ),
  );
  for (const line of lines) {
    const own = line.documentId && byId.get(line.documentId);
    if (!own) continue;
    const force = forceOn({ ...own, replacedBy: standing.get(own.id) ?? null }, day);
    const note = stateNote(line.written.state ?? "", { force, amended: amended.has(own.id) });
    if (note) line.notes.push(note);
  }
}
