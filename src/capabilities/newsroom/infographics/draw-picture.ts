import { encode } from "uqr";
import { ASCENT, type Letter, setLine, undrawable } from "./faces.ts";
import { fitTexts, LINE } from "./fit-text.ts";
import {
  altOf,
  cleanInput,
  type GraphicInput,
  type GraphicIssue,
  inputIssues,
  tooLongFor,
} from "./infographic.ts";
import { colours, needed, type Part, type Shape, shapes, type Template, type TextPart } from "./template.ts";
import { templateOf } from "./templates/index.ts";

/** Whose picture it is, and where its QR code leads; null: it has none. */
export interface Identity {
  agencyName: string;
  superiorName: string | null;
  address: string | null;
}

export interface Drawing {
  shape: Shape;
  /** Null: something does not fit. */
  svg: string | null;
  issues: GraphicIssue[];
}

export interface Drawn {
  /** What holds up all of them; then nothing is drawn. */
  issues: GraphicIssue[];
  drawings: Drawing[];
}

const day = (iso: string) => iso.split("-").reverse().join("/");

/** The picture around the table: whose it is, its title, source, day and QR code. */
function partsOf(
  template: Template,
  input: GraphicInput,
  identity: Identity,
  { shape, tight }: { shape: Shape; tight: boolean },
): Part[] {
  const { width, height, smallest, enlarged } = shapes.find(({ slug }) => slug === shape)!;
  const tall = height > width * 1.2;
  const margin = Math.round(width * 0.06);
  const inner = width - margin * 2;
  const names = [identity.superiorName, identity.agencyName].filter((name) => name !== null);
  const name = Math.round(smallest * LINE) + 2;
  const nameTop = Math.round(margin * 0.75);
  const titleTop = nameTop + name * names.length + 10;
  const usual = Math.round(height * (tall ? 0.125 : 0.15));
  // A title that is no longer leaves its room to the table.
  const titleHeight = tight
    ? Math.min(usual, Math.ceil(needed(input.title, inner, { smallest: smallest * 1.4 })))
    : usual;
  const code = identity.address === null ? 0 : Math.round(width * 0.17);
  const footer = Math.max(code, Math.ceil(smallest * LINE * 3));
  const footerTop = height - margin * 0.75 - footer;
  const top = titleTop + titleHeight + Math.round(height * 0.015);
  const frame = { x: margin, y: top, width: inner, height: footerTop - top - height * 0.03, smallest, tight };
  const text = { kind: "text" as const, x: margin, width: inner, across: "left" as const };
  const note = inner - (code > 0 ? code + 24 : 0);
  return [
    { kind: "box", x: 0, y: 0, width, height, round: 0, colour: "white" },
    { kind: "box", x: 0, y: 0, width, height: 14, round: 0, colour: "red" },
    ...names.map(
      (words, at): Part => ({
        ...text,
        field: "agency",
        words: words.toLocaleUpperCase("vi"),
        y: nameTop + name * at,
        height: name,
        largest: (smallest + 4) / enlarged,
        weight: at === names.length - 1 ? 600 : 400,
        colour: at === names.length - 1 ? "red" : "quiet",
        down: "middle",
        group: `agency${at}`,
      }),
    ),
    {
      ...text,
      field: "title",
      words: input.title,
      y: titleTop,
      height: titleHeight,
      largest: (width * 0.062) / enlarged,
      weight: 600,
      colour: "ink",
      down: "middle",
      group: "title",
    },
    ...template.arrange(input.rows, frame),
    {
      kind: "box",
      x: margin,
      y: footerTop - height * 0.01,
      width: inner,
      height: 3,
      round: 0,
      colour: "line",
    },
    {
      ...text,
      field: "source",
      words: `Nguồn: ${input.source}${input.day === null ? "" : `. Số liệu tính đến ${day(input.day)}.`}`,
      width: note,
      y: footerTop + 4,
      height: footer - 4,
      largest: (smallest + 6) / enlarged,
      weight: 400,
      colour: "quiet",
      down: "middle",
      group: "source",
    },
    ...(identity.address === null
      ? []
      : codeParts(identity.address, width - margin - code, footerTop + 4, code)),
  ];
}

/** A QR code of boxes, one to a run of dark modules, with the quiet border that readers want. */
function codeParts(address: string, x: number, y: number, side: number): Part[] {
  const { data, size } = encode(address, { border: 2, ecc: "M" });
  const each = side / size;
  return data.flatMap((row, line) => {
    const runs: Part[] = [];
    for (let from = 0; from < size; from += 1) {
      if (!row[from]) continue;
      let to = from;
      while (to < size && row[to]) to += 1;
      runs.push({
        kind: "box",
        x: x + from * each,
        y: y + line * each,
        width: (to - from) * each,
        height: each + 0.2,
        round: 0,
        colour: "ink",
      });
      from = to;
    }
    return runs;
  });
}

const near = (value: number) => String(Math.round(value * 100) / 100);

const escaped = (text: string) => text.replace(/[<>&"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** The lines of a text in its box as groups of letters, each letter's outline named once in `known`. */
function drawText(part: TextPart, size: number, lines: string[], known: Map<string, Letter>): string {
  const tall = lines.length * size * LINE;
  const spare = part.height - tall;
  // The room for marks on capitals is mostly empty: without it, words in the middle would seem to hang low.
  const middle = Math.max(0, spare / 2 - size * 0.1);
  const top = { top: 0, middle, bottom: spare }[part.down];
  return lines
    .map((line, at) => {
      const { letters, length } = setLine(line, part.weight);
      const wide = (length * size) / 1000;
      const left = { left: 0, center: (part.width - wide) / 2, right: part.width - wide }[part.across];
      const x = near(part.x + left);
      const y = near(part.y + top + size * (at * LINE + ASCENT));
      const uses = letters.map(({ letter, at: from }) => {
        if (letter.outline === "") return "";
        known.set(letter.id, letter);
        return `<use xlink:href="#${letter.id}" x="${from}"/>`;
      });
      return `<g transform="translate(${x} ${y}) scale(${near(size)}e-3)" fill="${colours[part.colour]}">${uses.join("")}</g>`;
    })
    .join("");
}

/** The parts of a picture with each text set in its size, or what does not fit. */
function setTexts(
  template: Template,
  input: GraphicInput,
  identity: Identity,
  { shape, tight }: { shape: Shape; tight: boolean },
) {
  const { smallest, enlarged } = shapes.find(({ slug }) => slug === shape)!;
  const parts = partsOf(template, input, identity, { shape, tight }).flatMap((part): Part[] => {
    if (part.kind !== "text") return [part];
    return part.words === "" ? [] : [{ ...part, largest: part.largest * enlarged }];
  });
  const groups = Map.groupBy(
    parts.filter((part) => part.kind === "text"),
    ({ group }) => group,
  );
  const set = new Map<TextPart, { size: number; lines: string[] }>();
  const issues: GraphicIssue[] = [];
  const sizes = new Map<string, number>();
  for (const [group, texts] of groups) {
    const most = sizes.get(texts[0]!.noLargerThan ?? "") ?? Number.POSITIVE_INFINITY;
    const fit = fitTexts(
      texts.map((text) => ({ ...text, largest: Math.min(text.largest, most) })),
      smallest,
    );
    if ("size" in fit) sizes.set(group, fit.size);
    if ("tooLong" in fit)
      for (const at of fit.tooLong) {
        const issue = tooLongFor(template, input, texts[at]!.field, [shape]);
        if (!issues.some(({ field }) => field === issue.field)) issues.push(issue);
      }
    else for (const [at, part] of texts.entries()) set.set(part, { size: fit.size, lines: fit.lines[at]! });
  }
  return { parts, set, issues };
}

function drawShape(template: Template, input: GraphicInput, identity: Identity, shape: Shape): Drawing {
  const { width, height } = shapes.find(({ slug }) => slug === shape)!;
  const even = setTexts(template, input, identity, { shape, tight: false });
  const tight = even.issues.length === 0 ? even : setTexts(template, input, identity, { shape, tight: true });
  // Where neither has room for all, the fewer faults are the nearer way out.
  const { parts, set, issues } = tight.issues.length <= even.issues.length ? tight : even;
  if (issues.length > 0) return { shape, svg: null, issues };
  const known = new Map<string, Letter>();
  const body = parts
    .map((part) => {
      if (part.kind === "text") {
        const { size, lines } = set.get(part)!;
        return drawText(part, size, lines, known);
      }
      const fill = `fill="${colours[part.colour]}"`;
      if (part.kind === "dot")
        return `<circle cx="${near(part.x)}" cy="${near(part.y)}" r="${near(part.radius)}" ${fill}/>`;
      return `<rect x="${near(part.x)}" y="${near(part.y)}" width="${near(part.width)}" height="${near(part.height)}" rx="${near(part.round)}" ${fill}/>`;
    })
    .join("");
  const letters = [...known.values()].map(({ id, outline }) => `<path id="${id}" d="${outline}"/>`).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="vi"><title>${escaped(input.title)}</title><desc>${escaped(altOf(template, input))}</desc><defs>${letters}</defs>${body}</svg>`;
  return { shape, svg, issues };
}

/** Draws the three pictures of an input; the same input gives the same bytes. Every text stands whole, or nothing is drawn. */
export function drawPictures(input: GraphicInput, identity: Identity): Drawn {
  const template = templateOf(input.template);
  if (!template)
    return {
      issues: [{ field: "template", shape: null, message: "Không có mẫu này; hãy chọn mẫu khác." }],
      drawings: [],
    };
  const cleaned = cleanInput(template, input);
  const issues = inputIssues(template, cleaned, undrawable);
  if (issues.length > 0) return { issues, drawings: [] };
  return { issues, drawings: shapes.map(({ slug }) => drawShape(template, cleaned, identity, slug)) };
}
