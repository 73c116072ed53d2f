import { Unacceptable } from "#platform/auth/policy.ts";
import type { ListWords } from "#platform/sheets/list-fields.ts";
import type { ListKind } from "#platform/sheets/list-kind.ts";
import { readList } from "#platform/sheets/read-list.ts";
import { groupsOff, hundredthsOf, LONGEST_CRITERION, pointsInWords } from "./points.ts";

export type CriterionField = "number" | "name" | "most";

const words: ListWords<CriterionField> = {
  number: {
    ...{ header: "Số", how: "Số của tiêu chí, mục con theo sau dấu chấm.", example: "1.2" },
    ...{ also: ["stt", "so", "tt", "ma", "so thu tu", "muc"], width: 10 },
  },
  name: {
    ...{ header: "Tiêu chí", how: "Lời của tiêu chí.", example: "Kế hoạch tuyên truyền cải cách hành chính" },
    ...{ also: ["linh vuc tieu chi", "noi dung", "tieu chi thanh phan", "ten tieu chi"], width: 70 },
  },
  most: {
    ...{ header: "Điểm tối đa", how: "Điểm cao nhất, số lẻ sau dấu phẩy.", example: "1,5" },
    ...{ also: ["diem toi da", "diem chuan", "diem cao nhat", "diem"], width: 12 },
  },
};

const criteriaList: ListKind<CriterionField> = {
  words,
  heads: ["name"],
  mostLines: 1000,
  isHeading: () => false,
};

export interface ReadCriterion {
  number: string;
  name: string;
  /** Hundredths. */
  most: number;
}

/**
 * Reads the criteria of an index from a list (.xlsx, CSV): number, words, highest points. What is wrong is told by its
 * row; where points of a group and of those under it differ, a person looks. @throws Unacceptable
 */
export async function readCriteria(bytes: Uint8Array): Promise<{
  criteria: ReadCriterion[];
  errors: { line: number; message: string }[];
  warnings: string[];
}> {
  const { lines } = await readList(criteriaList, bytes);
  const criteria: ReadCriterion[] = [];
  const errors: { line: number; message: string }[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, cells } of lines) {
    const number = (cells.number?.text ?? "").replace(/[\s.]+$/, "").replaceAll(" ", "");
    const name = cells.name?.text.trim() ?? "";
    const written = cells.most?.text ?? "";
    const most = hundredthsOf(written);
    const wrong = (message: string) => errors.push({ line, message });
    if (name === "" && written === "") continue;
    if (number === "") wrong("Chưa có số của tiêu chí.");
    else if (!/^[0-9A-Za-zĐđ]+(\.[0-9A-Za-zĐđ]+)*$/.test(number))
      wrong(`Số “${number}” chưa đúng; hãy ghi như 1.2.`);
    else if (lineOf.has(number)) wrong(`Số ${number} đã có ở dòng ${lineOf.get(number)}.`);
    else if (name === "") wrong(`Tiêu chí ${number} chưa có lời.`);
    else if (name.length > LONGEST_CRITERION) wrong(`Lời của tiêu chí ${number} dài quá 1.000 ký tự.`);
    else if (most === null) wrong(`Điểm tối đa “${written}” của tiêu chí ${number} không phải là số.`);
    else {
      lineOf.set(number, line);
      criteria.push({ number, name: name.normalize("NFC"), most });
    }
  }
  if (criteria.length + errors.length === 0)
    throw new Unacceptable("Bảng không có tiêu chí nào; cần các cột Số, Tiêu chí, Điểm tối đa.", [
      { field: "file", message: "Bảng không có tiêu chí nào." },
    ]);
  const warnings = groupsOff(criteria).map(
    ({ one, sum }) =>
      `Tiêu chí ${one.number} ghi ${pointsInWords(one.most)} điểm, cộng các tiêu chí bên trong là ${pointsInWords(sum)}.`,
  );
  return { criteria, errors, warnings };
}
