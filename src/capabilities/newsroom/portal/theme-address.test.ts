import { expect, test } from "vitest";
import { contentThemes } from "#plan/contract";
import { themeAddress, themeAt } from "./theme-address.ts";

test("each theme has one address of its own, in Vietnamese, and is found by the former one", () => {
  const addresses = contentThemes.map(themeAddress);
  expect(new Set(addresses).size).toBe(contentThemes.length);
  for (const theme of contentThemes) {
    expect(themeAddress(theme)).toMatch(/^[a-z0-9-]{3,}$/);
    expect(themeAt(themeAddress(theme))).toEqual({ theme, moved: false });
    expect(themeAt(theme.slug)).toEqual({ theme, moved: true });
  }
  expect(themeAt("khong-co")).toBeNull();
});
