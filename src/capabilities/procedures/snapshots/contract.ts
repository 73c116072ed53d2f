import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { LARGEST_SHEET } from "#platform/sheets/list-contract.ts";
import { procedurePolicy } from "../policy.ts";
import { type PostingState, postingStateLabels } from "../postings/posting.ts";
import { type ProcedureKey, procedureKeys } from "../reading/procedure-columns.ts";
import { type Standing, standingLabels } from "./standing.ts";

const keys = <Key extends string>(labels: Record<Key, string>) => Object.keys(labels) as [Key, ...Key[]];
const save = procedurePolicy.right("save");
const read = procedurePolicy.right("read");
const badId = "Mã không đúng.";
const id = z.object({ id: z.uuid(badId) });
const column = z.enum(procedureKeys as [ProcedureKey, ...ProcedureKey[]]);

const snapshot = z.object({
  id: z.uuid(),
  placeId: z.uuid(),
  placeName: z.string(),
  asOf: z.string(),
  isFull: z.boolean(),
  fileName: z.string(),
  takenAt: z.date(),
  takenByName: z.string(),
});

const snapshots = z.object({
  snapshots: z.array(snapshot),
  places: z.array(z.object({ id: z.uuid(), name: z.string() })),
  may: maySchema,
});

const comparison = z.object({
  snapshot,
  /** Columns that the list has and the register keeps, too; nothing is told of others. */
  compared: z.array(column),
  bad: z.array(z.object({ row: z.number().int(), errors: z.array(z.string()) })),
  findings: z.array(
    z.object({
      procedureId: z.uuid().nullable(),
      code: z.string(),
      name: z.string(),
      version: z.number().int().nullable(),
      standing: z.enum(keys<Standing>(standingLabels)),
      line: z.number().int().nullable(),
      staleVersion: z.number().int().nullable(),
      differences: z.array(z.object({ field: column, here: z.string(), there: z.string() })),
      notes: z.array(z.string()),
      changedThereOn: z.string().nullable(),
      /** What the board of postings says of the place; null: it asks nothing of it. */
      board: z.enum(keys<PostingState>(postingStateLabels)).nullable(),
      shows: z.enum(["posted", "removed"]).nullable(),
      isShown: z.boolean(),
    }),
  ),
  may: maySchema,
});

export const snapshotContract = {
  snapshots: procedure({
    method: "GET",
    path: "/procedure-snapshots",
    summary: "Các bản chụp danh mục của từng nơi công khai đã đối chiếu với sổ",
    may: read,
  }).output(snapshots),
  takeSnapshot: procedure({
    method: "POST",
    path: "/procedure-snapshots",
    summary: "Giữ một danh mục xuất từ một nơi công khai để đối chiếu; không sửa sổ",
    may: save,
  })
    .input(
      z.object({
        id: z.uuid(badId),
        placeId: z.uuid("Hãy chọn nơi xuất danh mục."),
        asOf: z.iso.date("Hãy chọn ngày xuất danh mục."),
        /** It names everything of the agency that stands there. */
        isFull: z.enum(["no", "yes"]).default("yes"),
        file: z
          .file("Hãy chọn một danh mục .xlsx, .xls, .csv hoặc .json.")
          .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
          .max(LARGEST_SHEET, "Tệp lớn hơn 10 MB nên không được nhận."),
      }),
    )
    .output(z.object({ id: z.uuid() })),
  snapshot: procedure({
    method: "GET",
    path: "/procedure-snapshots/{id}",
    summary: "So sổ hiện nay với một bản chụp: thiếu, bản cũ, khác từng mục, chỉ có ở đó",
    may: read,
  })
    .input(id)
    .output(comparison),
  snapshotSheet: procedure({
    method: "GET",
    path: "/procedure-snapshots/{id}/sheet",
    summary: "Tải kết quả đối chiếu (.xlsx)",
    may: read,
  })
    .route({ outputStructure: "detailed" })
    .input(id)
    .output(fileOutput),
  faultySnapshotRows: procedure({
    method: "GET",
    path: "/procedure-snapshots/{id}/faulty-rows",
    summary: "Tải riêng các dòng không đọc được của bản chụp, kèm điều cần sửa",
    may: read,
  })
    .route({ outputStructure: "detailed" })
    .input(id)
    .output(fileOutput),
  proveBySnapshot: procedure({
    method: "POST",
    path: "/procedure-snapshots/{id}/prove",
    summary: "Ghi các thủ tục khớp với bản chụp là đã công khai, minh chứng là bản chụp",
    may: save,
  })
    .input(
      id.extend({
        procedureIds: z
          .array(z.uuid(badId))
          .min(1, "Hãy chọn thủ tục.")
          .max(10_000, "Mỗi lần nhiều nhất 10.000 thủ tục."),
      }),
    )
    .output(z.object({ written: z.number().int() })),
  dropSnapshot: procedure({
    method: "POST",
    path: "/procedure-snapshots/{id}/drop",
    summary: "Bỏ một bản chụp chọn nhầm, có lý do; bản đang là minh chứng thì giữ",
    may: save,
  })
    .input(
      id.extend({
        reason: z.string().trim().min(1, "Hãy ghi lý do.").max(1000, "Lý do dài quá 1.000 ký tự."),
      }),
    )
    .output(snapshots),
};
