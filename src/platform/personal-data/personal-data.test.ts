import fc from "fast-check";
import { expect, test } from "vitest";
import { findPersonalData } from "./find-personal-data.ts";
import { laterLetters, letters, unseenLetters } from "./letters.fixture.ts";
import type { PersonalKind, PersonalSpan } from "./personal-span.ts";
import { maskCode, redact } from "./redact.ts";

/** The letter as it was written, and where its braces stood. */
function read(marked: string): { text: string; spans: PersonalSpan[] } {
  const spans: PersonalSpan[] = [];
  let text = "";
  for (const part of marked.replaceAll("‖", "").split(/(\{\{[a-z]+\|[^}]+\}\})/u)) {
    const [, kind, words] = /^\{\{([a-z]+)\|([^}]+)\}\}$/u.exec(part) ?? [];
    if (kind) spans.push({ kind: kind as PersonalKind, from: text.length, to: text.length + words!.length });
    text += words ?? part;
  }
  return { text, spans };
}

const whole = (found: PersonalSpan[], { from, to }: PersonalSpan) => {
  for (let at = from; at < to; at += 1)
    if (!found.some((span) => at >= span.from && at < span.to)) return false;
  return true;
};

/** A planted thing counts as found when every sign of it is covered; a find counts as right when it touches one. */
function measure(marked: readonly string[]) {
  const sum = { planted: 0, covered: 0, found: 0, right: 0, missed: [] as string[], wrong: [] as string[] };
  for (const letter of marked) {
    const { text, spans } = read(letter);
    const found = findPersonalData(text);
    for (const span of spans) {
      sum.planted += 1;
      if (whole(found, span)) sum.covered += 1;
      else sum.missed.push(text.slice(span.from, span.to));
    }
    for (const span of found) {
      sum.found += 1;
      if (spans.some(({ from, to }) => from < span.to && span.from < to)) sum.right += 1;
      else sum.wrong.push(text.slice(span.from, span.to));
    }
  }
  return { ...sum, recall: sum.covered / sum.planted, precision: sum.right / sum.found };
}

test("finds what is planted in letters of citizens, and little else", () => {
  for (const set of [letters, laterLetters]) {
    const { missed, wrong } = measure(set);
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
  }
  // Never looked at while the patterns were made: what is to be expected of letters to come.
  const unseen = measure(unseenLetters);
  expect(unseen.recall).toBeGreaterThan(0.94);
  expect(unseen.wrong).toEqual([]);
});

test.each<[string, string]>([
  ["ông Nguyễn Văn Mẫu gọi 0912 345 678", "ông [họ tên] gọi [số điện thoại]"],
  ["Gửi mau.tran@gmail.com.", "Gửi [thư điện tử]."],
  [
    "Bà Mẫu trú tại số 12 ngõ 5, phố Mẫu; năm nay 70 tuổi.",
    "Bà [họ tên] trú tại [địa chỉ]; năm nay 70 tuổi.",
  ],
  ["Hồ sơ H05.12-261102-0012 quá hẹn.", "Hồ sơ [mã hồ sơ] quá hẹn."],
  ["Không có gì để che.", "Không có gì để che."],
  ["", ""],
])("covers: %s", (given, covered) => {
  expect(redact(given)).toBe(covered);
});

test("finds what unseen marks, decomposed letters and hard spaces hide, at its place in what was given", () => {
  const given = "Gặp ông Mẫu, s\u200bố 09\u200b12\u00a0345 678 nhé".normalize("NFD");
  const found = findPersonalData(given);
  expect(found.map(({ kind, from, to }) => [kind, given.slice(from, to).normalize("NFC")])).toEqual([
    ["name", "Mẫu"],
    ["phone", "09\u200b12\u00a0345 678"],
  ]);
  expect(redact(given).normalize("NFC")).toBe("Gặp ông [họ tên], s\u200bố [số điện thoại] nhé");
});

test("spans that overlap are covered together, in whatever order they are given", () => {
  const text = "Nhà ông Mẫu ở đây";
  const spans: PersonalSpan[] = [
    { kind: "address", from: 8, to: 13 },
    { kind: "name", from: 4, to: 11 },
  ];
  expect(redact(text, spans)).toBe("Nhà [họ tên] đây");
});

test.each([
  ["H05.12-261102-0012", "•••.••-••••••-••12"],
  ["BN-17", "••-17"],
])("a code is masked but for its end: %s", (code, masked) => {
  expect(maskCode(code)).toBe(masked);
});

test("whatever is typed, spans stand in order, apart, and within the text", () => {
  const part = fc.constantFrom(
    "ông ",
    "Mẫu",
    " 09",
    "12345678",
    "@a.vn",
    "ngõ 5",
    "\u200b",
    "ế".normalize("NFD"),
    "👨‍👩‍👧",
    "\n",
    "số ",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 4 })), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      let at = 0;
      for (const { from, to } of findPersonalData(text)) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(text.length);
        at = to;
      }
    }),
    { numRuns: 200 },
  );
});
