import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CommandCall } from "#platform/work/plug.ts";
import { duplicatesCommand } from "./duplicates.command.ts";
import { type FoundPair, findPairs } from "./find-pairs.ts";
import { labelledSet } from "./labelled-pairs.fixture.ts";
import { shortNews } from "./short-news.fixture.ts";
import { stories } from "./stories.fixture.ts";

const keyOf = ({ a, b }: { a: string; b: string }) => [a, b].sort().join(" ~ ");

/** Runs the command on a folder of files and gives what it answered. */
async function duplicates(files: Record<string, string | Uint8Array>) {
  const folder = mkdtempSync(join(tmpdir(), "gandan-trung-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return called(folder);
}

async function called(folder?: string) {
  let found: FoundPair[] | null = null;
  const said: string[] = [];
  const code = await duplicatesCommand.run({
    args: folder === undefined ? [] : [folder],
    flags: { json: true },
    answer: (data: unknown) => {
      found = data as FoundPair[];
    },
    stderr: (text: string) => said.push(text),
  } as unknown as CommandCall);
  return { code, found: found as FoundPair[] | null, said };
}

describe("pairs of the part of the labelled set that was kept back", () => {
  test("are told apart: reposts and edits, news told anew, other news of the same subject or mould", async () => {
    const { texts, pairs, storyOf } = labelledSet("held-out");
    const found = await findPairs([...texts].map(([name, text]) => ({ name, text })));
    const kindOf = new Map(found.map((pair) => [keyOf(pair), pair.kind]));
    const of = (label: string) => pairs.filter((pair) => pair.label === label);
    const share = (label: string, kind: string) =>
      of(label).filter((pair) => kindOf.get(keyOf(pair)) === kind).length / of(label).length;
    expect(of("duplicate").length).toBeGreaterThan(60);
    expect(share("duplicate", "duplicate")).toBeGreaterThanOrEqual(0.98);
    expect(share("possible", "possible")).toBeGreaterThanOrEqual(0.9);
    expect(of("different").filter((pair) => kindOf.has(keyOf(pair)))).toEqual([]);
    // Nor are two texts of different stories, labelled or not.
    expect(found.filter(({ a, b }) => storyOf.get(a) !== storyOf.get(b))).toEqual([]);
  });
});

test("short news is found again in other words, and not at another place, on another day, of another round", async () => {
  const texts = shortNews.flatMap(({ text, told, others }, at) => [
    { name: `${at}`, story: at, text },
    ...told.map((text, one) => ({ name: `${at} ${one}`, story: at, text })),
    ...others.map((text, one) => ({ name: `${at} other ${one}`, story: null, text })),
  ]);
  const storyOf = new Map(texts.map(({ name, story }) => [name, story]));
  const found = await findPairs(texts);
  const names = new Set(found.map(keyOf));
  const pairs = shortNews.flatMap(({ told }, at) =>
    told.map((_, one) => ({ a: `${at}`, b: `${at} ${one}` })),
  );
  expect(pairs.filter((pair) => names.has(keyOf(pair))).length / pairs.length).toBeGreaterThanOrEqual(0.9);
  // Of one subject's others some tell of one event themselves.
  expect(
    found.filter(
      ({ a, b }) => storyOf.get(a) !== storyOf.get(b) || !(a.includes("other") === b.includes("other")),
    ),
  ).toEqual([]);
});

describe("gandan duplicates", () => {
  const [first, second] = [stories[0]!.text, stories[4]!.text];

  test("reads every encoding a file may be in, and names the pair without the ending", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(first, "utf16le")]);
    const { code, found } = await duplicates({
      "mot.txt": first,
      "hai.TXT": utf16,
      "ba.txt": second,
      "khac.md": first,
      "hong.txt": Buffer.concat([Buffer.from(second), Buffer.from([0xc3, 0x28, 0x00, 0xff])]),
      "trong.txt": "",
      "ngan.txt": "Tin",
    });
    expect(code).toBe(0);
    expect(found).toEqual([
      { a: "ba", b: "hong", score: expect.any(Number), kind: "duplicate" },
      { a: "hai", b: "mot", score: 1, kind: "duplicate" },
    ]);
  });

  test("invisible characters, emoji and another Unicode form hide nothing", async () => {
    const hidden = first.normalize("NFD").replaceAll(" ", " \u200b").replaceAll(".", ".\u202e😀\u202c");
    const { found } = await duplicates({ "a.txt": first, "b.txt": hidden });
    expect(found).toEqual([{ a: "a", b: "b", score: 1, kind: "duplicate" }]);
  });

  test("a folder that is not there, or is a file, is one clear line and exit code 2", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gandan-trung-"));
    writeFileSync(join(folder, "tep.txt"), "x");
    mkdirSync(join(folder, "con.txt"));
    expect(await called(join(folder, "khong-co"))).toMatchObject({
      code: 2,
      said: [expect.stringContaining("không có thư mục này")],
    });
    expect(await called(join(folder, "tep.txt"))).toMatchObject({
      code: 2,
      said: [expect.stringContaining("đây không phải thư mục")],
    });
    expect((await called()).code).toBe(2);
    expect(await called(folder)).toMatchObject({ code: 0, found: [] });
  });
});
