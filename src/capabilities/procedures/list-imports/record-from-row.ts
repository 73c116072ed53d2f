import { formsOf, paperNamed } from "../forms/papers-forms.ts";
import { audiences, type ProcedureRecord } from "../procedure-record.ts";
import type { ProcedureState } from "../procedure-state.ts";
import { partsOf, wordMeant } from "../reading/meaning.ts";
import type { ProcedureKey } from "../reading/procedure-columns.ts";
import { basisInWords } from "../record-words.ts";
import { methodsFrom } from "./methods-from-row.ts";

type Written = Partial<Record<ProcedureKey, string>>;

const levels = { bo: "ministry", tinh: "province", huyen: "district", xa: "commune", khac: "other" } as const;
const serviceLevels = { toan_trinh: "full", mot_phan: "partial", khong: "none" } as const;
const whom: Record<string, string> = {
  cong_dan: audiences[0],
  doanh_nghiep: audiences[4],
  to_chuc: audiences[6],
  khac: "Khác",
};

/** What a word of a list means for the record; undefined when it says nothing that is known. */
const meant = <Value>(key: ProcedureKey, text: string, values: Record<string, Value>): Value | undefined =>
  values[wordMeant(key, text) ?? ""];

const sameLines = (one: string[], other: string[]) => one.join("\n") === other.join("\n");

/** One of the national list as it is written there, else by what it means, else as it came. */
const audienceFrom = (text: string): string[] => [
  ...new Set(
    partsOf(text).map(
      (part) =>
        audiences.find((known) => known.toLowerCase() === part.toLowerCase()) ??
        whom[wordMeant("doi_tuong", part) ?? ""] ??
        part,
    ),
  ),
];

interface PaperInJson {
  ten?: unknown;
  so_ban_chinh?: unknown;
  so_ban_sao?: unknown;
  mau_don_url?: unknown;
}

const count = (value: unknown, usual: number) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1000 ? value : usual;

function paperFrom(part: string): ProcedureRecord["components"][number]["papers"][number] {
  const blank = { name: part, originals: 0, copies: 0, formName: "", formUrl: null, note: "" };
  if (!part.startsWith("{")) return blank;
  try {
    const given = JSON.parse(part) as PaperInJson;
    if (typeof given.ten !== "string" || given.ten.trim() === "") return blank;
    const url =
      typeof given.mau_don_url === "string" && URL.canParse(given.mau_don_url) ? given.mau_don_url : null;
    return {
      ...blank,
      name: given.ten.trim(),
      originals: count(given.so_ban_chinh, 0),
      copies: count(given.so_ban_sao, 0),
      formUrl: url !== null && /^https?:/u.test(url) ? url : null,
    };
  } catch {
    return blank;
  }
}

/**
 * Papers as the list names them; what is known of the same papers (which form, its files) stays with them. Where as many
 * are named as before, one that has another name is the one in its place. `lost` are the files that no paper has any more.
 */
function componentsFrom(text: string, before: ProcedureRecord["components"]) {
  const papers = partsOf(text).map(paperFrom);
  const known = before.flatMap((one) => one.papers);
  if (
    sameLines(
      known.map(({ name }) => name),
      papers.map(({ name }) => name),
    )
  )
    return { components: before, lost: [] };
  const named = papers.map((paper, index) => {
    const same = paperNamed(before, paper.name, "");
    const inPlace = known.length === papers.length ? known[index]! : null;
    const stillNamed = inPlace !== null && paperNamed([{ case: "", papers }], inPlace.name, "") !== null;
    const of = same ?? (stillNamed ? null : inPlace);
    if (of === null) return paper;
    const { forms, formName } = of;
    return { ...paper, formName, formUrl: paper.formUrl ?? of.formUrl, ...(forms && { forms }) };
  });
  const components = [{ case: "", papers: named }];
  const kept = new Set(formsOf({ components }).map(({ id }) => id));
  return { components, lost: formsOf({ components: before }).filter(({ id }) => !kept.has(id)) };
}

function basisFrom(text: string, before: ProcedureRecord["legalBasis"]) {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return sameLines(before.map(basisInWords), lines)
    ? before
    : lines.map((abstract) => ({ number: "", abstract, issuedOn: null, issuer: "" }));
}

/**
 * What a row of a list makes of a record: a column that is absent, or a cell that is empty, leaves what stands. `notes`
 * say what could not be taken.
 */
export function recordFromRow(
  written: Written,
  before: ProcedureRecord,
): { record: ProcedureRecord; notes: string[] } {
  const notes: string[] = [];
  const record: ProcedureRecord = { ...before };
  const take = (key: ProcedureKey, by: (text: string) => void) => {
    const text = written[key];
    if (text !== undefined && text !== "") by(text);
  };
  take("ten_tthc", (text) => {
    record.name = text;
  });
  take("ten_linh_vuc", (text) => {
    record.field = text;
  });
  take("ten_co_quan", (text) => {
    record.implementingAgency = text;
  });
  take("cap_thuc_hien", (text) => {
    record.level = meant("cap_thuc_hien", text, levels) ?? before.level;
  });
  take("muc_do_dvc", (text) => {
    record.serviceLevel = meant("muc_do_dvc", text, serviceLevels) ?? before.serviceLevel;
  });
  take("doi_tuong", (text) => {
    record.audience = audienceFrom(text);
  });
  take("trinh_tu", (text) => {
    record.steps = text;
  });
  take("yeu_cau", (text) => {
    record.conditions = text;
  });
  take("ket_qua", (text) => {
    record.results = partsOf(text);
  });
  take("thanh_phan_ho_so", (text) => {
    const { components, lost } = componentsFrom(text, before.components);
    record.components = components;
    if (lost.length > 0)
      notes.push(
        `Tệp biểu mẫu ${lost.map(({ fileName }) => `“${fileName}”`).join(", ")} ở lại bản trước: danh mục không còn giấy tờ có biểu mẫu ấy.`,
      );
  });
  take("can_cu_phap_ly", (text) => {
    record.legalBasis = basisFrom(text, before.legalBasis);
  });
  take("so_quyet_dinh_cong_bo", (text) => {
    record.decisionNumber = text;
  });
  take("ngay_cong_bo", (text) => {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) record.decidedOn = text;
    else notes.push(`Ngày công bố “${text.slice(0, 60)}” không phải ngày nên không được lấy.`);
  });
  take("url_dvc", (text) => {
    if (URL.canParse(text) && /^https?:/u.test(text)) record.nationalUrl = text;
    else notes.push(`Đường dẫn “${text.slice(0, 60)}” không phải địa chỉ web nên không được lấy.`);
  });
  record.methods = methodsFrom(written, before.methods);
  return { record, notes };
}

/** In which state the list says that it is; null: the list has no word for it. */
export function stateFromRow({ trang_thai: text }: Written): ProcedureState | null {
  if (text === undefined || text === "") return null;
  return (
    meant("trang_thai", text, {
      hieu_luc: "in-force",
      tam_dung: "paused",
      het_hieu_luc: "repealed",
    } as const) ?? null
  );
}
