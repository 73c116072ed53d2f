import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { procedurePolicy } from "../policy.ts";
import { type PlaceKind, type PostingState, placeKindLabels, postingStateLabels } from "./posting.ts";

const keys = <Key extends string>(labels: Record<Key, string>) => Object.keys(labels) as [Key, ...Key[]];
const save = procedurePolicy.right("save");
const badId = "Mã không đúng.";

const place = z.object({
  id: z.uuid(badId),
  kind: z.enum(keys<PlaceKind>(placeKindLabels)),
  name: z.string().trim().min(1, "Hãy ghi tên nơi công khai.").max(200, "Tên dài quá 200 ký tự."),
  workingDays: z
    .number("Hãy ghi số ngày.")
    .int("Hãy ghi số nguyên.")
    .min(0, "Ít nhất 0 ngày.")
    .max(250, "Nhiều nhất 250 ngày."),
  isUsed: z.boolean(),
});

const share = z.object({ done: z.number().int(), total: z.number().int() });

const board = z.object({
  places: z.array(place),
  /** Also those that are out of use. */
  allPlaces: z.array(place),
  rows: z.array(
    z.object({
      procedureId: z.uuid(),
      code: z.string(),
      name: z.string(),
      version: z.number().int(),
      isOver: z.boolean(),
      decision: z.object({ id: z.uuid(), number: z.string(), issuedOn: z.string() }).nullable(),
      /** Its page on the portal. */
      path: z.string(),
      cells: z.array(
        z.object({
          placeId: z.uuid(),
          state: z.enum(keys<PostingState>(postingStateLabels)),
          dueOn: z.string().nullable(),
          isLate: z.boolean(),
          isAutomatic: z.boolean(),
          proof: z
            .object({
              id: z.uuid(),
              version: z.number().int(),
              seenOn: z.string(),
              url: z.string().nullable(),
              hasFile: z.boolean(),
            })
            .nullable(),
        }),
      ),
    }),
  ),
  figures: z.object({
    procedures: share,
    cells: share,
    inTime: share,
    late: z.number().int(),
    places: z.array(share.extend({ placeId: z.uuid() })),
  }),
  may: maySchema,
});

const done = z.object({ done: z.literal(true) });

export const postingContract = {
  postings: procedure({
    method: "GET",
    path: "/procedure-postings",
    summary: "Thủ tục nào đã công khai ở nơi nào, bản nào, nơi nào còn thiếu, quá hạn",
    may: procedurePolicy.right("read"),
  }).output(board),
  recordPosting: procedure({
    method: "POST",
    path: "/procedure-postings",
    summary: "Ghi thủ tục đã công khai (hoặc đã gỡ) ở một nơi, kèm địa chỉ hoặc ảnh, tệp",
    may: save,
  })
    .input(
      z.object({
        id: z.uuid(badId),
        placeId: z.uuid("Hãy chọn nơi công khai."),
        procedureIds: z
          .array(z.uuid(badId))
          .min(1, "Hãy chọn thủ tục.")
          .max(500, "Mỗi lần nhiều nhất 500 thủ tục."),
        seenOn: z.iso.date("Hãy chọn ngày đã thấy."),
        url: z
          .url({ protocol: /^https?$/, error: "Địa chỉ phải bắt đầu bằng http:// hoặc https://." })
          .max(2000, "Địa chỉ dài quá 2.000 ký tự.")
          .optional(),
        note: z.string().trim().max(1000, "Ghi chú dài quá 1.000 ký tự.").default(""),
        file: z.file().max(20_000_000, "Tệp lớn hơn 20 MB nên không được nhận.").optional(),
      }),
    )
    .output(done),
  dropPosting: procedure({
    method: "POST",
    path: "/procedure-postings/{id}/drop",
    summary: "Bỏ một minh chứng công khai ghi nhầm, có lý do",
    may: save,
  })
    .input(
      z.object({
        id: z.uuid(badId),
        reason: z.string().trim().min(1, "Hãy ghi lý do.").max(1000, "Lý do dài quá 1.000 ký tự."),
      }),
    )
    .output(done),
  savePlaces: procedure({
    method: "PUT",
    path: "/posting-places",
    summary: "Đặt những nơi phải công khai thủ tục và số ngày làm việc",
    may: save,
  })
    .input(z.object({ places: z.array(place).max(20, "Nhiều nhất 20 nơi.") }))
    .output(done),
};
