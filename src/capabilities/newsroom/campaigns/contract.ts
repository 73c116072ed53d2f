import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { storyPolicy } from "../planning/policy.ts";
import { campaignKinds, campaignStates } from "./campaign.ts";
import { campaignPolicy } from "./policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const day = z.iso.date("Hãy chọn ngày.");

const fields = z.object({
  kind: z.enum(campaignKinds, "Hãy chọn loại."),
  name: z.string().trim().min(1, "Hãy ghi tên.").max(200, "Tên dài quá 200 ký tự."),
  note: z.string().trim().max(4000, "Ghi chú dài quá 4.000 ký tự.").default(""),
  fromDay: day,
  toDay: day,
});

/** A band over the calendar: days of Việt Nam, both inside. */
export const bandOutput = z.object({
  id: z.uuid(),
  kind: z.enum(campaignKinds),
  name: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
});

const campaignList = z.object({
  campaigns: z.array(
    bandOutput.extend({
      note: z.string(),
      state: z.enum(campaignStates),
      /** Stories that belong to it and were not given up. */
      stories: z.number().int(),
      endedAt: z.date().nullable(),
      endedByName: z.string().nullable(),
      endReason: z.string().nullable(),
      may: maySchema,
    }),
  ),
  may: maySchema,
});

export const campaignContract = {
  campaigns: procedure({
    method: "GET",
    path: "/campaigns",
    summary: "Đợt cao điểm, sự kiện",
    may: campaignPolicy.right("read"),
  }).output(campaignList),
  makeCampaign: procedure({
    method: "POST",
    path: "/campaigns",
    summary: "Thêm đợt cao điểm, sự kiện",
    may: campaignPolicy.right("make"),
  })
    .input(fields)
    .output(campaignList),
  changeCampaign: procedure({
    method: "PUT",
    path: "/campaigns/{id}",
    summary: "Sửa đợt cao điểm, sự kiện",
    may: campaignPolicy.right("change"),
  })
    .input(fields.extend(id.shape))
    .output(campaignList),
  endCampaign: procedure({
    method: "POST",
    path: "/campaigns/{id}/end",
    summary: "Kết thúc sớm, kèm lý do",
    may: campaignPolicy.right("end"),
  })
    .input(id.extend({ reason: z.string().trim().max(1000, "Lý do dài quá 1.000 ký tự.") }))
    .output(campaignList),
  resumeCampaign: procedure({
    method: "POST",
    path: "/campaigns/{id}/resume",
    summary: "Mở lại đợt đã kết thúc sớm",
    may: campaignPolicy.right("resume"),
  })
    .input(id)
    .output(campaignList),
  placeStory: procedure({
    method: "PUT",
    path: "/stories/{id}/campaign",
    summary: "Xếp đề tài vào đợt cao điểm, sự kiện",
    may: storyPolicy.right("change"),
  })
    .input(id.extend({ campaignId: z.uuid("Mã không đúng.").nullable() }))
    .output(id.extend({ campaignId: z.uuid().nullable() })),
};
