import { toNfc } from "#platform/text/nfc.ts";

/** A line of captions; times in milliseconds. `text` may hold <b>, <i> and <u>, everything else is escaped. */
interface Cue {
  from: number;
  to: number;
  text: string;
}

const MOST_CUES = 20_000;
const LONGEST_CUE = 1000;

/** Captions that cannot be used; the message is a Vietnamese sentence fit to show. */
export class UnusableCaptions extends Error {
  override name = "UnusableCaptions";
}

const time = /(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;
const timing = new RegExp(`^\\s*${time.source}\\s*-->\\s*${time.source}`);

const asMilliseconds = (parts: (string | undefined)[]): number => {
  const [hours = "0", minutes = "0", seconds = "0", fraction = "0"] = parts;
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, "0"))
  );
};

const two = (value: number) => String(value).padStart(2, "0");

/** Milliseconds as WebVTT writes them. */
const asTime = (at: number): string =>
  `${two(Math.floor(at / 3_600_000))}:${two(Math.floor(at / 60_000) % 60)}:${two(Math.floor(at / 1000) % 60)}.${String(at % 1000).padStart(3, "0")}`;

const kept = /^<\/?[biu]>$/i;

/** Only emphasis stays of the marks; a voice becomes its name. */
const cleanText = (lines: string[]): string =>
  lines
    .map((line) =>
      line
        .replace(/<v(?:\.[^\s>]*)?\s+([^>]*)>/gi, "$1: ")
        .split(/(<[^>]*>)/)
        .map((part) => {
          if (part.startsWith("<") && part.endsWith(">")) return kept.test(part) ? part.toLowerCase() : "";
          return part
            .replace(/&(?!(?:amp|lt|gt|nbsp);)/g, "&amp;")
            .replaceAll("<", "&lt;")
            .replaceAll(">", "&gt;");
        })
        .join("")
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what no line of words holds.
        .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n")
    .slice(0, LONGEST_CUE);

/**
 * Reads WebVTT or SubRip (.srt) and writes it anew as WebVTT: times and words alone, in order of time. Styles, notes,
 * regions, settings and marks are left out. `durationMs` bounds the times. @throws UnusableCaptions
 */
export function cleanCaptions(given: string, durationMs: number): string {
  const lines = toNfc(given)
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/);
  const cues: Cue[] = [];
  for (let at = 0; at < lines.length; at++) {
    const found = timing.exec(lines[at]!);
    if (!found) continue;
    const line = at + 1;
    const words: string[] = [];
    while (at + 1 < lines.length && lines[at + 1]!.trim() !== "" && !timing.test(lines[at + 1]!))
      words.push(lines[++at]!);
    const [from, to] = [asMilliseconds(found.slice(1, 5)), asMilliseconds(found.slice(5, 9))];
    if (to <= from)
      throw new UnusableCaptions(
        `Phụ đề ở dòng ${line} kết thúc trước khi bắt đầu; hãy sửa giờ rồi thử lại.`,
      );
    const text = cleanText(words);
    if (text !== "") cues.push({ from, to, text });
    if (cues.length > MOST_CUES) throw new UnusableCaptions("Phụ đề có quá nhiều dòng; hãy xem lại tệp.");
  }
  if (cues.length === 0)
    throw new UnusableCaptions(
      "Không thấy dòng phụ đề nào (giờ bắt đầu --> giờ kết thúc, rồi lời); hãy chọn tệp .vtt hoặc .srt khác.",
    );
  cues.sort((one, other) => one.from - other.from);
  if (cues.at(-1)!.from > durationMs + 2000)
    throw new UnusableCaptions("Phụ đề dài hơn video; có thể đây là phụ đề của video khác.");
  return `WEBVTT\n\n${cues.map(({ from, to, text }) => `${asTime(from)} --> ${asTime(to)}\n${text}`).join("\n\n")}\n`;
}
