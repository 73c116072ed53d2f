import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { kindNames, noticeGroups } from "../notice-kinds.ts";
import { organizationPolicy } from "../policy.ts";
import { digestRhythms } from "./notice-hours.ts";
import { mailWays } from "./notice-preferences.ts";

const groups = Object.keys(noticeGroups) as [keyof typeof noticeGroups, ...(keyof typeof noticeGroups)[]];

const wrongHour = "Hãy chọn giờ trong ngày.";
const minute = z.number(wrongHour).int(wrongHour).min(0, wrongHour).max(1439, wrongHour);

/** Minutes count from midnight in Việt Nam. */
const hours = z.object({
  quiet: z.boolean(),
  quietFrom: minute,
  quietTo: minute,
  quietDaysOff: z.boolean(),
  digest: z.enum(digestRhythms, "Hãy chọn nhịp gom thư."),
  /** Devices say only that there is something new. */
  pushDiscreet: z.boolean(),
});

const hoursToKeep = hours.refine(({ quiet, quietFrom, quietTo }) => !quiet || quietFrom !== quietTo, {
  path: ["quietTo"],
  error: "Giờ bắt đầu và giờ kết thúc phải khác nhau.",
});
/** What is left out stays; null gives the choice up. */
const ways = z.object({
  kind: z.enum(kindNames, "Không có loại thông báo này."),
  mail: z.enum(mailWays, "Hãy chọn cách gửi thư.").nullable().optional(),
  push: z.boolean().nullable().optional(),
});
/** The person, else the agency, else it is as usual. */
const saidBy = z.enum(["own", "agency", "usual"]);
const manage = organizationPolicy.right("manage");

const settingsOutput = z.object({
  /** False: this installation is joined to no mail server. */
  sendsMail: z.boolean(),
  hours,
  hoursBy: saidBy,
  kinds: z.array(
    z.object({
      kind: z.enum(kindNames),
      group: z.enum(groups),
      label: z.string(),
      /** Why its mail cannot be switched off; null: it can. */
      always: z.string().nullable(),
      /** Also in quiet hours, and never gathered. */
      urgent: z.boolean(),
      /** Who has said how it comes. */
      by: saidBy,
      mail: z.enum(mailWays),
      /** Told on one's devices. */
      push: z.boolean(),
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
  setNoticeHours: procedure({
    method: "PUT",
    path: "/me/notice-settings/hours",
    summary: "Chọn giờ yên tĩnh và nhịp gom thư",
    may: "signed-in",
  })
    .input(hoursToKeep)
    .output(settingsOutput),
  setNoticePreference: procedure({
    method: "PUT",
    path: "/me/notice-settings/kinds/{kind}",
    summary: "Chọn cách báo cho một loại thông báo",
    may: "signed-in",
  })
    .input(ways)
    .output(settingsOutput),
  followAgencyHours: procedure({
    method: "DELETE",
    path: "/me/notice-settings/hours",
    summary: "Bỏ giờ yên tĩnh, nhịp gom thư riêng; theo cơ quan",
    may: "signed-in",
  }).output(settingsOutput),
  getNoticeDefaults: procedure({
    method: "GET",
    path: "/agency/notice-defaults",
    summary: "Cách báo mặc định của cơ quan",
    may: organizationPolicy.right("read"),
  }).output(settingsOutput),
  setNoticeHoursDefault: procedure({
    method: "PUT",
    path: "/agency/notice-defaults/hours",
    summary: "Đặt giờ yên tĩnh và nhịp gom thư mặc định của cơ quan",
    may: manage,
  })
    .input(hoursToKeep)
    .output(settingsOutput),
  setNoticeDefault: procedure({
    method: "PUT",
    path: "/agency/notice-defaults/kinds/{kind}",
    summary: "Đặt cách báo mặc định của cơ quan cho một loại thông báo",
    may: manage,
  })
    .input(ways)
    .output(settingsOutput),
};
