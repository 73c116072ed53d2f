import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { samplePictures } from "../../sample-pictures.ts";
import { likenessOf } from "./keep-likeness.ts";
import { isSamePicture, type Likeness, NEAR_BITS } from "./likeness.ts";

const WIDTH = 600;
const HEIGHT = 400;

/** Numbers that look drawn by lot, the same at each run. */
const drawn = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

/** A meeting as a camera in the hall sees it: the same banner, wall and floor, other people. */
function meeting(seed: number): string {
  const next = drawn(seed * 77 + 5);
  const people = Array.from({ length: 9 + Math.floor(next() * 8) }, () => {
    const [x, y, size] = [next() * 1200, 420 + next() * 300, 25 + next() * 40];
    return `<circle cx="${x}" cy="${y}" r="${size}" fill="hsl(${next() * 40},40%,${20 + next() * 50}%)"/><rect x="${x - size * 1.4}" y="${y + size}" width="${size * 2.8}" height="${size * 3}" fill="hsl(${next() * 360},40%,${30 + next() * 40}%)"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="#e8e0d2"/><rect y="${500 + next() * 60}" width="1200" height="300" fill="#8a6a4b"/><rect x="${200 + next() * 200}" y="${60 + next() * 50}" width="${500 + next() * 250}" height="${90 + next() * 50}" fill="#b01c24"/>${people.join("")}</svg>`;
}

/** As a camera gives it: with grain, darker towards the foot. */
async function photograph(svg: string): Promise<Buffer> {
  const { data } = await sharp(Buffer.from(svg))
    .resize(WIDTH, HEIGHT)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const next = drawn(9);
  for (let at = 0; at < data.length; at++)
    data[at] = Math.max(0, Math.min(255, data[at]! * (1 - (0.2 * at) / data.length) + (next() - 0.5) * 24));
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** What people do to a picture before they send it again. */
const copies: Record<string, (picture: Sharp) => Sharp> = {
  "made smaller": (picture) => picture.resize(200).jpeg({ quality: 60 }),
  "compressed hard": (picture) => picture.jpeg({ quality: 20 }),
  "cut at every side": (picture) => picture.extract({ left: 30, top: 20, width: 540, height: 360 }).jpeg(),
  "cut at two sides": (picture) => picture.extract({ left: 42, top: 10, width: 540, height: 362 }).webp(),
  "cut at the foot": (picture) => picture.extract({ left: 10, top: 0, width: 590, height: 345 }).png(),
  "lighter and paler": (picture) => picture.modulate({ brightness: 1.15, saturation: 0.6 }).jpeg(),
  "in grey": (picture) => picture.greyscale().webp({ quality: 60 }),
  "in a white frame": (picture) =>
    picture.extend({ top: 10, bottom: 10, left: 10, right: 10, background: "#fff" }).jpeg(),
};

const nearestBits = (one: Likeness, other: Likeness) => {
  const bits = (a: string, b: string) => [...a].filter((bit, at) => bit !== b[at]).length;
  return Math.min(
    ...one.hashes.map((hash) => bits(hash, other.hashes[0]!)),
    ...other.hashes.map((hash) => bits(hash, one.hashes[0]!)),
  );
};

test("a copy is told however it was changed; another picture of the same scene is not", async () => {
  const scenes = [...samplePictures.slice(0, 4).map(({ svg }) => svg), ...[2, 3, 5, 6].map(meeting)];
  const photographs = await Promise.all(scenes.map(photograph));
  const known = await Promise.all(photographs.map(likenessOf));
  const missed: string[] = [];
  for (const [index, picture] of photographs.entries())
    for (const [how, change] of Object.entries(copies)) {
      const copy = await likenessOf(await change(sharp(picture)).toBuffer());
      const isFound = nearestBits(copy, known[index]!) <= NEAR_BITS && isSamePicture(copy, known[index]!);
      if (!isFound) missed.push(`${index} ${how}`);
    }
  expect(missed).toEqual([]);
  const mistaken = known.flatMap((one, index) =>
    known
      .slice(index + 1)
      .filter((other) => nearestBits(one, other) <= NEAR_BITS && isSamePicture(one, other)),
  );
  expect(mistaken).toEqual([]);
  const plain = await likenessOf(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: "#9b1420" } })
      .png()
      .toBuffer(),
  );
  expect(isSamePicture(plain, plain)).toBe(false);
});
