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
  may: maySchema,
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
    .output(mediaOutput),
};
