import { pointOrdinal } from "#platform/text/point-letter.ts";
import { type ClauseNode, type FieldRun, makeNode, segmentsOf } from "./clause-node.ts";
import { type Field, fieldsIn, startsWithField } from "./field-name.ts";
import { type Label, type LabelKind, parseAutomaticLabel, parseLabel } from "./label.ts";
import { isCapitals, type Line } from "./line.ts";
import { settleRuns } from "./settle-runs.ts";

const ranks: Record<Exclude<LabelKind, "bullet">, number> = {
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  "upper-letter": 5,
  roman: 6,
  decimal: 10,
  letter: 20,
  "letter-decimal": 21,
  "lower-roman": 23,
};
const titledBelow: readonly string[] = ["part", "chapter", "section", "subsection", "article"];
const closingWords =
  /^(trong quá trình|quá trình (triển khai|thực hiện|tổ chức)|nhận được kế hoạch|căn cứ (nội dung )?kế hoạch này|kế hoạch này (có hiệu lực|được))/i;
const closingRequests = /^((sở|ubnd|ủy ban nhân dân)[^.;]{0,80} )?(yêu cầu|đề nghị) /i;

/** Builds the tree of clauses from the lines of a plan's body, in reading order. */
export class ClauseTree {
  readonly root: ClauseNode = makeNode("root", "", null);
  /** Paths that were printed twice and had to be told apart. */
  readonly repeated: string[] = [];
  #stack: ClauseNode[] = [this.root];
  #bullets: ClauseNode[] = [];
  #paths = new Set<string>();
  #closingRank = new Map<string, number>();
  /** The paragraphs from here on close the whole plan. */
  #closed = false;
  #mayClose: boolean;
  #lastNumbered: Line | null;
  /** A field whose value stands on the next line. */
  #awaiting: { field: Field; run: FieldRun } | null = null;

  /** `lastNumbered` is the last line with a number: only after it can the plan close. */
  constructor(lastNumbered: Line | null) {
    this.#lastNumbered = lastNumbered;
    this.#mayClose = lastNumbered === null;
  }

  /** Takes the next line of the body; `labelled` when it is one of the lines that state a task. */
  add(line: Line, labelled: boolean): void {
    const label = line.auto !== null ? parseAutomaticLabel(line.auto, line.text) : parseLabel(line.text);
    if (label && label.kind !== "bullet") {
      this.#awaiting = null;
      this.#addNumbered(line, label);
      this.#mayClose ||= line === this.#lastNumbered;
      return;
    }
    const words = label ? label.rest : line.text;
    if (labelled) {
      this.#addFields(line, words, label);
      return;
    }
    if (this.#awaiting && words.length < 300) {
      this.#awaiting.field.value = [this.#awaiting.field.value, words.replace(/[.;,]$/, "")]
        .filter(Boolean)
        .join("; ");
      this.#awaiting.run.indexes.push(line.index);
      if (!label) this.#awaiting = null;
      return;
    }
    this.#awaiting = null;
    if (label) this.#addBullet(line, label);
    else this.#addParagraph(line);
  }

  /** Settles whom the labelled lines speak of, once all lines are in. */
  finish(): void {
    settleRuns(this.root);
  }

  #addNumbered(line: Line, found: Label): void {
    const label = this.#settleLetter(found);
    const rank = this.#rankOf(label);
    while (this.#stack.length > 1 && this.#stack.at(-1)!.rank >= rank) this.#stack.pop();
    this.#bullets = [];
    const node = this.#open(label.kind, label.label, this.#stack.at(-1)!, line, label.rest);
    node.numbers = label.numbers;
    node.rank = rank;
    this.#stack.push(node);
    if (startsWithField(label.rest) && node.parent !== this.root)
      this.#run(node.parent!).fields.push(...fieldsIn(label.rest));
  }

  #addBullet(line: Line, label: Label): void {
    const depth = line.auto === null ? null : line.autoLevel;
    const container = this.#bulletContainer(label.label, depth);
    const node = this.#open("bullet", label.label, container, line, label.rest);
    node.depth = depth;
    this.#bullets.push(node);
  }

  #addParagraph(line: Line): void {
    const top = this.#stack.at(-1)!;
    if (this.#extendsTitle(top, line)) {
      top.words = top.words === "" ? line.text : `${top.words} ${line.text}`;
      top.bold = line.bold;
      top.indexes.push(line.index);
      return;
    }
    this.#bullets = [];
    const hasText = top.entries.length > 0 || /[.;]$/.test(top.words);
    if (
      this.#mayClose &&
      (/^trên đây là/i.test(line.text) ||
        (hasText && (closingWords.test(line.text) || closingRequests.test(line.text))))
    )
      this.#closed = true;
    this.#open("paragraph", "", this.#closed ? this.root : top, line, line.text);
  }

  #addFields(line: Line, words: string, label: Label | null): void {
    const container = label
      ? this.#bulletContainer(label.label, line.autoLevel)
      : this.#closed
        ? this.root
        : this.#stack.at(-1)!;
    if (!label) this.#bullets = [];
    const run = this.#run(container);
    const fields = fieldsIn(words);
    run.fields.push(...fields);
    run.indexes.push(line.index);
    const last = fields.at(-1);
    this.#awaiting = last && last.value === "" ? { field: last, run } : null;
  }

  #run(container: ClauseNode): FieldRun {
    const last = container.entries.at(-1);
    if (last?.kind === "fields") return last;
    const run: FieldRun = { kind: "fields", fields: [], indexes: [], target: null };
    container.entries.push(run);
    return run;
  }

  #bulletContainer(mark: string, depth: number | null): ClauseNode {
    const at = this.#bullets.findIndex((open) =>
      depth !== null && open.depth !== null ? open.depth >= depth : open.mark === mark,
    );
    if (at >= 0) this.#bullets.length = at;
    return this.#bullets.at(-1) ?? (this.#closed ? this.root : this.#stack.at(-1)!);
  }

  #open(kind: ClauseNode["kind"], label: string, parent: ClauseNode, line: Line, words: string): ClauseNode {
    const node = makeNode(kind, label, parent);
    node.words = words;
    node.bold = line.bold;
    node.emphasis = line.emphasis;
    node.indexes.push(line.index);
    node.level = parent === this.root ? 0 : parent.level + 1;
    const shown =
      kind === "paragraph"
        ? `p${this.#countOf(parent, "paragraph")}`
        : kind === "bullet"
          ? `b${this.#countOf(parent, "bullet")}`
          : label;
    if (kind === "paragraph" || kind === "bullet") node.label = shown;
    node.segments = segmentsOf(parent.segments, shown);
    this.#name(node);
    parent.entries.push(node);
    return node;
  }

  #counts = new WeakMap<ClauseNode, Map<string, number>>();

  #countOf(parent: ClauseNode, kind: string): number {
    const counts = this.#counts.get(parent) ?? new Map<string, number>();
    this.#counts.set(parent, counts);
    const next = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, next);
    return next;
  }

  #timesTaken = new Map<string, number>();

  #name(node: ClauseNode): void {
    let path = node.segments.join(".");
    if (this.#paths.has(path)) {
      this.repeated.push(path);
      const plain = path;
      let time = this.#timesTaken.get(plain) ?? 1;
      do {
        time += 1;
        path = `${plain}~${time}`;
      } while (this.#paths.has(path));
      this.#timesTaken.set(plain, time);
      node.segments = [
        ...node.segments.slice(0, -1),
        `${node.segments.at(-1)}~${path.slice(plain.length + 1)}`,
      ];
    }
    this.#paths.add(path);
    node.path = path;
  }

  #extendsTitle(top: ClauseNode, line: Line): boolean {
    if (top === this.root || top.entries.length > 0 || this.#closed) return false;
    if (isCapitals(top.words) && isCapitals(line.text) && top.words.length + line.text.length < 400)
      return true;
    const untitled = top.words === "" && line.text.length <= 250;
    return (
      untitled && titledBelow.includes(top.kind) && (line.bold || line.centered || !/[.;,]$/.test(line.text))
    );
  }

  /** "i)", "v)", "x)" are điểm letters in their turn, else small Roman numerals. */
  #settleLetter(label: Label): Label {
    if (label.kind !== "letter" || !"ivx".includes(label.label)) return label;
    const openLetter = this.#stack.find((node) => node.kind === "letter");
    const previous = openLetter ? pointOrdinal(openLetter.label) : null;
    if (previous !== null && previous + 1 === pointOrdinal(label.label)) return label;
    const openRoman = this.#stack.find((node) => node.kind === "lower-roman");
    const roman = label.label === "i" || openRoman !== undefined;
    return roman ? { ...label, kind: "lower-roman" } : label;
  }

  #rankOf(label: Label): number {
    const kind = label.kind as Exclude<LabelKind, "bullet">;
    if (kind === "upper-letter") {
      const known = this.#closingRank.get("A");
      if (known !== undefined) return known;
      const rank = this.#stack.some((node) => node.kind === "roman") ? 7 : ranks[kind];
      this.#closingRank.set("A", rank);
      return rank;
    }
    if (kind !== "decimal") return ranks[kind];
    if (label.numbers.length > 1) return ranks.decimal + label.numbers.length - 1;
    const style = label.closing === ")" || label.closing === "()" ? label.closing : ".";
    const known = this.#closingRank.get(style);
    if (known !== undefined) return known;
    const underLetter = this.#stack.some((node) => node.kind === "letter");
    const underDecimal = this.#stack.some((node) => node.kind === "decimal");
    const rank = underLetter && style !== "." ? 22 : underDecimal && style !== "." ? 16 : ranks.decimal;
    this.#closingRank.set(style, rank);
    return rank;
  }
}
