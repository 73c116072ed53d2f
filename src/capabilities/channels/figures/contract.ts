import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { groupings } from "./grouping.ts";
import { figureSources, metrics } from "./metric.ts";
import { figurePolicy } from "./policy.ts";

const right = figurePolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });
const metric = z.enum(metrics);
const value = z
  .number("Hãy ghi một số.")
  .int("Hãy ghi số nguyên.")
  .min(0, "Số không thể âm.")
  .max(1_000_000_000_000, "Số lớn bất thường; hãy xem lại.");
const day = z.iso.date("Ngày không đúng.");
const definition = z.object({
  name: z.string(),
  words: z.string(),
  version: z.number().int(),
  since: z.date(),
});

const reading = z.object({
  id: z.uuid(),
  metric,
  /** Null: what was said before was wrong, and the right number is not known. */
  value: z.number().int().nullable(),
  text: z.string().nullable(),
  takenAt: z.date(),
  dayOnly: z.boolean(),
  source: z.enum(figureSources),
  byName: z.string().nullable(),
  recordedAt: z.date(),
  reason: z.string().nullable(),
  supersedes: z.uuid().nullable(),
  supersededBy: z.uuid().nullable(),
});

const ofDelivery = z.object({
  deliveryId: z.uuid(),
  networkLabel: z.string(),
  figures: z.array(
    z.object({
      metric,
      label: z.string(),
      hint: z.string().nullable(),
      /** Null: not known. */
      newest: reading.extend({ isStale: z.boolean(), age: z.string(), definition }).nullable(),
    }),
  ),
  readings: z.array(reading),
  asking: z
    .object({
      nextAt: z.date().nullable(),
      askedAt: z.date().nullable(),
      ended: z.string().nullable(),
      trouble: z.string().nullable(),
      missing: z.array(z.object({ label: z.string(), why: z.string() })),
    })
    .nullable(),
  /** Why the network is not asked about a post under a connected account. */
  notAsked: z.string().nullable(),
  may: maySchema,
});

const question = z.object({
  by: z.enum(groupings).default("item"),
  /** Days of Việt Nam on which it was posted, both included. */
  from: day,
  to: day,
  network: z.string().max(40).optional(),
  unitId: z.uuid("Mã không đúng.").optional(),
});

const cell = z.object({
  metric,
  /** Null: not known of any. */
  sum: z.number().int().nullable(),
  known: z.number().int(),
  of: z.number().int(),
  stale: z.number().int(),
  oldestAt: z.date().nullable(),
  sources: z.array(z.enum(figureSources)),
  /** By which definitions it was counted, and on which networks: of more than one it does not count the same. */
  parts: z.array(z.object({ network: z.string(), definitionId: z.uuid() })),
});

export const figureContract = {
  figureBoard: procedure({
    method: "GET",
    path: "/channel-figures",
    summary: "Số liệu trên các kênh trong một kỳ",
    may: right("read"),
  })
    .input(question)
    .output(
      z.object({
        metrics: z.array(metric),
        placements: z.number().int(),
        total: z.array(cell),
        groups: z.array(
          z.object({
            key: z.string(),
            label: z.string(),
            placements: z.number().int(),
            cells: z.array(cell),
          }),
        ),
        /** So many there are, also where fewer are told. */
        groupCount: z.number().int(),
        takenAt: z.date(),
      }),
    ),
  exportFigures: procedure({
    method: "GET",
    path: "/channel-figures/export",
    summary: "Tải số liệu trên các kênh (.xlsx), kèm định nghĩa của nguồn",
    may: right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(question)
    .output(fileOutput),
  figuresOfDelivery: procedure({
    method: "GET",
    path: "/deliveries/{id}/figures",
    summary: "Số liệu của bài trên một kênh",
    may: right("read"),
  })
    .input(id)
    .output(ofDelivery),
  figuresOfContent: procedure({
    method: "GET",
    path: "/content/{id}/figures",
    summary: "Số liệu của bài trên mọi kênh, cộng lại",
    may: right("read"),
  })
    .input(id)
    .output(z.array(z.object({ metric, words: z.string(), places: z.number().int(), oldestAt: z.date() }))),
  recordFigures: procedure({
    method: "POST",
    path: "/deliveries/{id}/figures",
    summary: "Ghi số liệu xem được trên kênh",
    may: right("record"),
  })
    .input(
      id.extend({
        day,
        values: z.array(z.object({ metric, value })).min(1, "Hãy ghi ít nhất một số.").max(metrics.length),
        consent: z.string().trim().max(500, "Căn cứ dài quá 500 ký tự.").nullable().default(null),
      }),
    )
    .output(ofDelivery),
  correctFigure: procedure({
    method: "POST",
    path: "/deliveries/{id}/figure-corrections",
    summary: "Sửa một số đã ghi, kèm lý do",
    may: right("record"),
  })
    .input(
      id.extend({
        readingId: z.uuid("Mã không đúng."),
        value: value.nullable(),
        reason: z.string().trim().max(500, "Lý do dài quá 500 ký tự."),
      }),
    )
    .output(ofDelivery),
};
