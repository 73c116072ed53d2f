import type { Alignment } from "./block.ts";
import type { DocumentPackage } from "./open-package.ts";
import { alignmentOf } from "./read-styles.ts";
import { type Attributes, readXml, type XmlHandler } from "./read-xml.ts";

/** What an OpenDocument style states; undefined where it says nothing. */
export interface OdtLook {
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  hidden?: boolean;
  align?: Alignment;
  font?: string;
}

export interface OdtListLevel {
  /** "1", "I", "i", "A", "a" or "" for no number; null for a bullet. */
  format: string | null;
  prefix: string;
  suffix: string;
  /** How many levels the label shows, this one and those above it. */
  shown: number;
  start: number;
  /** "%1%.%2%." as newer producers write it. */
  pattern: string | null;
  bullet: string;
}

interface OdtStyle {
  look: OdtLook;
  parent: string | null;
}

/** Canonical prefixes of the namespaces that are read. */
export const odfNamespaces: Record<string, string> = {
  "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
  "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
  "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
  "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
  "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
  "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
  "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
  "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
  "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
  "http://www.w3.org/XML/1998/namespace": "xml",
};

/** Gathers the styles of styles.xml and of the automatic styles in content.xml, one after the other. */
export class OdtStyles {
  readonly lists = new Map<string, Map<number, OdtListLevel>>();
  /** The numbering of headings. */
  readonly outline = new Map<number, OdtListLevel>();
  #styles = new Map<string, OdtStyle>();
  #defaults: OdtLook = {};
  #fonts = new Map<string, string>();
  #resolved = new Map<string, OdtLook>();

  /** The look of a paragraph's style with all that it inherits. */
  paragraphLook(name: string | null): OdtLook {
    return { ...this.#defaults, ...(name === null ? {} : this.#look("paragraph", name, 0)) };
  }

  /** The look of a run's style alone. */
  textLook(name: string | null): OdtLook {
    return name === null ? {} : this.#look("text", name, 0);
  }

  /** A handler that takes the style elements of one part. */
  handler(): XmlHandler {
    let current: OdtStyle | null = null;
    let levels: Map<number, OdtListLevel> | null = null;
    let isDefault = false;
    return {
      open: (name, attributes) => {
        if (name === "style:font-face") {
          const family = attributes["svg:font-family"] ?? attributes["style:name"] ?? "";
          this.#fonts.set(attributes["style:name"] ?? "", family);
        } else if (name === "style:style") {
          current = {
            look: {},
            parent: attributes["style:parent-style-name"] ?? null,
          };
          this.#styles.set(`${attributes["style:family"]} ${attributes["style:name"]}`, current);
        } else if (name === "style:default-style") isDefault = attributes["style:family"] === "paragraph";
        else if (name === "text:list-style") {
          levels = new Map();
          this.lists.set(attributes["style:name"] ?? "", levels);
        } else if (name === "text:outline-style") levels = this.outline;
        else if (levels && /^text:(list|outline)-level-style/.test(name)) {
          const level = Number(attributes["text:level"]) || 1;
          levels.set(level, levelOf(name, attributes));
        } else if (name === "style:text-properties" || name === "style:paragraph-properties") {
          const look = isDefault ? this.#defaults : levels ? null : current?.look;
          if (look) this.#apply(look, attributes);
        }
      },
      close: (name) => {
        if (name === "style:style") current = null;
        else if (name === "style:default-style") isDefault = false;
        else if (name === "text:list-style" || name === "text:outline-style") levels = null;
      },
      text: () => {},
    };
  }

  #apply(look: OdtLook, attributes: Attributes): void {
    const weight = attributes["fo:font-weight"];
    if (weight !== undefined) look.bold = weight === "bold" || Number(weight) >= 600;
    const slant = attributes["fo:font-style"];
    if (slant !== undefined) look.italic = slant !== "normal";
    const transform = attributes["fo:text-transform"];
    if (transform !== undefined) look.caps = transform === "uppercase";
    const display = attributes["text:display"];
    if (display !== undefined) look.hidden = display === "none";
    const font = attributes["style:font-name"];
    if (font !== undefined) look.font = this.#fonts.get(font) ?? font;
    const family = attributes["fo:font-family"];
    if (family !== undefined) look.font = family;
    look.align = alignmentOf(odfAlignment(attributes["fo:text-align"])) ?? look.align;
  }

  #look(family: string, name: string, depth: number): OdtLook {
    const key = `${family} ${name}`;
    const known = this.#resolved.get(key);
    if (known) return known;
    const style = this.#styles.get(key);
    if (!style || depth > 20) return {};
    const inherited = style.parent === null ? {} : this.#look(family, style.parent, depth + 1);
    const look = { ...inherited, ...style.look };
    this.#resolved.set(key, look);
    return look;
  }
}

function odfAlignment(value: string | undefined): string | undefined {
  return value === "justify" ? "both" : value;
}

function levelOf(name: string, attributes: Attributes): OdtListLevel {
  const whole = (text: string | undefined, otherwise: number) => {
    const value = Math.trunc(Number(text));
    return text !== undefined && value >= 0 && value < 1_000_000 ? value : otherwise;
  };
  return {
    format:
      name.endsWith("-bullet") || name.endsWith("-image") ? null : (attributes["style:num-format"] ?? ""),
    prefix: (attributes["style:num-prefix"] ?? "").slice(0, 100),
    suffix: (attributes["style:num-suffix"] ?? "").slice(0, 100),
    shown: Math.min(whole(attributes["text:display-levels"], 1), 10),
    start: whole(attributes["text:start-value"], 1),
    pattern: attributes["loext:num-list-format"]?.slice(0, 200) ?? null,
    bullet: attributes["text:bullet-char"] ?? "•",
  };
}

/** Reads what one part says of styles; nothing when the part is missing. */
export async function readOdtStyles(source: DocumentPackage, part: string, styles: OdtStyles): Promise<void> {
  await readXml(source, part, styles.handler(), odfNamespaces);
}
