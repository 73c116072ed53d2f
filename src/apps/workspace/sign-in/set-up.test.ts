import { expect, test } from "vitest";
import { emptySetUp, fieldsMissing, setUpInput, stepOfField } from "./set-up.ts";

test("each step of the first set-up names only its own empty fields", () => {
  const setUp = emptySetUp();
  expect(Object.keys(fieldsMissing(setUp, 0))).toEqual(["agency.name", "agency.symbol", "agency.place"]);
  expect(fieldsMissing(setUp, 1)).toEqual({});
  expect(Object.keys(fieldsMissing(setUp, 2))).toContain("administrator.password");
});

test("a field that the server refused leads back to its step", () => {
  expect([stepOfField("agency.symbol"), stepOfField("units.0.name"), stepOfField("code")]).toEqual([0, 1, 2]);
});

test("a body without a superior sends none", () => {
  expect(setUpInput(emptySetUp()).agency.superiorName).toBeNull();
});
