import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { contentFields } from "../content-fields.ts";
import { contentStates } from "../content-item.ts";
import { loudnessContract } from "./loudness/contract.ts";
import { bulletinPolicy } from "./policy.ts";
import { machineVoiceContract } from "./voice/contract.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const phrase = z.string().trim().max(1000, "Lời này dài quá 1.000 ký tự.");
const speed = "Hãy ghi số tiếng từ 80 đến 320.";

const word = z.object({
  written: z.string().trim().min(1, "Hãy ghi chữ viết.").max(60, "Chữ viết dài quá 60 ký tự."),
  spoken: z.string().trim().min(1, "Hãy ghi cách đọc.").max(200, "Cách đọc dài quá 200 ký tự."),
});
const settings = z.object({
  opening: phrase,
  closing: phrase,
  zeroWord: z.enum(["linh", "lẻ"]),
  syllablesAMinute: z.number(speed).int(speed).min(80, speed).max(320, speed),
  words: z.array(word).max(500, "Nhiều nhất 500 chữ."),
});
const settingsOutput = settings.extend({
  /** Those that hold where the agency has none of its own. */
  usualWords: z.array(word),
  may: maySchema,
});

const sourceOutput = z.object({
  articleId: z.uuid(),
  articleState: z.enum(contentStates),
  /** The text of the article that the bulletin was made of. */
  text: contentFields.extend({ kind: z.string() }),
  isOutdated: z.boolean(),
  lines: z.array(
    z.array(
      z.object({ written: z.string(), said: z.string(), why: z.string().nullable(), check: z.boolean() }),
    ),
  ),
  leftOut: z.array(z.object({ what: z.string(), why: z.string() })),
  madeByName: z.string(),
  madeAt: z.date(),
});

export const bulletinContract = {
  ...loudnessContract,
  ...machineVoiceContract,
  bulletinOf: procedure({
    method: "GET",
    path: "/content/{id}/bulletin",
    summary: "Bản tin phát thanh soạn từ bài",
    may: bulletinPolicy.right("read"),
  })
    .input(id)
    .output(
      z.object({
        canBeSaid: z.boolean(),
        bulletin: z.object({ id: z.uuid(), title: z.string(), state: z.enum(contentStates) }).nullable(),
        may: maySchema,
      }),
    ),
  draftBulletin: procedure({
    method: "POST",
    path: "/content/{id}/bulletin",
    summary: "Soạn kịch bản phát thanh từ bài đã duyệt hoặc đã đăng",
    may: bulletinPolicy.right("draft"),
  })
    .input(id)
    .output(z.object({ id: z.uuid() })),
  bulletinSource: procedure({
    method: "GET",
    path: "/content/{id}/bulletin-source",
    summary: "Bản tin phát thanh soạn từ bài nào, máy đổi cách đọc ở đâu",
    may: bulletinPolicy.right("read"),
  })
    .input(id)
    .output(z.object({ source: sourceOutput.nullable() })),
  bulletinSettings: procedure({
    method: "GET",
    path: "/bulletin-settings",
    summary: "Cách đọc bản tin phát thanh của cơ quan",
    may: bulletinPolicy.right("read"),
  }).output(settingsOutput),
  setBulletinSettings: procedure({
    method: "PUT",
    path: "/bulletin-settings",
    summary: "Đặt lời mở đầu, lời kết, tốc độ và cách đọc riêng",
    may: bulletinPolicy.right("set"),
  })
    .input(settings)
    .output(settingsOutput),
};
