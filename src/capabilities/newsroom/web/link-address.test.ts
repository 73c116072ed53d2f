import { expect, test } from "vitest";
import { linkFromTyped } from "./link-address.ts";

test("a typed address becomes the one that is meant", () => {
  const meant: Record<string, string> = {
    "https://bacninh.gov.vn/tin?a=1#b": "https://bacninh.gov.vn/tin?a=1#b",
    " http://congvan/ ": "http://congvan/",
    "abc.vn": "https://abc.vn",
    "dichvucong.gov.vn/p/home?ma=1.000894": "https://dichvucong.gov.vn/p/home?ma=1.000894",
    "tiếng-việt.vn": "https://tiếng-việt.vn",
    "may-chu.vn:8080/a": "https://may-chu.vn:8080/a",
    "sovhttdl@bacninh.gov.vn": "mailto:sovhttdl@bacninh.gov.vn",
    "mailto:a@b.vn?subject=x": "mailto:a@b.vn?subject=x",
    "tel:+842223822123": "tel:+842223822123",
    "tel:1022": "tel:1022",
    "/tin-tuc/mot-bai": "/tin-tuc/mot-bai",
  };
  for (const [typed, address] of Object.entries(meant)) expect(linkFromTyped(typed), typed).toBe(address);
});

test("what leads nowhere is no address", () => {
  for (const typed of [
    "",
    "abc",
    "xem tại đây",
    "xem tại abc.vn",
    "javascript:alert(1)",
    "https://",
    "http:// abc.vn",
    "mailto:",
    "mailto:abc",
    "tel:",
    "tel:abc",
    "//abc.vn",
    "ftp://abc.vn",
  ])
    expect(linkFromTyped(typed), typed).toBeNull();
});
