import { commonPassages, cores, followUps, frames, moulds, stories } from "./stories.fixture.ts";

export type Label = "duplicate" | "possible" | "different";

/** A pair of texts by their names, and what a person would say of it. */
export interface LabelledPair {
  a: string;
  b: string;
  label: Label;
  /** How the second was made of the first. */
  how: string;
}

export interface LabelledSet {
  texts: Map<string, string>;
  pairs: LabelledPair[];
  /** What each text tells: two of one story are never called different. */
  storyOf: Map<string, string>;
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pool = stories
  .flatMap(({ retold }) => retold.split(/[\s,.]+/))
  .filter((word) => /^\p{Ll}+$/u.test(word));

/** Words replaced, left out, put in, anywhere: names and numbers are not spared. */
function edited(text: string, share: number, seed: number): string {
  const random = randomFrom(seed);
  const word = () => pool[Math.floor(random() * pool.length)]!;
  return text
    .split(/( |\n)/)
    .map((piece) => {
      if (/^\s?$/.test(piece) || random() >= share) return piece;
      const kind = random();
      return kind < 0.6 ? word() : kind < 0.8 ? "" : `${piece} ${word()}`;
    })
    .join("")
    .replace(/ {2,}/g, " ");
}

function shuffled<Value>(values: Value[], seed: number): Value[] {
  const random = randomFrom(seed);
  return values
    .map((value) => ({ value, key: random() }))
    .sort((x, y) => x.key - y.key)
    .map(({ value }) => value);
}

const framed = (text: string, frame: number) => {
  const { before, after } = frames[frame % frames.length]!;
  return `${before}\n${text}\n${after}`;
};

const withoutMarks = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");

const variants: Record<string, (text: string, seed: number) => string> = {
  repost: (text) => text.replaceAll("\n", "\r\n\r\n"),
  nfd: (text) => text.normalize("NFD"),
  "without-marks": withoutMarks,
  "edit-10": (text, seed) => edited(text, 0.1, seed),
  "edit-20": (text, seed) => edited(text, 0.2, seed + 100),
  "edit-30": (text, seed) => edited(text, 0.3, seed + 200),
  moved: (text, seed) => shuffled(text.split("\n"), seed).join("\n"),
  "moved-sentences": (text, seed) => shuffled(text.split(/(?<=[.]) |\n/), seed).join(" "),
  framed: framed,
  "framed-otherwise": (text, seed) => framed(text, seed + 1),
  "framed-edited-without-marks": (text, seed) =>
    framed(withoutMarks(edited(text, 0.12, seed + 300)), seed + 2),
};

/** Which third of the set is kept back: looked at after each change, tuned on only where both parts missed the same. */
export type Part = "tuned" | "held-out";
const inPart = (part: Part, at: number) => (at % 3 === 2) === (part === "held-out");

/** The pairs of one part, with every text of it, as a folder would hold them. */
export function labelledSet(part: Part): LabelledSet {
  const texts = new Map<string, string>();
  const pairs: LabelledPair[] = [];
  const storyOf = new Map<string, string>();
  const put = (name: string, story: string, text: string) => {
    texts.set(name, text);
    storyOf.set(name, story);
  };
  const kept = stories
    .map((story, at) => ({ ...story, at, name: `tin-${at}` }))
    .filter(({ at }) => inPart(part, at));
  for (const { text, retold, at, name } of kept) {
    put(name, name, text);
    for (const [how, make] of Object.entries(variants)) {
      put(`${name}-${how}`, name, make(text, at));
      pairs.push({ a: name, b: `${name}-${how}`, label: "duplicate", how });
    }
    put(`${name}-retold`, name, retold);
    put(`${name}-retold-framed`, name, framed(retold, at));
    pairs.push({ a: name, b: `${name}-retold`, label: "possible", how: "retold" });
    pairs.push({ a: name, b: `${name}-retold-framed`, label: "possible", how: "retold-framed" });
  }
  for (const [at, one] of kept.entries()) {
    for (const other of kept.slice(at + 1)) {
      pairs.push({ a: one.name, b: other.name, label: "different", how: "other-news" });
      pairs.push({ a: one.name, b: `${other.name}-retold`, label: "different", how: "other-news-retold" });
    }
  }
  for (const { of, text } of followUps) {
    const name = `tin-${of}`;
    if (!inPart(part, of)) continue;
    put(`${name}-sau`, `${name}-sau`, text);
    for (const [how, earlier] of [
      ["follow-up", name],
      ["follow-up-retold", `${name}-retold`],
      ["follow-up-edited", `${name}-edit-10`],
    ] as const)
      pairs.push({ a: earlier, b: `${name}-sau`, label: "different", how });
  }
  for (const [of, { text, slots }] of moulds.entries()) {
    if (inPart(part, of)) {
      const names = slots.map((slot, at) => {
        put(`khuon-${of}-${at}`, `khuon-${of}-${at}`, text(slot));
        return `khuon-${of}-${at}`;
      });
      for (const [at, a] of names.entries())
        for (const b of names.slice(at + 1)) pairs.push({ a, b, label: "different", how: "same-mould" });
    }
  }
  for (const [of, { before, after }] of commonPassages.entries()) {
    if ((of === 1) === (part === "held-out")) {
      const names = cores.map((core, at) => {
        put(`chung-${of}-${at}`, `chung-${of}-${at}`, `${before}\n${core}\n${after}`);
        return `chung-${of}-${at}`;
      });
      for (const [at, a] of names.entries())
        for (const b of names.slice(at + 1)) pairs.push({ a, b, label: "different", how: "common-passages" });
    }
  }
  return { texts, pairs, storyOf };
}
