import { describe, expect, test } from "vitest";
import { shownDay, typedDay } from "./typed-day.ts";

describe("a typed day", () => {
  test("is read day first, with any usual separator or none", () => {
    for (const text of ["14/11/2026", "14-11-2026", "14.11.2026", " 14 11 2026 ", "14112026"])
      expect(typedDay(text), text).toBe("2026-11-14");
    expect(typedDay("1/2/2026")).toBe("2026-02-01");
  });

  test("that no calendar has is none", () => {
    for (const text of ["", "31/02/2026", "29/2/2026", "11/14/2026", "0/1/2026", "14/11", "hôm nay"])
      expect(typedDay(text), text).toBeNull();
    expect(typedDay("29/2/2028")).toBe("2028-02-29");
  });

  test("with a year of two digits counts only when the field is left", () => {
    expect(typedDay("14/11/26")).toBeNull();
    expect(typedDay("14/11/26", { finished: true })).toBe("2026-11-14");
  });
});

describe("the field", () => {
  test("keeps what is being typed, and shows a value that came from elsewhere", () => {
    expect(shownDay("14/11/20", null)).toBe("14/11/20");
    expect(shownDay("4/1/2026", "2026-01-04")).toBe("4/1/2026");
    expect(shownDay("4/1/2026", "2026-11-14")).toBe("14/11/2026");
    expect(shownDay("4/1/2026", null)).toBe("");
  });
});
