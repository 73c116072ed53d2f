import { z } from "zod";
import { pickupKinds } from "#channels/contract";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { incidentContract } from "./incidents/contract.ts";
import { toneNames } from "./sorting/tone.ts";
import { sourcePolicy } from "./sources/policy.ts";
import { sourceKinds } from "./sources/source.ts";

const right = sourcePolicy.right;
const badId = "Mã không đúng.";
const id = z.object({ id: z.uuid(badId) });
const line = (longest: number, message: string) => z.string().trim().max(longest, message);

const address = z.object({
  url: z
    .url({ protocol: /^https?$/, error: "Địa chỉ chưa đúng; hãy chép cả https://." })
    .max(2000, "Địa chỉ dài quá 2.000 ký tự."),
});
const fields = address.extend({
  name: line(200, "Tên dài quá 200 ký tự.").min(1, "Hãy ghi tên nguồn tin."),
  kind: z.enum(sourceKinds, "Hãy chọn loại nguồn tin."),
});

const source = z.object({
  id: z.uuid(),
  kind: z.enum(sourceKinds),
  name: z.string(),
  url: z.string(),
  isOn: z.boolean(),
  offReason: z.string().nullable(),
  offAt: z.date().nullable(),
  fetchedAt: z.date().nullable(),
  nextAt: z.date().nullable(),
  failingSince: z.date().nullable(),
  failureWords: z.string().nullable(),
  items: z.number().int(),
  newestAt: z.date().nullable(),
  may: maySchema,
});
const list = z.object({ sources: z.array(source), may: maySchema });

export const listeningContract = {
  ...incidentContract,
  sources: procedure({
    method: "GET",
    path: "/listening/sources",
    summary: "Nguồn tin cơ quan theo dõi",
    may: right("read"),
  }).output(list),
  trySource: procedure({
    method: "POST",
    path: "/listening/try",
    summary: "Đọc thử một nguồn tin",
    may: right("add"),
  })
    .input(address)
    .output(
      z.object({
        /** Where it lives for good. */
        url: z.string(),
        title: z.string().nullable(),
        count: z.number().int(),
        items: z.array(
          z.object({ title: z.string(), url: z.string().nullable(), publishedAt: z.date().nullable() }),
        ),
        warnings: z.array(z.string()),
      }),
    ),
  addSource: procedure({
    method: "POST",
    path: "/listening/sources",
    summary: "Theo dõi một nguồn tin; được đọc thử trước khi ghi",
    may: right("add"),
  })
    .input(
      fields.extend({
        /** Made by who sends it: sent again it is the same one. */
        id: z.uuid(badId),
      }),
    )
    .output(list),
  changeSource: procedure({
    method: "PUT",
    path: "/listening/sources/{id}",
    summary: "Sửa nguồn tin theo dõi; được đọc thử trước khi ghi",
    may: right("change"),
  })
    .input(fields.extend(id.shape))
    .output(list),
  stopSource: procedure({
    method: "POST",
    path: "/listening/sources/{id}/stop",
    summary: "Ngừng theo dõi nguồn tin, kèm lý do",
    may: right("stop"),
  })
    .input(id.extend({ reason: line(500, "Lý do dài quá 500 ký tự.").min(1, "Hãy ghi lý do.") }))
    .output(list),
  startSource: procedure({
    method: "POST",
    path: "/listening/sources/{id}/start",
    summary: "Theo dõi lại nguồn tin",
    may: right("start"),
  })
    .input(id)
    .output(list),
  items: procedure({
    method: "GET",
    path: "/listening/items",
    summary: "Tin của các nguồn đang theo dõi, mới nhất trước",
    may: right("read"),
  })
    .input(
      z.object({
        sourceId: z.uuid(badId).optional(),
        kind: z.enum(sourceKinds).optional(),
        q: z.string().max(200, "Từ tìm dài quá 200 ký tự.").optional(),
        theme: z.string().max(100).optional(),
        tone: z.enum(toneNames).optional(),
        from: z.iso.date("Ngày chưa đúng.").optional(),
        to: z.iso.date("Ngày chưa đúng.").optional(),
        page: z.coerce.number().int().min(1).max(100_000).default(1),
      }),
    )
    .output(
      z.object({
        items: z.array(
          z.object({
            id: z.uuid(),
            sourceId: z.uuid(),
            sourceName: z.string(),
            kind: z.enum(sourceKinds),
            url: z.string().nullable(),
            title: z.string(),
            summary: z.string(),
            publishedAt: z.date().nullable(),
            seenAt: z.date(),
            themes: z.array(z.string()),
            tone: z.enum(toneNames).nullable(),
            hasIncident: z.boolean(),
            /** Our text that it was made of. */
            copy: z
              .object({
                ...{ contentId: z.uuid(), title: z.string(), kindLabel: z.string() },
                ...{ share: z.number().int(), isCredited: z.boolean() },
                /** Of how many runs of three syllables; null: of title and beginning alone, as it was done before. */
                compared: z.number().int().nullable(),
              })
              .nullable(),
            /** What the register of the press has of this address. */
            pickups: z.array(
              z.object({ itemId: z.uuid(), itemTitle: z.string(), kind: z.enum(pickupKinds) }),
            ),
          }),
        ),
        total: z.number().int(),
        pageSize: z.number().int(),
        may: maySchema,
      }),
    ),
};
