import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { accountNetworks } from "../networks/index.ts";
import { accountStates, accountWays } from "./account.ts";
import { accountPolicy } from "./policy.ts";

const right = accountPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });
const reason = z.string().trim().max(500, "Lý do dài quá 500 ký tự.");

const fields = z.object({
  name: z.string().trim().min(1, "Hãy ghi tên tài khoản.").max(200, "Tên dài quá 200 ký tự."),
  handle: z.string().trim().max(200, "Tên định danh dài quá 200 ký tự.").default(""),
  url: z
    .url({ protocol: /^https?$/, error: "Địa chỉ chưa đúng; hãy chép cả https://." })
    .max(500, "Địa chỉ dài quá 500 ký tự.")
    .nullable(),
  unitId: z.uuid("Hãy chọn đơn vị quản lý."),
  decision: z.string().trim().max(300, "Dài quá 300 ký tự.").default(""),
  decisionOn: z.iso.date("Ngày chưa đúng.").nullable().default(null),
  isVerified: z.boolean().default(false),
  verifiedOn: z.iso.date("Ngày chưa đúng.").nullable().default(null),
  note: z.string().trim().max(2000, "Ghi chú dài quá 2.000 ký tự.").default(""),
  way: z.enum(["rehearsal", "manual", "connected"], "Hãy chọn cách đăng."),
});

export const accountList = z.object({
  accounts: z.array(
    z.object({
      id: z.uuid(),
      network: z.string(),
      networkLabel: z.string(),
      name: z.string(),
      handle: z.string(),
      url: z.string().nullable(),
      unitId: z.uuid().nullable(),
      unitName: z.string().nullable(),
      /** Who may sign in to it, and who could. */
      administrators: z.array(
        z.object({
          personId: z.uuid(),
          name: z.string(),
          since: z.string(),
          until: z.string().nullable(),
          leavesOn: z.string().nullable(),
          hasLeft: z.boolean(),
        }),
      ),
      decision: z.string(),
      decisionOn: z.string().nullable(),
      isVerified: z.boolean(),
      verifiedOn: z.string().nullable(),
      /** Entered with the same address or handle before that was refused: the other one's name. */
      twinOf: z.string().nullable(),
      note: z.string(),
      way: z.enum(accountWays),
      state: z.enum(accountStates),
      stateReason: z.string().nullable(),
      stateAt: z.date(),
      /** What the network asked: nothing before this. */
      heldUntil: z.date().nullable(),
      /** Whether a network can be called; else people post by hand. */
      connectable: z.boolean(),
      /** What an administrator fills in to connect; secrets are never told. */
      connectionFields: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          hint: z.string(),
          secret: z.boolean(),
          required: z.boolean(),
          long: z.boolean().optional(),
          options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
        }),
      ),
      connection: z
        .object({
          isDead: z.boolean(),
          why: z.string().nullable(),
          expiresAt: z.date().nullable(),
          savedAt: z.date(),
          /** What the network binds posts by there. */
          limits: z.array(z.string()),
          /** As it was filled in, for who may connect anew; no secrets. */
          known: z.record(z.string(), z.string()),
        })
        .nullable(),
      /** Where letters come back to; null: not set, or nothing is mailed under it. */
      mailbox: z
        .object({
          address: z.string(),
          usesTags: z.boolean(),
          host: z.string(),
          port: z.number().int(),
          folder: z.string(),
          /** How it is entered, without secrets; null: the caller may not set it. */
          known: z
            .object({
              isTls: z.boolean(),
              user: z.string(),
              certificate: z.string(),
              oauth: z.object({ tokenUrl: z.string(), clientId: z.string(), scope: z.string() }).nullable(),
            })
            .nullable(),
          lastReadAt: z.date().nullable(),
          failingSince: z.date().nullable(),
          why: z.string().nullable(),
          bounces: z.number().int(),
          lastBounceAt: z.date().nullable(),
        })
        .nullable(),
      /** Whether letters go out under it by themselves. */
      mails: z.boolean(),
      counts: z.object({ waiting: z.number().int(), inNeed: z.number().int(), placed: z.number().int() }),
      may: maySchema,
    }),
  ),
  /** The switch for all channels of the agency; null: it is not thrown. */
  paused: z.object({ reason: z.string(), at: z.date() }).nullable(),
  /** So many days before the way in to an account ends it is told. */
  warnedDays: z.array(z.number().int()),
  may: maySchema,
});

export const accountContract = {
  accounts: procedure({
    method: "GET",
    path: "/channel-accounts",
    summary: "Sổ tài khoản chính thức",
    may: right("read"),
  }).output(accountList),
  registerAccount: procedure({
    method: "POST",
    path: "/channel-accounts",
    summary: "Ghi tài khoản chính thức vào sổ",
    may: right("register"),
  })
    .input(fields.extend({ ...id.shape, network: z.enum(accountNetworks, "Hãy chọn kênh.") }))
    .output(accountList),
  changeAccount: procedure({
    method: "PUT",
    path: "/channel-accounts/{id}",
    summary: "Sửa tài khoản trong sổ",
    may: right("change"),
  })
    .input(fields.extend(id.shape))
    .output(accountList),
  setAdministrators: procedure({
    method: "PUT",
    path: "/channel-accounts/{id}/administrators",
    summary: "Ghi ai quản trị tài khoản",
    may: right("change"),
  })
    .input(id.extend({ personIds: z.array(z.uuid("Mã không đúng.")).max(30, "Nhiều nhất 30 người.") }))
    .output(accountList),
  connectAccount: procedure({
    method: "PUT",
    path: "/channel-accounts/{id}/connection",
    summary: "Kết nối tài khoản với mạng",
    may: right("connect"),
    sensitive: true,
  })
    .input(id.extend({ values: z.record(z.string().max(50), z.string().max(4000)) }))
    .output(accountList),
  disconnectAccount: procedure({
    method: "DELETE",
    path: "/channel-accounts/{id}/connection",
    summary: "Bỏ kết nối tài khoản với mạng",
    may: right("connect"),
    sensitive: true,
  })
    .input(id)
    .output(accountList),
  pauseAccount: procedure({
    method: "POST",
    path: "/channel-accounts/{id}/pause",
    summary: "Tạm dừng đăng trên tài khoản",
    may: right("pause"),
  })
    .input(id.extend({ reason }))
    .output(accountList),
  resumeAccount: procedure({
    method: "POST",
    path: "/channel-accounts/{id}/resume",
    summary: "Đăng tiếp trên tài khoản",
    may: right("resume"),
  })
    .input(id)
    .output(accountList),
  closeAccount: procedure({
    method: "POST",
    path: "/channel-accounts/{id}/close",
    summary: "Đóng tài khoản trong sổ",
    may: right("close"),
  })
    .input(id.extend({ reason }))
    .output(accountList),
  setConnectionWarning: procedure({
    method: "PUT",
    path: "/channel-connection-warning",
    summary: "Đặt mốc báo trước khi kết nối tài khoản hết hạn",
    may: right("setWarning"),
  })
    .input(
      z.object({
        warnedDays: z
          .array(
            z.coerce
              .number("Số ngày báo trước từ 1 đến 90.")
              .int("Số ngày báo trước từ 1 đến 90.")
              .min(1, "Số ngày báo trước từ 1 đến 90.")
              .max(90, "Số ngày báo trước từ 1 đến 90."),
          )
          .min(1, "Hãy ghi ít nhất một mốc báo trước.")
          .max(5, "Nhiều nhất 5 mốc báo trước."),
      }),
    )
    .output(accountList),
  pauseChannels: procedure({
    method: "POST",
    path: "/channel-pause",
    summary: "Tạm dừng mọi kênh",
    may: right("pauseAll"),
  })
    .input(z.object({ reason }))
    .output(accountList),
  resumeChannels: procedure({
    method: "DELETE",
    path: "/channel-pause",
    summary: "Mở lại mọi kênh",
    may: right("pauseAll"),
  }).output(accountList),
};
