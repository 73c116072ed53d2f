import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toNfc } from "./nfc.ts";
import { pointLetter, pointLetters, pointOrdinal } from "./point-letter.ts";
import { fromRoman, toRoman } from "./roman-numeral.ts";
import { slugify } from "./slugify.ts";
import { unaccent } from "./unaccent.ts";

describe("Vietnamese text", () => {
  test("is kept in NFC", () => {
    expect(toNfc("Ngân sách".normalize("NFD"))).toBe("Ngân sách".normalize("NFC"));
  });

  test("loses its diacritics with đ becoming d, in either Unicode form", () => {
    expect(unaccent("Đường lối đổi mới ở huyện Ứng Hòa")).toBe("Duong loi doi moi o huyen Ung Hoa");
    expect(unaccent("Đổi mới".normalize("NFD"))).toBe("Doi moi");
  });

  test("becomes an address of plain letters, digits and single hyphens", () => {
    expect(slugify("  Đẩy mạnh “cải cách” – năm 2026! ")).toBe("day-manh-cai-cach-nam-2026");
    expect(slugify("…")).toBe("");
    expect(slugify("một hai ba", 8)).toBe("mot-hai");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) =>
        /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(slugify(text)),
      ),
    );
  });
});

describe("labels of clauses", () => {
  test("number điểm a b c d đ e g h i k …", () => {
    expect([..."abcdđeghik"].map(pointOrdinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(pointOrdinal("f")).toBeNull();
    expect(pointOrdinal("")).toBeNull();
    expect(pointLetters).toHaveLength(23);
    expect(pointLetter(5)).toBe("đ");
    expect(pointLetter(24)).toBeNull();
  });

  test("read every Roman numeral they write, and no other", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3999 }), (value) => fromRoman(toRoman(value)) === value));
    for (const wrong of ["", "IIX", "IIII", "VV", "ABC", "i"]) expect(fromRoman(wrong)).toBeNull();
    expect(toRoman(0)).toBe("0");
  });
});
