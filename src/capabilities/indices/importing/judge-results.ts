import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { slugify } from "#platform/text/slugify.ts";
import { resultInWords } from "../index-kind.ts";
import { asPublished, refuseImpossibleResult } from "../save-result.ts";
import { indexComponent, indexEntity, indexKind, indexResult } from "../tables.ts";
import { type KeptResult, keptOf, saysTheSame } from "./kept-result.ts";
import type { LineState } from "./line-state.ts";
import { MOST_RESULTS, type WrittenResult } from "./read-results.ts";

/** A line of the sheet, and what becomes of it. */
export interface JudgedLine {
  line: number;
  state: LineState;
  /** "PAR INDEX 2025, Tỉnh Bắc Ninh sau sáp nhập". */
  about: string;
  /** What stands now; null: nothing. */
  before: string | null;
  /** What the line says: "91,16%, thứ 4/63". */
  after: string;
  errors: string[];
  /** The result that stands, and what is to be written; null for a line at fault. */
  resultId: string | null;
  known: KeptResult | null;
  result: KeptResult | null;
}

/** Compares names without diacritics, case and signs. */
const sameName = (one: string, other: string): boolean => slugify(one) === slugify(other);

interface Known {
  kinds: (typeof indexKind.$inferSelect)[];
  entities: (typeof indexEntity.$inferSelect)[];
  components: (typeof indexComponent.$inferSelect)[];
  results: (typeof indexResult.$inferSelect)[];
}

async function knownOf(q: Queryable, agencyId: string): Promise<Known> {
  return {
    kinds: await q.select().from(indexKind).where(eq(indexKind.agencyId, agencyId)),
    entities: await q.select().from(indexEntity).where(eq(indexEntity.agencyId, agencyId)),
    components: await q.select().from(indexComponent).where(eq(indexComponent.agencyId, agencyId)),
    results: await q.select().from(indexResult).where(eq(indexResult.agencyId, agencyId)),
  };
}

const wholeIndex = /^(?:ca chi so|toan bo|tong|tong diem|chung)?$/;
const placeOf = (text: string): number | null =>
  /^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : null;

/** What a line names and says, or why it cannot be taken. */
function resultOf(written: WrittenResult, known: Known, today: string): KeptResult | string[] {
  const errors = written.faults.map((head) => `Ô “${head}” có lỗi của bảng tính.`);
  const named = (name: string, what: string) => (name === "" ? `Chưa ghi ${what}.` : null);
  const kind = known.kinds.find(
    (one) => sameName(one.shortName, written.index) || sameName(one.name, written.index),
  );
  if (!kind)
    errors.push(
      named(written.index, "chỉ số") ??
        `Cơ quan chưa ghi chỉ số “${written.index}”; hãy ghi chỉ số ấy trước.`,
    );
  const entity = known.entities.find(({ name }) => sameName(name, written.entity));
  if (!entity)
    errors.push(
      named(written.entity, "đơn vị") ??
        `Không có đơn vị được xếp hạng nào tên “${written.entity}”; hãy ghi đúng tên trong danh sách.`,
    );
  const [, year] = /^(?:năm\s*)?((?:19|20|21)\d{2})$/iu.exec(written.edition) ?? [];
  if (!year) errors.push(`Năm “${written.edition}” chưa đúng; hãy ghi năm được đánh giá, ví dụ 2025.`);
  const part = slugify(written.component).replaceAll("-", " ");
  const number = /^\d+/.exec(written.component)?.[0];
  const component = wholeIndex.test(part)
    ? null
    : known.components.find(
        (one) =>
          one.indexId === kind?.id &&
          (sameName(one.name, written.component) ||
            (number !== undefined &&
              one.number === Number(number) &&
              [number, `${number}-${slugify(one.name)}`].includes(slugify(written.component)))),
      );
  if (kind && component === undefined)
    errors.push(`${kind.shortName} không có thành phần “${written.component}”.`);
  const score = asPublished(written.score.replace(/\s*(?:%|điểm)$/u, ""));
  if (score !== "" && !/^\d{1,5}(?:\.\d{1,4})?$/.test(score))
    errors.push(`Điểm “${written.score}” không phải là một số có nhiều nhất bốn số lẻ.`);
  else if (score !== "" && kind?.unit === "percent" && Number(score) > 0 && Number(score) < 1)
    errors.push(
      `Điểm ${written.score} nhỏ hơn 1%: nếu ô có định dạng phần trăm, hãy ghi như đã công bố, ví dụ 91,16.`,
    );
  const [rankText = "", among = written.ranked] = written.rank.replace(/^thứ\s*/iu, "").split(/\s*\/\s*/);
  const rank = placeOf(rankText);
  const ranked = placeOf(among);
  if (rankText !== "" && rank === null) errors.push(`Hạng “${written.rank}” chưa đúng; ví dụ 4 hoặc 4/63.`);
  if (among !== "" && ranked === null) errors.push(`Tổng số đơn vị “${among}” chưa đúng.`);
  if (written.publishedOn === false) errors.push("Ngày công bố không có thật.");
  if (written.source === "") errors.push("Chưa ghi nguồn.");
  if (written.source.length > 500) errors.push("Nguồn dài quá 500 ký tự.");
  if (written.note.length > 1000) errors.push("Ghi chú dài quá 1.000 ký tự.");
  if (written.url !== "" && (!URL.canParse(written.url) || !/^https?:/i.test(written.url)))
    errors.push("Đường dẫn chưa đúng; hãy chép cả https://.");
  if (errors.length > 0 || !kind || !entity || !year || component === undefined) return errors;
  const result: KeptResult = {
    ...{ indexId: kind.id, entityId: entity.id, componentId: component?.id ?? null, edition: Number(year) },
    ...{ score: score === "" ? null : score, rank, ranked, publishedOn: written.publishedOn || null },
    ...{ source: written.source, url: written.url || null, isCertain: written.isCertain, note: written.note },
  };
  try {
    refuseImpossibleResult({ id: "", ...result }, component?.most ?? kind.most, entity, today);
  } catch (error) {
    if (error instanceof Unacceptable) return [error.message];
    throw error;
  }
  return result;
}

/** Spreadsheets drop zeros at the end of a number: what was kept with them says the same. */
const withKeptZeros = (given: KeptResult, known: KeptResult | null): KeptResult =>
  known?.score &&
  given.score &&
  known.score.length > given.score.length &&
  Number(known.score) === Number(given.score)
    ? { ...given, score: known.score }
    : given;

/** Tells of each line, in the order of the sheet, what would become of it; `today` in Việt Nam. */
export async function judgeResults(
  q: Queryable,
  { agencyId, today, written }: { agencyId: string; today: string; written: WrittenResult[] },
): Promise<JudgedLine[]> {
  if (written.length === 0) refuseSheet("Bảng không có dòng kết quả nào.");
  if (written.length > MOST_RESULTS)
    refuseSheet(`Bảng có hơn ${MOST_RESULTS.toLocaleString("vi-VN")} dòng nên chưa đọc; hãy chia nhỏ.`);
  const known = await knownOf(q, agencyId);
  const keyOf = (one: KeptResult) => [one.indexId, one.entityId, one.componentId, one.edition].join(" ");
  const standing = new Map(known.results.map((one) => [keyOf(one), one]));
  const seen = new Map<string, number>();
  return written.map((row): JudgedLine => {
    const about = `${row.index || "?"} ${row.edition}, ${row.entity || "?"}${row.component && `, ${row.component}`}`;
    const given = resultOf(row, known, today);
    const bad = (errors: string[]): JudgedLine => ({
      ...{ line: row.line, state: "bad", about, before: null, after: "", errors },
      ...{ resultId: null, known: null, result: null },
    });
    if (Array.isArray(given)) return bad(given);
    const key = keyOf(given);
    const earlier = seen.get(key);
    if (earlier !== undefined) return bad([`Kết quả này đã có ở dòng ${earlier}.`]);
    seen.set(key, row.line);
    const unit = known.kinds.find(({ id }) => id === given.indexId)!.unit;
    const stands = standing.get(key);
    const before = stands ? keptOf(stands) : null;
    const result = withKeptZeros(given, before);
    const state = before === null ? "new" : saysTheSame(before, result) ? "same" : "changed";
    return {
      ...{ line: row.line, state, about, errors: [], resultId: stands?.id ?? null, known: before, result },
      before: before && resultInWords(before, unit),
      after: resultInWords(result, unit),
    };
  });
}

export function refuseSheet(message: string, field = "file"): never {
  throw new Unacceptable(message, [{ field, message }]);
}
