import { describe, expect, test } from "vitest";
import { z } from "zod";
import "#platform/auth/contract-base.ts";

const said = (schema: z.ZodType, input: unknown) =>
  schema.safeParse(input).error?.issues.map(({ message }) => message);

describe("a refused field is told in Vietnamese", () => {
  test("texts, lists and numbers name their limit with Vietnamese digits", () => {
    expect(said(z.string().max(1000), "a".repeat(1001))).toEqual(["Dài quá 1.000 ký tự; hãy rút gọn."]);
    expect(said(z.string().min(1), "")).toEqual(["Không được để trống."]);
    expect(said(z.string().min(12), "ngắn")).toEqual(["Cần ít nhất 12 ký tự."]);
    expect(said(z.array(z.string()).min(1), [])).toEqual(["Hãy chọn ít nhất một mục."]);
    expect(said(z.array(z.string()).max(2), ["a", "b", "c"])).toEqual(["Nhiều quá 2 mục; hãy bớt đi."]);
    expect(said(z.int().min(2000).max(2100), 99999)).toEqual(["Lớn nhất là 2.100."]);
  });

  test("forms of writing, missing fields and unknown choices say what is wrong", () => {
    expect(said(z.email(), "ten@")).toEqual(["Địa chỉ thư điện tử chưa đúng, ví dụ ten@coquan.gov.vn."]);
    expect(said(z.iso.date(), "32/01/2026")).toEqual(["Ngày chưa đúng."]);
    expect(said(z.uuid(), "abc")).toEqual(["Mục được chọn không còn hoặc địa chỉ không đúng."]);
    expect(said(z.string().regex(/^[a-z]+$/), "Á")).toEqual(["Viết chưa đúng mẫu."]);
    expect(said(z.object({ tên: z.string() }), {})).toEqual(["Còn thiếu; hãy điền hoặc chọn."]);
    expect(said(z.string(), 12)).toEqual(["Kiểu dữ liệu chưa đúng."]);
    expect(said(z.enum(["news"]), "video")).toEqual(["Không phải một lựa chọn có trong danh sách."]);
    expect(said(z.union([z.string(), z.int()]), 1.5)).toEqual(["Chưa đúng; hãy kiểm tra lại."]);
  });

  test("a contract's own words stand before these", () => {
    expect(said(z.string().min(1, "Hãy nhập trích yếu."), "")).toEqual(["Hãy nhập trích yếu."]);
  });
});
