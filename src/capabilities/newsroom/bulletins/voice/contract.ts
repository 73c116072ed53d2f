import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { mediaOutput } from "../../media-library/contract.ts";
import { machineVoicePolicy } from "./policy.ts";

const text = z
  .string()
  .trim()
  .min(1, "Chưa có lời để đọc.")
  .max(20_000, "Lời dài quá 20.000 ký tự; hãy chia thành nhiều bản tin.");
const settings = z.object({
  isAllowed: z.boolean(),
  voice: z.string().min(1, "Hãy chọn giọng.").max(60, "Hãy chọn giọng trong danh sách."),
  label: z
    .string()
    .trim()
    .min(10, "Hãy ghi câu báo trước, ít nhất 10 ký tự.")
    .max(300, "Câu báo trước dài quá 300 ký tự."),
});
const settingsOutput = settings.extend({
  /** null: this installation has nobody who reads. */
  engine: z
    .object({ name: z.string(), voices: z.array(z.object({ slug: z.string(), label: z.string() })) })
    .nullable(),
  /** The agency's own server that reads first; null: none is in use. */
  server: z.object({ name: z.string(), isOwn: z.boolean() }).nullable(),
  may: maySchema,
});

const shown = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, `Hãy ghi ${what}.`)
    .max(most, `Phần này dài quá ${most} ký tự.`)
    .regex(/^[\x21-\x7e]+$/, "Chỉ gồm chữ không dấu, số và dấu, không có khoảng trống.");
const called = z.object({
  host: shown("địa chỉ của máy chủ đọc", 300)
    .transform((address) => address.replace(/\/+$/, ""))
    .refine(
      (address) =>
        /^https?:\/\/[^/]/.test(address) &&
        URL.canParse(address) &&
        !/[?#@]/.test(address) &&
        !address.endsWith("/v1"),
      "Địa chỉ viết như https://doc.so.example.gov.vn, không có /v1 ở cuối, không có phần sau dấu ? hay #, không có tên và mật khẩu.",
    ),
  model: shown("tên mô hình", 80),
  voice: shown("tên giọng", 80),
  /** Null: the one that is kept for this address; empty: none. */
  key: z
    .string()
    .trim()
    .max(500, "Khóa dài quá 500 ký tự.")
    .regex(/^[\x21-\x7e]*$/, "Khóa chỉ gồm chữ không dấu, số và dấu, không có khoảng trống.")
    .nullable(),
});
const serverOutput = z.object({
  server: called
    .omit({ key: true })
    .extend({ isActive: z.boolean(), isOwn: z.boolean(), hasKey: z.boolean() })
    .nullable(),
});

export const machineVoiceContract = {
  machineVoice: procedure({
    method: "GET",
    path: "/machine-voice",
    summary: "Giọng máy của cơ quan và có được phát hay không",
    may: machineVoicePolicy.right("read"),
  }).output(settingsOutput),
  setMachineVoice: procedure({
    method: "PUT",
    path: "/machine-voice",
    summary: "Cho phát hay thôi phát giọng máy, chọn giọng và câu báo trước",
    may: machineVoicePolicy.right("allow"),
  })
    .input(settings)
    .output(settingsOutput),
  hearScript: procedure({
    method: "POST",
    path: "/machine-voice/heard",
    summary: "Nghe thử một kịch bản bằng giọng máy, dạng MP3; không giữ lại",
    may: machineVoicePolicy.right("hear"),
  })
    .input(z.object({ text }))
    .output(z.file()),
  recordByMachine: procedure({
    method: "POST",
    path: "/machine-voice/recordings",
    summary: "Cho máy đọc kịch bản thành bản thu −16 LUFS trong kho, WAV và MP3",
    may: machineVoicePolicy.right("record"),
  })
    .input(z.object({ askId: z.uuid("Mã không đúng."), text, title: z.string().trim().max(200) }))
    .output(
      mediaOutput.extend({
        /** The engine that has read it, and why not the agency's own server. */
        readBy: z.string(),
        insteadWhy: z.string().nullable(),
      }),
    ),
  speechServer: procedure({
    method: "GET",
    path: "/speech-server",
    summary: "Máy chủ đọc riêng của cơ quan; không bao giờ kèm khóa",
    may: machineVoicePolicy.right("inspect"),
  }).output(serverOutput),
  setSpeechServer: procedure({
    method: "PUT",
    path: "/speech-server",
    summary: "Đặt máy chủ đọc riêng theo kiểu gọi /v1/audio/speech",
    may: machineVoicePolicy.right("allow"),
  })
    .input(called.extend({ isActive: z.boolean(), isOwn: z.boolean() }))
    .output(serverOutput),
  removeSpeechServer: procedure({
    method: "DELETE",
    path: "/speech-server",
    summary: "Bỏ máy chủ đọc riêng và khóa của nó",
    may: machineVoicePolicy.right("allow"),
  }).output(serverOutput),
  trySpeechServer: procedure({
    method: "POST",
    path: "/speech-server/tried",
    summary: "Nhờ máy chủ đọc riêng đọc một câu thử; không gửi lời nào của cơ quan",
    may: machineVoicePolicy.right("allow"),
  })
    .input(called)
    .output(z.object({ ok: z.boolean(), text: z.string() })),
};
