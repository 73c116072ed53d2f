import { ORPCError } from "@orpc/client";
import { describe, expect, test } from "vitest";
import { explainError, fieldErrors, isSignedOut } from "./api-error.ts";

describe("a failure in words", () => {
  test("says the server's sentence when it refused, and what to do", () => {
    const error = new ORPCError("CONFLICT", { status: 409, message: "Bài đã được duyệt." });
    expect(explainError(error)).toMatchObject({
      title: "Bài đã được duyệt.",
      advice: expect.stringContaining("Chưa có gì thay đổi"),
      code: null,
      mayRetry: false,
    });
  });

  test("names the refused fields beside them", () => {
    const error = new ORPCError("UNPROCESSABLE", {
      status: 422,
      message: "Còn thiếu.",
      data: { issues: [{ field: "title", message: "Hãy nhập tiêu đề." }] },
    });
    expect(fieldErrors(error)).toEqual({ title: "Hãy nhập tiêu đề." });
  });

  test("keeps a fault's own words from the screen and gives a code for support", () => {
    const error = new ORPCError("INTERNAL_SERVER_ERROR", { status: 500, message: "relation does not exist" });
    const told = explainError(error);
    expect(JSON.stringify(told)).not.toContain("relation");
    expect(told).toMatchObject({ code: "500 INTERNAL_SERVER_ERROR", mayRetry: true });
  });

  test("tells a lost connection from a broken page", () => {
    expect(explainError(new TypeError("Failed to fetch")).title).toBe("Không kết nối được với máy chủ.");
    expect(explainError(new RangeError("x"))).toMatchObject({
      title: "Trang này gặp lỗi.",
      code: "RangeError",
    });
  });

  test("survives answers that are not of our making", () => {
    const error = new ORPCError("BAD_GATEWAY", { status: 400, data: { issues: [null, { message: 3 }] } });
    expect(explainError(error).issues).toEqual([]);
  });

  test("knows the end of a session", () => {
    expect(isSignedOut(new ORPCError("UNAUTHORIZED", { status: 401 }))).toBe(true);
    expect(isSignedOut(new ORPCError("FORBIDDEN", { status: 403 }))).toBe(false);
  });
});
