import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("JSON chuẩn tắc", () => {
  test("cùng dữ liệu, khác thứ tự khóa, cho cùng một chuỗi", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "ưỡn" }], a: undefined })).toBe(
      canonicalJson({ b: [1, { c: "ưỡn", d: null }] }),
    );
  });

  test("đọc lại đúng giá trị đã ghi, và ghi lần nữa vẫn là chuỗi ấy", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test("giá trị mà JSON không chứa được bị từ chối", () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  });
});
