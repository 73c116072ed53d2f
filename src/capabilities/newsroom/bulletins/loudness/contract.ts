import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { mediaOutput } from "../../media-library/contract.ts";
import { mediaPolicy } from "../../media-library/policy.ts";

const id = z.uuid("Mã không đúng.");
const decibels = z.number().min(-200).max(40).nullable();

const loudness = z.object({
  /** By ITU-R BS.1770, in LUFS; null: nothing is heard. */
  lufs: decibels,
  /** In dBTP. */
  truePeakDb: decibels,
});

export const loudnessContract = {
  loudnessOf: procedure({
    method: "GET",
    path: "/media/{id}/loudness",
    summary: "Độ lớn đã đo của bản thu",
    may: mediaPolicy.right("read"),
  })
    .input(z.object({ id }))
    .output(
      z.object({
        loudness: loudness.extend({ isSetRight: z.boolean(), measuredAt: z.date() }).nullable(),
      }),
    ),
  noteLoudness: procedure({
    method: "PUT",
    path: "/media/{id}/loudness",
    summary: "Ghi độ lớn mà trình duyệt đo được",
    may: mediaPolicy.right("upload"),
  })
    .input(loudness.extend({ id }))
    .output(z.object({})),
  levelRecording: procedure({
    method: "POST",
    path: "/media/{originalId}/levelled",
    summary: "Giữ bản thu đã chỉnh về −16 LUFS: bản WAV vừa tải lên và bản MP3 làm từ đó",
    may: mediaPolicy.right("upload"),
  })
    .input(z.object({ originalId: id, wavId: id }))
    .output(mediaOutput),
};
