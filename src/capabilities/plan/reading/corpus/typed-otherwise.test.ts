import { expect, test } from "vitest";
import { docxFile } from "#platform/official-document/read/docx.fixture.ts";
import { openPackage } from "#platform/official-document/read/open-package.ts";
import { readPlan } from "../read-plan.ts";
import { committeePlans } from "./committees.fixture.ts";
import { departmentPlans } from "./departments.fixture.ts";
import { everydayPlans } from "./everyday-plans.fixture.ts";
import { otherOffices } from "./other-offices.fixture.ts";
import { compared, outlineOf } from "./outline.fixture.ts";

const plans = [...departmentPlans, ...committeePlans, ...everydayPlans, ...otherOffices];

const parts = ["word/document.xml", "word/numbering.xml", "word/styles.xml"];

/** A Word file whose words are typed in another way; what is no Word file gives null. */
async function retyped(file: Uint8Array, change: (text: string) => string): Promise<Uint8Array | null> {
  if (file[0] !== 0x50) return null;
  const source = await openPackage(file);
  const held: Record<string, string> = {};
  for (const part of parts) {
    const chunks: Uint8Array[] = [];
    if (await source.stream(part, (chunk) => chunks.push(chunk)))
      held[part] = Buffer.concat(chunks).toString();
  }
  const words = /(?<=<w:t(?: [^>]*)?>)[^<]+/g;
  held["word/document.xml"] = held["word/document.xml"]!.replace(words, change);
  return docxFile("", held);
}

const ways: [string, (text: string) => string][] = [
  ["in letters taken apart", (text) => text.normalize("NFD")],
  ["with no-break spaces", (text) => text.replaceAll(" ", "\u00a0")],
  ["with two spaces and zero-width marks", (text) => text.replaceAll(" ", " \u200b ")],
  ["with long dashes before items", (text) => text.replace(/^- /, "– ").replace(/^\+ /, "+\u00a0")],
  ["with dashes of other lengths in numbers", (text) => text.replace(/(?<=\p{Lu})-(?=\p{Lu})/gu, "–")],
  ["with old letters for Đ", (text) => text.replaceAll("Đ", "\u00d0").replaceAll("đ", "\u00f0")],
];

test.each(ways)("plans typed %s read the same", async (_, change) => {
  let count = 0;
  for (const plan of plans) {
    const file = await retyped(await plan.file(), change);
    if (!file) continue;
    const { expected, actual } = compared(plan.expected, outlineOf(await readPlan(file, "ke-hoach.docx")));
    expect(actual, plan.name).toEqual(expected);
    count += 1;
  }
  expect(count).toBeGreaterThan(10);
});
