import { type ClauseNode, childrenOf, type FieldRun, makeNode } from "./clause-node.ts";
import { type Field, fieldsIn, startsWithField } from "./field-name.ts";
import { type Label, parseAutomaticLabel, parseLabel } from "./label.ts";
import { ordinalOf } from "./label-order.ts";
import { rankOf, settleLetter } from "./label-rank.ts";
import type { Line } from "./line.ts";
import { nameClauses } from "./name-clauses.ts";
import { isCapitals } from "./printed.ts";
import { headsAList, nestUnderHeadings } from "./restarted-list.ts";
import { settleRuns } from "./settle-runs.ts";

const titledBelow: readonly string[] = ["part", "chapter", "section", "subsection", "article"];
const closingWords =
  /^(trong quá trình|quá trình (triển khai|thực hiện|tổ chức)|nhận được kế hoạch|căn cứ (nội dung )?kế hoạch này|kế hoạch này (có hiệu lực|được))/i;
const closingRequests = /^((sở|ubnd|ủy ban nhân dân)[^.;]{0,80} )?(yêu cầu|đề nghị) /i;

/** Builds the tree of clauses from the lines of a plan's body, in reading order. */
export class ClauseTree {
  readonly root: ClauseNode = makeNode("root", "", null);
  /** Paths that were printed twice and had to be told apart. */
  repeated: string[] = [];
  #stack: ClauseNode[] = [this.root];
  #bullets: ClauseNode[] = [];
  /** The paragraphs from here on close the whole plan. */
  #closed = false;
  #mayClose: boolean;
  /** No line of the plan has a number: capitals and bold letters alone tell what heads what. */
  #unnumbered: boolean;
  #lastNumbered: Line | null;
  /** A field whose value stands on the next line. */
  #awaiting: { field: Field; run: FieldRun } | null = null;

  /** `lastNumbered` is the last line with a number: only after it can the plan close. */
  constructor(lastNumbered: Line | null) {
    this.#lastNumbered = lastNumbered;
    this.#mayClose = lastNumbered === null;
    this.#unnumbered = lastNumbered === null;
  }

  /** The innermost clause that is open; null before the first. */
  get current(): ClauseNode | null {
    const top = this.#closed ? this.root : this.#stack.at(-1)!;
    return top === this.root ? null : top;
  }

  /** Whether the line just added stands under a heading such as "CĂN CỨ LẬP KẾ HOẠCH". */
  standsUnderBases(): boolean {
    return this.#stack.some(
      (node) =>
        node.kind !== "root" && /^(các )?(căn cứ|cơ sở pháp lý)/i.test(node.words) && node.words.length < 120,
    );
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

  /** Settles whom the labelled lines speak of and how the clauses are called, once all lines are in. */
  finish(): void {
    settleRuns(this.root);
    nestUnderHeadings(this.root);
    this.repeated = nameClauses(this.root);
  }

  #addNumbered(line: Line, found: Label): void {
    const label = settleLetter(found, this.#stack);
    const node = makeNode(label.kind, label.label, null);
    node.numbers = label.numbers;
    node.closing = label.closing;
    node.rank = rankOf(label, this.#stack);
    this.#fill(node, line, label.rest);
    this.#place(node);
    this.#bullets = [];
    const parent = this.#stack.at(-1)!;
    this.#append(node, parent);
    this.#stack.push(node);
    if (startsWithField(label.rest) && parent !== this.root)
      for (const field of fieldsIn(label.rest)) this.#run(parent, true).fields.push(field);
  }

  /** Closes what the number ends, so that the clause to hold it is on top. */
  #place(node: ClauseNode): void {
    // An inner list that counts from 1 again below a heading of the same form holds what goes on with it.
    const inner = this.#stack.findLastIndex((open) => open.innerList && open.rank === node.rank + 0.5);
    const innerOpen = inner < 0 ? null : this.#stack[inner]!;
    const goesOn = innerOpen !== null && ordinalOf(node) === (ordinalOf(innerOpen) ?? 0) + 1;
    if (innerOpen && goesOn && (innerOpen.bold === node.bold || !this.#continuesOuter(node))) {
      this.#stack.length = inner;
      node.rank += 0.5;
      node.innerList = true;
      return;
    }
    const sibling = this.#stack.findLast((open) => open.rank === node.rank && open.kind === node.kind);
    if (sibling && ordinalOf(node) === 1 && (ordinalOf(sibling) ?? 0) >= 1) {
      const heading = this.#headingAbove(sibling);
      if (heading) {
        this.#stack.length = this.#stack.indexOf(sibling);
        if (this.#stack.at(-1)!.kind === "paragraph") this.#stack.pop();
        this.#lift(heading, this.#stack.at(-1)!);
        this.#stack.push(heading);
        return;
      }
      if (node.kind === "decimal" && this.#holdsInnerList(sibling, node)) {
        this.#stack.length = this.#stack.indexOf(sibling) + 1;
        node.rank += 0.5;
        node.innerList = true;
        return;
      }
    }
    while (this.#stack.length > 1 && this.#stack.at(-1)!.rank >= node.rank) this.#stack.pop();
  }

  #continuesOuter(node: ClauseNode): boolean {
    const outer = this.#stack.findLast((open) => open.rank === node.rank && open.kind === node.kind);
    return outer !== undefined && (ordinalOf(outer) ?? 0) + 1 === ordinalOf(node);
  }

  /** The unnumbered heading that stands directly above, at the end of `sibling`. */
  #headingAbove(sibling: ClauseNode): ClauseNode | null {
    const top = this.#stack.at(-1)!;
    const last = top.entries.at(-1);
    const within = this.#stack.includes(sibling);
    return within && last && last.kind === "paragraph" && headsAList(last) ? last : null;
  }

  #holdsInnerList(outer: ClauseNode, inner: ClauseNode): boolean {
    if (childrenOf(outer).some((child) => child.kind === "decimal")) return false;
    return (outer.bold && !inner.bold) || !/[.;,]$/.test(outer.words);
  }

  #lift(heading: ClauseNode, to: ClauseNode): void {
    heading.parent?.entries.pop();
    heading.rank = to.rank + 0.1;
    this.#append(heading, to);
  }

  #addBullet(line: Line, label: Label): void {
    const depth = line.auto === null ? null : line.autoLevel;
    const container = this.#bulletContainer(label.label, depth);
    const node = makeNode("bullet", label.label, null);
    node.depth = depth;
    this.#fill(node, line, label.rest);
    this.#append(node, container);
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
    if (this.#unnumbered && this.#addHeading(line)) return;
    const hasText = top.entries.length > 0 || /[.;]$/.test(top.words);
    if (
      this.#mayClose &&
      (/^trên đây là/i.test(line.text) ||
        (hasText && (closingWords.test(line.text) || closingRequests.test(line.text))))
    )
      this.#closed = true;
    const node = makeNode("paragraph", "", null);
    this.#fill(node, line, line.text);
    this.#append(node, this.#closed ? this.root : top);
  }

  /** Takes a line in capitals, or a bold one below it, as the heading of what follows; false for any other. */
  #addHeading(line: Line): boolean {
    const capitals = isCapitals(line.text);
    if ((!capitals && !line.bold) || line.text.length > 250 || /[.;,!?…]$/.test(line.text)) return false;
    const node = makeNode("paragraph", "", null);
    this.#fill(node, line, line.text);
    node.bold = true;
    node.rank = capitals ? 0 : 1;
    while (this.#stack.length > 1 && this.#stack.at(-1)!.rank >= node.rank) this.#stack.pop();
    this.#append(node, this.#stack.at(-1)!);
    this.#stack.push(node);
    return true;
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
    for (const field of fields) run.fields.push(field);
    run.indexes.push(line.index);
    const last = fields.at(-1);
    this.#awaiting = last && last.value === "" ? { field: last, run } : null;
  }

  #run(container: ClauseNode, numbered = false): FieldRun {
    const last = container.entries.at(-1);
    if (last?.kind === "fields" && last.numbered === numbered) return last;
    const run: FieldRun = { kind: "fields", numbered, fields: [], indexes: [], target: null };
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

  #fill(node: ClauseNode, line: Line, words: string): void {
    node.words = words;
    node.bold = line.bold;
    node.centered = line.centered;
    node.emphasis = line.emphasis;
    node.indexes.push(line.index);
  }

  #append(node: ClauseNode, parent: ClauseNode): void {
    node.parent = parent;
    parent.entries.push(node);
  }

  #extendsTitle(top: ClauseNode, line: Line): boolean {
    if (top === this.root || top.kind === "paragraph" || top.entries.length > 0 || this.#closed) return false;
    if (isCapitals(top.words) && isCapitals(line.text) && top.words.length + line.text.length < 400)
      return true;
    const untitled = top.words === "" && line.text.length <= 250;
    return (
      untitled && titledBelow.includes(top.kind) && (line.bold || line.centered || !/[.;,]$/.test(line.text))
    );
  }
}
