import { expect, test } from "vitest";
import { whyNot } from "./may-button.tsx";

test("a button follows what the server says that the caller may do", () => {
  const may = {
    approve: { allowed: false, why: "Người soạn không được tự duyệt bài của mình." },
    read: { allowed: true, why: null },
  };
  expect(whyNot(may, "read")).toBeNull();
  expect(whyNot(may, "approve")).toBe("Người soạn không được tự duyệt bài của mình.");
});

test("a button whose verb nobody named is not allowed", () => {
  expect(whyNot({}, "remove")).toBe("Tài khoản của bạn không có quyền làm việc này.");
  expect(whyNot(undefined, "remove")).not.toBeNull();
});
