import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readGuide, saidIn } from "./read-guide.ts";

const docs = join(import.meta.dirname, "..", "..", "..", "..", "docs");

test("the guide is read whole: every part has its own address, no sign of how it is set is left, every picture is there", () => {
  const parts = readGuide(readFileSync(join(docs, "huong-dan-su-dung.md"), "utf8"));
  expect(parts.map(({ title }) => title)).toEqual(
    expect.arrayContaining(["Bắt đầu", "Tin, bài", "Quản trị"]),
  );
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  const blocks = parts.flatMap((part) => part.blocks);
  for (const block of blocks) {
    expect(saidIn(block)).not.toMatch(/\*\*|^#|^\d+\. |!\[|`/m);
    if (block.kind === "picture") expect(existsSync(join(docs, "pictures", block.name))).toBe(true);
  }
  const headings = parts.map((part) =>
    part.blocks.flatMap((one) => (one.kind === "heading" ? [one.id] : [])),
  );
  for (const ids of headings) expect(new Set(ids).size).toBe(ids.length);
});

test("steps keep their numbers and their further paragraphs; words keep how they are set", () => {
  const [part] = readGuide("# Tên\n\n## Phần\n\n2. Bấm **Gửi**, rồi `c`.\n   Thêm *một* điều.\n3. Hết.\n");
  expect(part).toMatchObject({ id: "phan", title: "Phần" });
  expect(part!.blocks).toEqual([
    {
      kind: "steps",
      from: 2,
      steps: [
        [
          [
            { text: "Bấm ", as: "plain" },
            { text: "Gửi", as: "strong" },
            { text: ", rồi ", as: "plain" },
            { text: "c", as: "code" },
            { text: ".", as: "plain" },
          ],
          [
            { text: "Thêm ", as: "plain" },
            { text: "một", as: "em" },
            { text: " điều.", as: "plain" },
          ],
        ],
        [[{ text: "Hết.", as: "plain" }]],
      ],
    },
  ]);
});
