import type { RichNode } from "#platform/rich-text/render-rich-text.ts";
import { joinedUse } from "../../ai-use/ai-use.ts";
import type { ContentFields } from "../../content-fields.ts";
import { kindOf } from "../../contract.ts";
import { ownWords } from "../../own-values.ts";
import { fieldsOf, type KindText } from "../stored-text.ts";
import { type Choice, type Stretch, threeWays } from "./three-ways.ts";

/** One place in which two texts differ, as it is read on either side. */
export interface Part {
  key: string;
  /** "Tiêu đề", "Nội dung". */
  place: string;
  mine: RichNode[];
  theirs: RichNode[];
  changed: "mine" | "theirs" | "both";
  /** What is taken unless somebody chooses otherwise. */
  taken: Choice;
  /** Both can stand, one after the other. */
  mayBoth: boolean;
}

/** Two texts laid beside each other: what both have, and the parts in which they differ, in the order of the page. */
export interface Laid {
  pieces: ({ same: RichNode[] } | Part)[];
  /** The text in which each part is taken as chosen; what nobody has chosen, as it is `taken`. */
  merged: (choices: Record<string, Choice>) => ContentFields;
}

const paragraph = (text: string): RichNode[] =>
  text.trim() === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text }] }];

/** Keys in one order at every depth: the database does not keep the order in which they were sent. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([key, part]) => [key, sorted(part)]),
  );
};
const keyOf = (node: unknown): string => JSON.stringify(sorted(node));

type Side = "mine" | "theirs" | "both";
function changedBy<Value>(mine: Value, theirs: Value, base: Value | undefined): Side | null {
  const [one, other] = [keyOf(mine), keyOf(theirs)];
  if (one === other) return null;
  if (base !== undefined && keyOf(base) === one) return "theirs";
  return base !== undefined && keyOf(base) === other ? "mine" : "both";
}

const picture = ({ imageId, imageAlt }: ContentFields): RichNode[] =>
  imageId === null
    ? []
    : [{ type: "image", attrs: { src: `/media/${imageId}`, mediaId: imageId, alt: imageAlt } }];

/** Lays mine beside theirs; `base` is the text that both began from, null when it is not known. */
export function layTexts(mine: ContentFields, newer: KindText, from: KindText | null): Laid {
  const kind = kindOf(newer.kind);
  const theirs = fieldsOf(newer);
  const base = from && fieldsOf(from);
  const pieces: Laid["pieces"] = [];
  /** A field that is one value: mine or theirs, and both where its words can stand together. */
  const field = (key: string, place: string, value: (of: ContentFields) => RichNode[], mayBoth = false) => {
    const [one, other] = [value(mine), value(theirs)];
    const changed = changedBy(one, other, base ? value(base) : undefined);
    if (!changed) return;
    const taken = changed === "both" ? (mayBoth ? "both" : "mine") : changed;
    pieces.push({ key, place, mine: one, theirs: other, changed, taken, mayBoth });
  };
  field("title", "Tiêu đề", ({ title }) => paragraph(title));
  field("summary", "Sapo", ({ summary }) => paragraph(summary), true);
  field("image", "Ảnh đại diện", picture);
  const stretches: Stretch<RichNode>[] = threeWays(
    mine.body.content ?? [],
    theirs.body.content ?? [],
    base ? (base.body.content ?? []) : null,
    keyOf,
  );
  const body = stretches.map((stretch, number): Laid["pieces"][number] =>
    "same" in stretch
      ? stretch
      : { ...stretch, key: `body-${number}`, place: kind?.fields.body.label ?? "Nội dung", mayBoth: true },
  );
  pieces.push(...body);
  const names = [...new Set([...Object.keys(theirs.own), ...Object.keys(mine.own)])];
  for (const name of names) {
    const known = kind?.own.find((own) => own.name === name);
    field(`own-${name}`, known?.label ?? name, ({ own }) =>
      paragraph(known ? ownWords(known, own[name] ?? "") : (own[name] ?? "")),
    );
  }
  /** What is not chosen part by part: of the side that changed it, of both where both did. */
  const either = <Name extends keyof ContentFields>(
    name: Name,
    both: (one: ContentFields[Name], other: ContentFields[Name]) => ContentFields[Name],
  ): ContentFields[Name] => {
    const changed = changedBy(mine[name], theirs[name], base?.[name]);
    if (changed === "both") return both(mine[name], theirs[name]);
    return (changed === "theirs" ? theirs : mine)[name];
  };
  const parts = pieces.filter((piece) => "key" in piece);
  const merged = (choices: Record<string, Choice>): ContentFields => {
    const choice = new Map(parts.map(({ key, taken }) => [key, choices[key] ?? taken]));
    const of = (key: string) => (choice.get(key) === "theirs" ? theirs : mine);
    const summaries = [theirs.summary, mine.summary];
    return {
      title: of("title").title,
      summary: choice.get("summary") === "both" ? summaries.join("\n") : of("summary").summary,
      imageId: of("image").imageId,
      imageAlt: of("image").imageAlt,
      body: { type: "doc", content: body.flatMap((piece) => blocksOf(piece, choice)) },
      own: Object.fromEntries(
        names.flatMap((name) => {
          const value = of(`own-${name}`).own[name];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
      primaryTheme: either("primaryTheme", (one, other) => one ?? other),
      themes: either("themes", (one, other) => [...new Set([...other, ...one])]),
      media: either("media", (one, other) => [
        ...other,
        ...one.filter(
          ({ mediaId, role }) => !other.some((there) => there.mediaId === mediaId && there.role === role),
        ),
      ]),
      aiUse: either("aiUse", joinedUse),
    };
  };
  return { pieces, merged };
}

function blocksOf(piece: Laid["pieces"][number], choice: Map<string, Choice>): RichNode[] {
  if ("same" in piece) return piece.same;
  const taken = choice.get(piece.key);
  return [...(taken === "mine" ? [] : piece.theirs), ...(taken === "theirs" ? [] : piece.mine)];
}
