import { describe, expect, test } from "vitest";
import { findEntries } from "./find-entries.ts";

const entries = ["Đổi mật khẩu", "Báo cáo", "Bảo tàng mở cửa", "Kế hoạch"].map((label) => ({
  label,
  kind: "Trang",
}));
const labels = (typed: string) => findEntries(entries, typed).map(({ label }) => label);

describe("Ctrl K", () => {
  test("finds without diacritics, đ included", () => {
    expect(labels("doi mat")).toEqual(["Đổi mật khẩu"]);
    expect(labels("ke hoach")).toEqual(["Kế hoạch"]);
    expect(labels("bao")).toEqual(["Báo cáo", "Bảo tàng mở cửa"]);
  });

  test("with diacritics finds only what has them, unless nothing does", () => {
    expect(labels("bảo")).toEqual(["Bảo tàng mở cửa"]);
    expect(labels("kê hoach")).toEqual(["Kế hoạch"]);
  });

  test("takes letters composed in either way", () => {
    expect(labels("Kế hoạch".normalize("NFD"))).toEqual(["Kế hoạch"]);
  });

  test("shows all when nothing is typed, and nothing when nothing fits", () => {
    expect(labels("")).toHaveLength(4);
    expect(labels("xyz")).toEqual([]);
  });
});
