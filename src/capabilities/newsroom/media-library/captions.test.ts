import { describe, expect, test } from "vitest";
import { rangeOf } from "./byte-range.ts";
import { cleanCaptions, UnusableCaptions } from "./captions.ts";

const clean = (text: string) => cleanCaptions(text, 60_000);

describe("captions", () => {
  test("of SubRip become WebVTT in order of time, one form of Unicode", () => {
    const srt =
      "\uFEFF2\r\n00:00:03,5 --> 00:00:05,000\r\nHai\r\n\r\n1\r\n00:00:01,000 --> 00:00:02,000\r\nMột\r\nhội nghị\r\n";
    expect(clean(srt.normalize("NFD"))).toBe(
      "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nMột\nhội nghị\n\n00:00:03.500 --> 00:00:05.000\nHai\n",
    );
  });

  test("keep words and emphasis alone: no styles, notes, settings, marks or script", () => {
    const hostile = [
      "WEBVTT",
      "",
      "STYLE",
      "::cue { background: url(https://example.org/x) }",
      "",
      "NOTE 00:00 bí mật",
      "",
      "one",
      "00:01.000 --> 00:02.000 position:10% region:x",
      "<v.loud Chị Hà><c.red>Xin <b>chào</b></c> <script>alert(1)</script> 3 < 4 & 5 &lt; 6\u202E",
    ].join("\n");
    expect(clean(hostile)).toBe(
      "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nChị Hà: Xin <b>chào</b> alert(1) 3 &lt; 4 &amp; 5 &lt; 6\n",
    );
    expect(clean(clean(hostile))).toBe(clean(hostile));
  });

  test.each([
    ["không có gì", "Không thấy dòng phụ đề nào"],
    ["00:05.000 --> 00:04.000\nNgược", "dòng 1 kết thúc trước"],
    ["10:00.000 --> 10:02.000\nXa quá", "dài hơn video"],
  ])("that cannot be used are refused in words: %s", (text, words) => {
    expect(() => clean(text)).toThrow(UnusableCaptions);
    expect(() => clean(text)).toThrow(words);
  });
});

test.each([
  ["bytes=0-", { start: 0, end: 99 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-500", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-500", { start: 0, end: 99 }],
  ["bytes=100-", "beyond"],
  ["bytes=-0", "beyond"],
  ["bytes=20-10", null],
  ["bytes=0-1,5-6", null],
  ["bytes=-", null],
  [undefined, null],
])("the range %s of 100 bytes", (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});
