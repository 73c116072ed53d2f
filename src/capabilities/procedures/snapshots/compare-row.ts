import { tonesApart } from "#platform/text/tones-apart.ts";
import { feesFrom } from "../list-imports/methods-from-row.ts";
import { recordFromRow, stateFromRow } from "../list-imports/record-from-row.ts";
import { channelLabels, type ProcedureRecord } from "../procedure-record.ts";
import { type ProcedureState, stateLabels } from "../procedure-state.ts";
import { isFormal } from "../reading/formal.ts";
import { meaningOf, wordMeant } from "../reading/meaning.ts";
import { kindOf, type ProcedureKey } from "../reading/procedure-columns.ts";
import { feeInWords, limitInWords, partInWords } from "../record-words.ts";

type Written = Partial<Record<ProcedureKey, string>>;

export interface FieldDifference {
  field: ProcedureKey;
  /** What the register says, and what stands at the place; empty: nothing. */
  here: string;
  there: string;
}

export interface Compared {
  differences: FieldDifference[];
  /** Columns that differ in the place of a tone mark alone. */
  spelling: ProcedureKey[];
  /** Columns that differ in capitals, punctuation or how numbers are set alone. */
  formal: ProcedureKey[];
}

/** A column, what of a record it tells, and the columns that are read with it. */
interface Aspect {
  field: ProcedureKey;
  part: keyof ProcedureRecord;
  with?: ProcedureKey[];
}

const aspects: Aspect[] = [
  { field: "ten_tthc", part: "name" },
  { field: "ten_linh_vuc", part: "field" },
  { field: "ten_co_quan", part: "implementingAgency" },
  { field: "cap_thuc_hien", part: "level" },
  { field: "doi_tuong", part: "audience" },
  { field: "muc_do_dvc", part: "serviceLevel" },
  { field: "kenh", part: "methods" },
  { field: "thoi_han", part: "methods", with: ["don_vi_thoi_han", "thoi_han_mo_ta"] },
  { field: "phi_le_phi", part: "methods" },
  { field: "thanh_phan_ho_so", part: "components" },
  { field: "trinh_tu", part: "steps" },
  { field: "yeu_cau", part: "conditions" },
  { field: "ket_qua", part: "results" },
  { field: "can_cu_phap_ly", part: "legalBasis" },
  { field: "so_quyet_dinh_cong_bo", part: "decisionNumber" },
  { field: "ngay_cong_bo", part: "decidedOn" },
  { field: "url_dvc", part: "nationalUrl" },
];

/** The columns of these that say something which the register keeps, too. */
export const comparedColumns = (columns: ProcedureKey[]): ProcedureKey[] => [
  ...aspects.map(({ field }) => field).filter((field) => columns.includes(field)),
  ...(columns.includes("trang_thai") ? (["trang_thai"] as const) : []),
];

const lines = (texts: string[]): string => [...new Set(texts.filter((text) => text !== ""))].join("\n");

/** What a record says of a column, in words. */
function wordsOf(record: ProcedureRecord, { field, part }: Aspect): string {
  if (field === "kenh") return lines(record.methods.map(({ channel }) => channelLabels[channel]));
  if (field === "thoi_han") return lines(record.methods.map(limitInWords));
  if (field === "phi_le_phi") return lines(record.methods.flatMap(({ fees }) => fees.map(feeInWords)));
  return partInWords(record, part);
}

/** Whether the cell holds something that no record can take: it is none of what the register says. */
const saysNothingKnown = (field: ProcedureKey, cell: string, notes: string[]): boolean =>
  notes.length > 0 || (kindOf(field) === "word" && wordMeant(field, cell) === null);

const sameSet = new Set<ProcedureKey>(["doi_tuong", "kenh", "phi_le_phi"]);

/** Words so that two that mean the same are equal: layout, order of a set and punctuation at the end are left aside. */
function meant(field: ProcedureKey, words: string): string {
  if (sameSet.has(field))
    return words
      .split("\n")
      .map((line) => line.trim())
      .sort()
      .join("\n");
  return meaningOf(field, words);
}

const written = (row: Written, { field, with: others = [] }: Aspect): Written =>
  Object.fromEntries([field, ...others].map((key) => [key, row[key] ?? ""]));

/** One amount, whatever it is called and whatever is told of it, for every way of handing in; or the same words. */
function sameFees(cell: string, { methods }: ProcedureRecord): boolean {
  const [read] = feesFrom(cell);
  return methods.every(({ fees }) => {
    const [only, ...more] = fees;
    if (read?.amount === null) return meaningOf("phi_le_phi", fees.map(feeInWords).join("\n")) === cell;
    return more.length === 0 && (only ? only.amount === read!.amount : read!.amount === 0);
  });
}

/** What the cell says as it is read by a person: a number with its unit. */
const cellWords = (row: Written, { field, with: others = [] }: Aspect): string =>
  [field, ...others]
    .map((key) => row[key] ?? "")
    .filter((text) => text !== "")
    .join(" ");

/**
 * Compares what a row of a list says with a record, column by column: a column that the list has not tells nothing, an
 * empty cell of one that it has says that nothing stands there.
 */
export function compareRow(
  row: Written,
  columns: ReadonlySet<ProcedureKey>,
  record: ProcedureRecord,
): Compared {
  const compared: Compared = { differences: [], spelling: [], formal: [] };
  for (const aspect of aspects) {
    const { field } = aspect;
    if (!columns.has(field)) continue;
    const here = wordsOf(record, aspect);
    const there = cellWords(row, aspect);
    if (there === "") {
      if (here !== "") compared.differences.push({ field, here, there });
      continue;
    }
    if (field === "phi_le_phi" && sameFees(there, record)) continue;
    const read = recordFromRow(written(row, aspect), record);
    const [was, is] = [meant(field, here), meant(field, wordsOf(read.record, aspect))];
    if (!saysNothingKnown(field, row[field] ?? "", read.notes) && was === is) continue;
    if (was !== is && tonesApart(was) === tonesApart(is)) compared.spelling.push(field);
    else if (isFormal(field, { [field]: here }, { [field]: there })) compared.formal.push(field);
    else compared.differences.push({ field, here, there });
  }
  return compared;
}

/** Whether it is carried out, as the row says and as the register says; empty: the same, or the row has no word for it. */
export function compareState(row: Written, state: ProcedureState): FieldDifference[] {
  const there = stateFromRow(row);
  return there === null || there === state
    ? []
    : [{ field: "trang_thai", here: stateLabels[state], there: row.trang_thai ?? "" }];
}
