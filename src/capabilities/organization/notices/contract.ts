import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { kindNames, noticeGroups } from "../notice-kinds.ts";
import { mailWays } from "./notice-preferences.ts";

const groups = Object.keys(noticeGroups) as [keyof typeof noticeGroups, ...(keyof typeof noticeGroups)[]];

const settingsOutput = z.object({
  /** False: this installation is joined to no mail server. */
  sendsMail: z.boolean(),
  kinds: z.array(
    z.object({
      kind: z.enum(kindNames),
      group: z.enum(groups),
      label: z.string(),
      /** Why its mail cannot be switched off; null: it can. */
      always: z.string().nullable(),
      mail: z.enum(mailWays),
    }),
  ),
});

export const noticeContract = {
  getNoticeSettings: procedure({
    method: "GET",
    path: "/me/notice-settings",
    summary: "Tôi được báo bằng cách nào",
    may: "signed-in",
  }).output(settingsOutput),
  setNoticePreference: procedure({
    method: "PUT",
    path: "/me/notice-settings/kinds/{kind}",
    summary: "Chọn cách báo cho một loại thông báo",
    may: "signed-in",
  })
    .input(
      z.object({
        kind: z.enum(kindNames, "Không có loại thông báo này."),
        mail: z.enum(mailWays, "Hãy chọn cách gửi thư."),
      }),
    )
    .output(settingsOutput),
};
