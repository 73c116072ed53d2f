import { expect, test } from "vitest";
import type { Entry } from "../api.ts";
import { nextOf, stepTo } from "./board-steps.ts";

const may = (...verbs: string[]) =>
  new Proxy({} as Record<string, { allowed: boolean; why: string | null }>, {
    get: (_, verb: string) =>
      verbs.includes(verb) ? { allowed: true, why: null } : { allowed: false, why: `không có quyền ${verb}` },
  });
const text = (state: string, ...verbs: string[]) =>
  ({ id: "x", state, item: { id: "x", may: may(...verbs) }, deliverable: null }) as unknown as Entry;
const unwritten = (...verbs: string[]) =>
  ({ id: "x", state: "planned", item: null, deliverable: { may: may(...verbs) } }) as unknown as Entry;

test("a card goes on by the step that leads there, for whom that step is open", () => {
  expect(stepTo(unwritten("start"), "draft")).toEqual({ act: "start" });
  expect(stepTo(text("draft", "submit"), "submitted")).toMatchObject({ act: "open", address: "/noi-dung/x" });
  expect(stepTo(text("submitted", "approve"), "approved")).toMatchObject({
    act: "open",
    address: "/noi-dung/x/duyet",
  });
  expect(stepTo(text("approved", "schedule"), "scheduled")).toEqual({ act: "schedule" });
  expect(stepTo(text("scheduled", "takeBack"), "approved")).toEqual({ act: "takeBack" });
  expect(stepTo(text("submitted", "recall"), "draft")).toEqual({ act: "recall" });
  expect(stepTo(text("submitted"), "approved")).toEqual({ act: "refuse", why: "không có quyền approve" });
});

test("a card that would leave steps out says which ones, and what is out does not come back", () => {
  expect(stepTo(text("draft", "submit", "approve"), "scheduled")).toEqual({
    act: "refuse",
    why: "Chưa sang “Hẹn giờ” được; còn thiếu: gửi duyệt, người thứ hai duyệt, hẹn giờ đăng.",
  });
  expect(stepTo(unwritten("start"), "approved")).toMatchObject({
    why: /bắt đầu viết, gửi duyệt, người thứ hai/,
  });
  expect(stepTo(text("scheduled"), "published")).toMatchObject({ why: /tự lên cổng/ });
  expect(stepTo(text("published", "withdraw"), "draft")).toMatchObject({ why: /Đã đăng/ });
  expect([nextOf("returned"), nextOf("scheduled"), nextOf("published")]).toEqual([
    "submitted",
    "published",
    null,
  ]);
});
