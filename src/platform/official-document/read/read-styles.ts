import type { Alignment } from "./block.ts";
import { limits } from "./limits.ts";
import type { DocumentPackage } from "./open-package.ts";
import { type Attributes, readXml } from "./read-xml.ts";

/** Properties that a style or a paragraph states; undefined where it says nothing. */
export interface Look {
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  hidden?: boolean;
  align?: Alignment;
  /** Name of the font. */
  font?: string;
  numId?: string;
  level?: number;
  /** The style that named numId. */
  numberedBy?: string;
}

export interface Styles {
  /** The look of a style with everything it inherits; the default paragraph style for null. */
  look: (styleId: string | null) => Look;
  /** The look of a character style alone. */
  runLook: (styleId: string) => Look;
  /** True for a line of a table of contents. */
  isContents: (styleId: string | null) => boolean;
}

/** Whether a toggle such as w:b is on. */
export function isOn(attributes: Attributes): boolean {
  const value = attributes.val;
  return value !== "0" && value !== "false" && value !== "off" && value !== "none";
}

export function alignmentOf(value: string | undefined): Alignment | undefined {
  if (value === "center") return "center";
  if (value === "right" || value === "end") return "right";
  if (value === "both" || value === "distribute") return "justify";
  return value === "left" || value === "start" ? "left" : undefined;
}

/** Sets what one property element states. */
export function applyProperty(look: Look, name: string, attributes: Attributes): void {
  if (name === "b") look.bold = isOn(attributes);
  else if (name === "i") look.italic = isOn(attributes);
  else if (name === "caps") look.caps = isOn(attributes);
  else if (name === "vanish") look.hidden = isOn(attributes);
  else if (name === "rFonts") look.font = attributes.hAnsi ?? attributes.ascii ?? look.font;
  else if (name === "jc") look.align = alignmentOf(attributes.val) ?? look.align;
  else if (name === "numId") look.numId = attributes.val;
  else if (name === "ilvl") look.level = Number(attributes.val) || 0;
}

/** Reads word/styles.xml; plain styles when the part is missing. */
export async function readStyles(source: DocumentPackage, part: string): Promise<Styles> {
  const own = new Map<string, { look: Look; basedOn: string | null; name: string }>();
  const resolved = new Map<string, Look>();
  let defaultId: string | null = null;
  let current: { look: Look; basedOn: string | null; name: string } | null = null;
  let conditional = 0;
  const defaults: Look = {};
  let inDefaults = false;

  await readXml(
    source,
    part,
    {
      open: (name, attributes, word) => {
        if (!word) return;
        if (name === "style") {
          const id = attributes.styleId ?? "";
          current = { look: {}, basedOn: null, name: "" };
          own.set(id, current);
          if (
            attributes.type === "paragraph" &&
            attributes.default !== undefined &&
            isOn({ val: attributes.default })
          )
            defaultId = id;
        } else if (name === "rPrDefault") inDefaults = true;
        else if (inDefaults) applyProperty(defaults, name, attributes);
        else if (name === "tblStylePr") conditional += 1;
        else if (!current || conditional > 0) return;
        else if (name === "basedOn") current.basedOn = attributes.val ?? null;
        else if (name === "name") current.name = (attributes.val ?? "").toLowerCase();
        else {
          applyProperty(current.look, name, attributes);
        }
      },
      close: (name) => {
        if (name === "style") current = null;
        else if (name === "rPrDefault") inDefaults = false;
        else if (name === "tblStylePr") conditional -= 1;
      },
      text: () => {},
    },
    null,
    limits.sidePartBytes,
  );

  const resolve = (id: string, depth: number): Look => {
    const known = resolved.get(id);
    if (known) return known;
    const style = own.get(id);
    if (!style || depth > 20) return {};
    const inherited = style.basedOn === null ? {} : resolve(style.basedOn, depth + 1);
    const look: Look = { ...inherited, ...style.look };
    if (style.look.numId !== undefined) look.numberedBy = id;
    else if (style.look.level !== undefined && inherited.numId !== undefined) look.numberedBy = undefined;
    resolved.set(id, look);
    return look;
  };
  return {
    look: (id) => {
      const styleId = id ?? defaultId;
      return styleId === null ? defaults : { ...defaults, ...resolve(styleId, 0) };
    },
    runLook: (id) => resolve(id, 0),
    isContents: (id) => {
      const name = id === null ? "" : (own.get(id)?.name ?? "");
      return name.startsWith("toc ") && name !== "toc heading";
    },
  };
}
