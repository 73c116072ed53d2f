import { createHash } from "node:crypto";
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { mediaBytes } from "#newsroom";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { audioHash } from "./audio-hash.ts";
import type { WholeBroadcast } from "./broadcast-queries.ts";
import { priorityLabels } from "./station.ts";

const ending: Record<string, string> = {
  "audio/mpeg": "mp3",
  "audio/wav": "wav",
  "audio/x-wav": "wav",
  "audio/mp4": "m4a",
  "audio/ogg": "ogg",
};

/** Quoted, and never taken for a formula. */
const cell = (value: unknown) => {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t]/u.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};
const sheet = (rows: unknown[][]) => `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

const audioName = (contentType: string) => `bai-phat.${ending[contentType] ?? "mp3"}`;

const guide = ({ broadcast, station }: WholeBroadcast, audio: string) =>
  [
    `GÓI BẢN TIN CHO ${station.name.toLocaleUpperCase("vi")}`,
    "",
    `1. Nghe thử ${audio}; lời đầy đủ ở loi-doc.txt, dùng khi đọc trực tiếp.`,
    `2. Phát đúng các buổi trong lich-phat.csv, mỗi buổi ${broadcast.repeats} lần${broadcast.repeats > 1 ? `, cách nhau ${broadcast.gapSeconds} giây` : ""}.`,
    "3. Phát xong, ghi ngày giờ ở trang nhận bản tin của đài, hoặc gửi nhật ký phát về cơ quan kèm mã bản tin.",
    "4. Được báo thu hồi hoặc đính chính thì không phát bản này nữa.",
    "",
    "Kiểm tra tệp có nguyên vẹn không: so mã SHA-256 của từng tệp với SHA256SUMS.txt.",
    "",
  ].join("\r\n");

/**
 * The package that a station plays from: the recording, its words, when to play it, what it is, and what each file's
 * checksum is. The same text and hours are the same bytes.
 */
export async function writePackage(
  whole: WholeBroadcast,
  windows: { playFrom: Date; playUntil: Date }[],
): Promise<{ bytes: Uint8Array; sha256: string }> {
  const { broadcast, delivery, station, area, content, recording } = whole;
  const sound = await mediaBytes(recording.id);
  if (!sound) throw new Conflict("Bản ghi âm không còn trong kho; hãy báo biên tập kiểm tra bài.");
  const audio = audioName(recording.contentType);
  const facts: [string, unknown][] = [
    ["Mã bản tin", delivery.marker],
    ["Lần sửa", broadcast.edition],
    ["Tên bản tin", content.title],
    ["Mức ưu tiên", priorityLabels[broadcast.priority]],
    ["Đài, cụm loa", station.name],
    ["Mã đài, cụm loa", station.code],
    ["Địa bàn", area.name],
    ["Mã địa bàn", area.code],
    ["Thời lượng (giây)", recording.seconds],
    ["Số lần mỗi buổi", broadcast.repeats],
    ["Mã bản đã duyệt", content.hash],
    ["SHA-256 của tệp âm thanh", await audioHash(recording.id)],
  ];
  const texts: [string, string][] = [
    ["loi-doc.txt", `\ufeff${(content.said ?? content.summary).replace(/\r?\n/gu, "\r\n")}\r\n`],
    [
      "lich-phat.csv",
      sheet([
        ["Bắt đầu", "Muộn nhất", "Mã buổi phát"],
        ...windows.map(({ playFrom, playUntil }, at) => [
          formatDateTime(playFrom),
          formatDateTime(playUntil),
          at + 1,
        ]),
      ]),
    ],
    ["thong-tin.csv", sheet(facts)],
    ["huong-dan.txt", `\ufeff${guide(whole, audio)}`],
  ];
  const sums = [
    [await audioHash(recording.id), audio],
    ...texts.map(([name, text]) => [createHash("sha256").update(text).digest("hex"), name]),
  ];
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    lastModDate: content.publishedAt ?? broadcast.plannedAt,
    extendedTimestamp: false,
    useWebWorkers: false,
  });
  await zip.add(audio, new Uint8ArrayReader(new Uint8Array(sound)), { level: 0 });
  for (const [name, text] of texts) await zip.add(name, new TextReader(text));
  await zip.add("SHA256SUMS.txt", new TextReader(sums.map((sum) => `${sum.join("  ")}\n`).join("")));
  const bytes = await zip.close();
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}
