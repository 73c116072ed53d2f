import type { Block, Paragraph } from "./block.ts";
import { cleanText } from "./clean-text.ts";
import { codingOf } from "./legacy-letters.ts";
import { limits, tooLong } from "./limits.ts";
import { OdtCounter } from "./odt-numbering.ts";
import type { OdtLook, OdtStyles } from "./odt-styles.ts";
import { OdtTables } from "./odt-tables.ts";
import { addPiece, emphasisOf, type Piece, settleLetters } from "./pieces.ts";
import type { Attributes, XmlHandler } from "./read-xml.ts";

/** Elements whose whole content is not part of the text as it stands. */
const leftOutElements = new Set([
  "text:tracked-changes",
  "text:note",
  "office:annotation",
  "text:table-of-content",
  "text:alphabetical-index",
  "text:illustration-index",
  "text:table-index",
  "text:user-index",
  "text:object-index",
  "text:bibliography",
  "text:ruby-text",
  "text:hidden-text",
  "text:hidden-paragraph",
  "text:placeholder",
  "text:script",
  "office:forms",
  "office:scripts",
  "office:binary-data",
  "office:event-listeners",
  "svg:title",
  "svg:desc",
  "style:header",
  "style:footer",
]);

interface OpenParagraph {
  pieces: Piece[];
  style: OdtLook;
  spans: OdtLook[];
  label: string | null;
  labelLevel: number | null;
  /** White space before here collapses. */
  spaced: boolean;
  characters: number;
  boldCharacters: number;
  italicCharacters: number;
}

interface OpenList {
  style: string | null;
  counter: OdtCounter;
  level: number;
  /** Items of this list are numbered, not headers. */
  item: { numbered: boolean; start: number | null } | null;
}

/** Turns the events of content.xml into blocks. */
export class OdtBody implements XmlHandler {
  /** False for a sheet or a presentation. */
  isText = false;
  readonly leftOut = { deletions: 0, comments: 0, footnotes: 0 };
  #styles: OdtStyles;
  #tables = new OdtTables();
  #path: string[] = [];
  #skipping = 0;
  #inBody = false;
  #paragraphs: OpenParagraph[] = [];
  #lists: OpenList[] = [];
  #counters = new Map<string, OdtCounter>();
  #lastOfStyle = new Map<string, OdtCounter>();
  #headings = new OdtCounter();
  #number: string | null = null;
  #index = 0;
  #written = 0;
  #characters = 0;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  get blocks(): Block[] {
    return this.#tables.blocks;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipping > 0) {
      this.#skipping += 1;
      if (name === "text:deletion") this.leftOut.deletions += 1;
      return;
    }
    const hiddenSection = name === "text:section" && attributes["text:display"] === "none";
    if (leftOutElements.has(name) || hiddenSection) {
      if (name === "text:note") this.leftOut.footnotes += 1;
      else if (name === "office:annotation") this.leftOut.comments += 1;
      this.#skipping = 1;
      return;
    }
    this.#path.push(name);
    if (name === "office:text") {
      this.#inBody = true;
      this.isText = true;
    }
    if (!this.#inBody) return;
    switch (name) {
      case "text:p":
      case "text:h":
        this.#openParagraph(name, attributes);
        break;
      case "text:span": {
        const paragraph = this.#paragraphs.at(-1);
        paragraph?.spans.push(this.#styles.textLook(attributes["text:style-name"] ?? null));
        break;
      }
      case "text:s":
        this.#write(" ".repeat(Math.min(Number(attributes["text:c"] ?? 1) || 1, 500)));
        break;
      case "text:tab":
        this.#write("\t");
        break;
      case "text:line-break":
        this.#write("\n");
        break;
      case "text:number":
        this.#number = "";
        break;
      case "text:list":
        this.#openList(attributes);
        break;
      case "text:list-item":
      case "text:list-header":
      case "text:numbered-paragraph": {
        if (name === "text:numbered-paragraph") this.#openNumberedParagraph(attributes);
        const list = this.#lists.at(-1);
        const start = Number(attributes["text:start-value"]);
        if (list)
          list.item = {
            numbered: name !== "text:list-header",
            start: Number.isSafeInteger(start) && attributes["text:start-value"] !== undefined ? start : null,
          };
        break;
      }
      default:
        this.#tables.open(name, attributes, this.#index);
    }
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    this.#path.pop();
    if (name === "office:text") this.#inBody = false;
    if (!this.#inBody) return;
    if (name === "text:p" || name === "text:h") this.#closeParagraph();
    else if (name === "text:span") this.#paragraphs.at(-1)?.spans.pop();
    else if (name === "text:number") this.#closeNumber();
    else if (name === "text:list" || name === "text:numbered-paragraph") this.#lists.pop();
    else this.#tables.close(name);
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    if (this.#number !== null) {
      this.#number += text.slice(0, 100);
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    let words = text.replace(/[ \t\r\n]+/g, " ");
    if (paragraph.spaced && words.startsWith(" ")) words = words.slice(1);
    if (words === "") return;
    this.#write(words);
    paragraph.spaced = words.endsWith(" ");
  }

  #openParagraph(name: string, attributes: Attributes): void {
    const styleName = attributes["text:style-name"] ?? null;
    const { label, labelLevel } =
      name === "text:h" && this.#lists.length === 0 ? this.#headingLabel(attributes) : this.#itemLabel();
    this.#paragraphs.push({
      pieces: [],
      style: this.#styles.paragraphLook(styleName),
      spans: [],
      label,
      labelLevel,
      spaced: true,
      characters: 0,
      boldCharacters: 0,
      italicCharacters: 0,
    });
  }

  #headingLabel(attributes: Attributes): Pick<Paragraph, "label" | "labelLevel"> {
    const level = Math.trunc(Number(attributes["text:outline-level"] ?? 1)) || 1;
    if (attributes["text:is-list-header"] === "true") return { label: null, labelLevel: null };
    const stated = attributes["text:start-value"];
    const start =
      attributes["text:restart-numbering"] === "true" && stated !== undefined ? Number(stated) : null;
    const label = this.#headings.next(this.#styles.outline, level, start);
    return { label, labelLevel: label === null ? null : level - 1 };
  }

  #itemLabel(): Pick<Paragraph, "label" | "labelLevel"> {
    const list = this.#lists.at(-1);
    if (!list?.item?.numbered) return { label: null, labelLevel: null };
    const levels = list.style === null ? undefined : this.#styles.lists.get(list.style);
    const label = list.counter.next(levels, list.level, list.item.start);
    // Only the first paragraph of an item carries its label.
    list.item = { numbered: false, start: null };
    return { label, labelLevel: label === null ? null : list.level - 1 };
  }

  #openList(attributes: Attributes): void {
    const outer = this.#lists.at(-1);
    const style = attributes["text:style-name"] ?? outer?.style ?? null;
    const id = attributes["xml:id"] ?? attributes["text:id"];
    if (outer) {
      this.#lists.push({ style, counter: outer.counter, level: outer.level + 1, item: null });
      return;
    }
    const continued = attributes["text:continue-list"];
    const before =
      continued !== undefined
        ? this.#counters.get(continued)
        : attributes["text:continue-numbering"] === "true"
          ? this.#lastOfStyle.get(style ?? "")
          : undefined;
    const counter = before ?? new OdtCounter();
    if (id !== undefined) this.#counters.set(id, counter);
    this.#lastOfStyle.set(style ?? "", counter);
    this.#lists.push({ style, counter, level: 1, item: null });
  }

  #openNumberedParagraph(attributes: Attributes): void {
    const id = attributes["text:list-id"] ?? "";
    const counter = this.#counters.get(id) ?? new OdtCounter();
    this.#counters.set(id, counter);
    const level = Math.trunc(Number(attributes["text:level"] ?? 1)) || 1;
    this.#lists.push({ style: attributes["text:style-name"] ?? null, counter, level, item: null });
  }

  /** A producer may print the number itself; it is the label then. */
  #closeNumber(): void {
    const paragraph = this.#paragraphs.at(-1);
    const printed = cleanText(this.#number ?? "").trim();
    this.#number = null;
    if (paragraph && printed !== "" && paragraph.labelLevel !== null && /[\p{L}\p{N}]/u.test(printed))
      paragraph.label = printed;
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    this.#characters += text.length;
    if (this.#characters > limits.characters) throw tooLong();
    const look: OdtLook = Object.assign({}, paragraph.style, ...paragraph.spans);
    paragraph.spaced = false;
    if (look.hidden) return;
    addPiece(paragraph.pieces, {
      text,
      strong: Boolean(look.bold || look.italic),
      caps: look.caps === true,
      coding: codingOf(look.font),
    });
    const visible = text.trim().length;
    paragraph.characters += visible;
    if (look.bold) paragraph.boldCharacters += visible;
    if (look.italic) paragraph.italicCharacters += visible;
  }

  #closeParagraph(): void {
    const open = this.#paragraphs.pop();
    if (!open) return;
    const settled = settleLetters(open.pieces);
    const text = cleanText(settled.map((piece) => piece.text).join(""));
    const most = Math.max(open.characters * 0.9, 1);
    const paragraph: Paragraph = {
      kind: "paragraph",
      index: this.#index,
      text,
      label: open.label,
      labelLevel: open.labelLevel,
      align: open.style.align ?? null,
      bold: open.boldCharacters >= most,
      italic: open.italicCharacters >= most,
      emphasis: emphasisOf(settled),
    };
    this.#tables.place(paragraph);
    this.#index += 1;
    if (text.trim() !== "") this.#written += 1;
    if (this.#index > limits.paragraphs || this.#written > limits.writtenParagraphs) throw tooLong();
  }
}
