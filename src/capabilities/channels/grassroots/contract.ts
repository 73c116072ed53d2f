import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { lineTried, sheetRead, sheetToTry } from "#platform/sheets/list-contract.ts";
import { deliveryStates } from "../deliveries/delivery.ts";
import { playFields } from "./play-list.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { keySorts, madeKeySorts, playStates, priorities, stationSorts, stationWays } from "./station.ts";

const right = loudspeakerPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });
const name = z.string().trim().min(1, "Hãy ghi tên.").max(200, "Tên dài quá 200 ký tự.");
const code = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
    "Mã gồm chữ không dấu, số, dấu chấm, gạch; nhiều nhất 40 ký tự.",
  );
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Giờ ghi như 17:00.");
const day = z.iso.date("Ngày chưa đúng.").nullable();
const whole = (least: number, most: number, message: string) =>
  z.number(message).int(message).min(least, message).max(most, message);

const area = z.object({
  name,
  code,
  isDifficult: z.boolean(),
  difficultBasis: z.string().trim().max(300, "Căn cứ dài quá 300 ký tự.").default(""),
  isClosed: z.boolean().default(false),
});
const station = z.object({
  areaId: z.uuid("Hãy chọn địa bàn."),
  code,
  name,
  sort: z.enum(stationSorts, "Hãy chọn loại."),
  way: z.enum(stationWays, "Hãy chọn cách nhận."),
  keeper: z.string().trim().max(300, "Người phụ trách dài quá 300 ký tự.").default(""),
  clusters: whole(0, 10_000, "Số cụm loa từ 0 đến 10.000."),
  note: z.string().trim().max(1000, "Ghi chú dài quá 1.000 ký tự.").default(""),
  isClosed: z.boolean().default(false),
});
const slot = z.object({
  name,
  weekdays: z.string().regex(/^[1-7]{1,7}$/, "Hãy chọn ít nhất một ngày trong tuần."),
  fromTime: time,
  toTime: time,
});
const keptSlot = slot.extend({ isClosed: z.boolean().default(false) });
const limits = z.object({
  earliest: time,
  latest: time,
  slotsADay: whole(1, 24, "Số buổi mỗi ngày từ 1 đến 24.").nullable(),
  minutesASlot: whole(1, 240, "Số phút mỗi buổi từ 1 đến 240.").nullable(),
  daysAWeek: whole(1, 7, "Số ngày mỗi tuần từ 1 đến 7.").nullable(),
  basis: z.string().trim().max(300, "Căn cứ dài quá 300 ký tự.").default(""),
});

const register = z.object({
  /** The proxy in front tells by which certificate a device proved itself. */
  takesCertificates: z.boolean(),
  areas: z.array(area.extend(id.shape)),
  stations: z.array(
    station.extend({
      ...id.shape,
      areaName: z.string(),
      isDifficult: z.boolean(),
      seenAt: z.date().nullable(),
      said: z
        .object({ software: z.string(), storageFreeMb: z.number().nullable(), failed: z.array(z.string()) })
        .nullable(),
      keys: z.array(
        z.object({
          id: z.uuid(),
          sort: z.enum(keySorts),
          ending: z.string(),
          madeAt: z.date(),
          usedAt: z.date().nullable(),
        }),
      ),
      may: maySchema,
    }),
  ),
  slots: z.array(slot.extend(id.shape)),
  limits: limits.extend({ isOwn: z.boolean() }),
  slotIssues: z.array(z.string()),
  may: maySchema,
});

const moments = z.object({ playFrom: z.date(), playUntil: z.date() });
const ofDelivery = z.object({
  forStations: z.boolean(),
  /** By which logs name the bulletin. */
  code: z.string(),
  seconds: z.number().int().nullable(),
  /** Stations can take it now. */
  isPublic: z.boolean(),
  barred: z.string().nullable(),
  broadcasts: z.array(
    z.object({
      id: z.uuid(),
      stationId: z.uuid(),
      stationName: z.string(),
      stationWay: z.enum(stationWays),
      areaName: z.string(),
      isDifficult: z.boolean(),
      priority: z.enum(priorities),
      repeats: z.number().int(),
      edition: z.number().int(),
      confirmedByName: z.string().nullable(),
      withdrawnAt: z.date().nullable(),
      withdrawnWhy: z.string().nullable(),
      windows: z.array(moments),
      taken: z.array(z.object({ takenBy: z.string(), at: z.date() })),
      plays: z.number().int(),
      failed: z.number().int(),
      fetched: z.number().int(),
      lastAt: z.date().nullable(),
    }),
  ),
  /** What stations said last, the newest first. */
  log: z.array(
    z.object({
      id: z.uuid(),
      stationName: z.string(),
      state: z.enum(playStates),
      startedAt: z.date(),
      reason: z.string(),
      doubt: z.enum(["after-withdrawal", "former-text", "other-audio", "out-of-window"]).nullable(),
      source: z.enum(["device", "import", "page", "person"]),
    }),
  ),
  choices: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      areaName: z.string(),
      isDifficult: z.boolean(),
      has: z.boolean(),
    }),
  ),
  slots: z.array(slot.extend(id.shape)),
  may: maySchema,
});

const coverage = z.object({
  month: z.string(),
  at: z.date(),
  areas: z.array(
    z.object({
      areaId: z.uuid(),
      name: z.string(),
      code: z.string(),
      isDifficult: z.boolean(),
      stations: z.number().int(),
      given: z.number().int(),
      heard: z.number().int(),
      due: z.number().int(),
      kept: z.number().int(),
      plays: z.number().int(),
      doubtful: z.number().int(),
      lastAt: z.date().nullable(),
    }),
  ),
});
const month = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Hãy chọn tháng.") });
const sheet = sheetToTry(playFields);

export const loudspeakerContract = {
  loudspeakers: procedure({
    method: "GET",
    path: "/loudspeakers",
    summary: "Sổ địa bàn, đài, cụm loa, khung giờ phát",
    may: right("read"),
  }).output(register),
  addLoudspeakerArea: procedure({
    method: "POST",
    path: "/loudspeaker-areas",
    summary: "Ghi địa bàn",
    may: right("keep"),
  })
    .input(area)
    .output(register),
  changeLoudspeakerArea: procedure({
    method: "PUT",
    path: "/loudspeaker-areas/{id}",
    summary: "Sửa địa bàn",
    may: right("keep"),
  })
    .input(area.extend(id.shape))
    .output(register),
  addLoudspeakerStation: procedure({
    method: "POST",
    path: "/loudspeaker-stations",
    summary: "Ghi đài, cụm loa",
    may: right("keep"),
  })
    .input(station)
    .output(register),
  changeLoudspeakerStation: procedure({
    method: "PUT",
    path: "/loudspeaker-stations/{id}",
    summary: "Sửa đài, cụm loa",
    may: right("keep"),
  })
    .input(station.extend(id.shape))
    .output(register),
  addLoudspeakerSlot: procedure({
    method: "POST",
    path: "/loudspeaker-slots",
    summary: "Ghi khung giờ phát",
    may: right("keep"),
  })
    .input(keptSlot)
    .output(register),
  changeLoudspeakerSlot: procedure({
    method: "PUT",
    path: "/loudspeaker-slots/{id}",
    summary: "Sửa khung giờ phát",
    may: right("keep"),
  })
    .input(keptSlot.extend(id.shape))
    .output(register),
  setLoudspeakerLimits: procedure({
    method: "PUT",
    path: "/loudspeaker-limits",
    summary: "Đặt giới hạn giờ phát",
    may: right("keep"),
  })
    .input(limits)
    .output(register),
  makeStationKey: procedure({
    method: "POST",
    path: "/loudspeaker-stations/{id}/keys",
    summary: "Tạo khóa cho máy của đài hoặc đường dẫn nhận bản tin; chỉ cho xem một lần",
    may: right("letIn"),
    sensitive: true,
  })
    .input(id.extend({ sort: z.enum(madeKeySorts) }))
    .output(z.object({ key: z.string(), register })),
  bindStationCertificate: procedure({
    method: "POST",
    path: "/loudspeaker-stations/{id}/certificates",
    summary: "Gắn chứng thư của máy với đài",
    may: right("letIn"),
    sensitive: true,
  })
    .input(
      id.extend({
        certificate: z.string().trim().min(1, "Hãy dán chứng thư.").max(16_000, "Dài bất thường."),
      }),
    )
    .output(register),
  revokeStationKey: procedure({
    method: "DELETE",
    path: "/loudspeaker-keys/{keyId}",
    summary: "Thu hồi khóa hoặc đường dẫn của đài",
    may: right("letIn"),
  })
    .input(z.object({ keyId: z.uuid("Mã không đúng.") }))
    .output(register),
  loudspeakerBulletins: procedure({
    method: "GET",
    path: "/loudspeaker-bulletins",
    summary: "Bản tin phát ở đài, cụm loa",
    may: right("read"),
  })
    .input(z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }))
    .output(
      z.object({
        bulletins: z.array(
          z.object({
            id: z.uuid(),
            title: z.string(),
            state: z.enum(deliveryStates),
            seconds: z.number().int().nullable(),
            stations: z.number().int(),
            waitsForSecond: z.boolean(),
            firstAt: z.date().nullable(),
            lastAt: z.date().nullable(),
            plays: z.number().int(),
            playedAt: z.number().int(),
            doubtful: z.number().int(),
          }),
        ),
        isLast: z.boolean(),
        may: maySchema,
      }),
    ),
  broadcasts: procedure({
    method: "GET",
    path: "/deliveries/{id}/broadcasts",
    summary: "Bản tin ở đài, cụm loa nào, đã tải, đã phát chưa",
    may: right("read"),
  })
    .input(id)
    .output(ofDelivery),
  planBroadcasts: procedure({
    method: "POST",
    path: "/deliveries/{id}/broadcasts",
    summary: "Giao bản tin cho đài, cụm loa theo khung giờ",
    may: right("plan"),
  })
    .input(
      id.extend({
        stationIds: z
          .array(z.uuid("Mã không đúng."))
          .min(1, "Hãy chọn đài, cụm loa.")
          .max(2000, "Mỗi lần giao nhiều nhất 2.000 đài, cụm loa."),
        priority: z.enum(priorities, "Hãy chọn mức ưu tiên."),
        slotId: z.uuid("Hãy chọn khung giờ phát.").nullable().default(null),
        fromDay: day.default(null),
        toDay: day.default(null),
        until: z.coerce.date("Giờ kết thúc không đúng.").nullable().default(null),
        repeats: whole(1, 10, "Số lần mỗi buổi từ 1 đến 10.").default(1),
        gapSeconds: whole(0, 3600, "Cách nhau từ 0 đến 3.600 giây.").default(60),
      }),
    )
    .output(ofDelivery),
  confirmUrgentBroadcast: procedure({
    method: "POST",
    path: "/deliveries/{id}/broadcasts/confirm",
    summary: "Người thứ hai xác nhận phát khẩn cấp",
    may: right("confirmUrgent"),
  })
    .input(id)
    .output(ofDelivery),
  withdrawBroadcasts: procedure({
    method: "POST",
    path: "/deliveries/{id}/broadcasts/withdraw",
    summary: "Thu hồi bản tin khỏi đài, cụm loa",
    may: right("withdraw"),
  })
    .input(
      id.extend({
        stationIds: z.array(z.uuid("Mã không đúng.")).min(1, "Hãy chọn đài, cụm loa.").max(2000),
        reason: z.string().trim().min(1, "Hãy ghi lý do.").max(500, "Lý do dài quá 500 ký tự."),
      }),
    )
    .output(ofDelivery),
  broadcastPackage: procedure({
    method: "POST",
    path: "/broadcasts/{id}/package",
    summary: "Tải gói bản tin cho một đài: âm thanh, lời đọc, lịch phát, mã kiểm tra",
    may: right("record"),
  })
    .route({ outputStructure: "detailed" })
    .input(id)
    .output(fileOutput),
  recordPlay: procedure({
    method: "POST",
    path: "/broadcasts/{id}/plays",
    summary: "Ghi đài đã phát, theo lời báo của đài",
    may: right("record"),
  })
    .input(
      id.extend({
        /** Null: just now. */
        startedAt: z.coerce.date("Giờ phát không đúng.").nullable().default(null),
        told: z.string().trim().max(300, "Dài quá 300 ký tự.").default(""),
      }),
    )
    .output(ofDelivery),
  loudspeakerCoverage: procedure({
    method: "GET",
    path: "/loudspeaker-coverage",
    summary: "Địa bàn nào đã nghe gì trong tháng",
    may: right("read"),
  })
    .input(month)
    .output(coverage),
  loudspeakerCoverageSheet: procedure({
    method: "GET",
    path: "/loudspeaker-coverage/sheet",
    summary: "Tải độ phủ theo địa bàn ra Excel",
    may: right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(month)
    .output(fileOutput),
  playLogTemplate: procedure({
    method: "GET",
    path: "/play-log-template",
    summary: "Tải tệp Excel mẫu của nhật ký phát",
    may: right("read"),
  })
    .route({ outputStructure: "detailed" })
    .output(fileOutput),
  tryPlayLog: procedure({
    method: "POST",
    path: "/play-logs/try",
    summary: "Xem thử nhật ký phát .csv, .xlsx, .json: dòng nào mới, đã có, chưa đúng; chưa ghi gì",
    may: right("record"),
  })
    .input(sheet)
    .output(sheetRead(playFields).extend({ lines: z.array(lineTried(playFields)) })),
  faultyPlayLines: procedure({
    method: "POST",
    path: "/play-logs/faulty-lines",
    summary: "Tải riêng các dòng chưa đúng của nhật ký phát, kèm điều cần sửa",
    may: right("record"),
  })
    .route({ outputStructure: "detailed" })
    .input(sheet)
    .output(fileOutput),
  importPlayLog: procedure({
    method: "POST",
    path: "/play-logs",
    summary: "Nhập các lượt phát mới của một nhật ký, cùng một lần",
    may: right("record"),
  })
    .input(sheet.extend({ seen: z.string().max(100) }))
    .output(z.object({ plays: z.number().int(), stations: z.number().int() })),
};
