import { limits } from "./limits.ts";
import type {
  AbstractNumbering,
  NumberingDefinitions,
  NumberingInstance,
  NumberingLevel,
} from "./numbering.ts";
import type { DocumentPackage } from "./open-package.ts";
import { type Attributes, readXml } from "./read-xml.ts";

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text !== undefined && Number.isSafeInteger(value) && Math.abs(value) < 1_000_000 ? value : otherwise;
}

/** Reads word/numbering.xml; no definitions when the part is missing. */
export async function readNumbering(source: DocumentPackage, part: string): Promise<NumberingDefinitions> {
  const definitions: NumberingDefinitions = { abstracts: new Map(), instances: new Map() };
  let abstract: AbstractNumbering | null = null;
  let instance: NumberingInstance | null = null;
  let level: NumberingLevel | null = null;
  let overridden: number | null = null;

  const open = (name: string, attributes: Attributes) => {
    const value = attributes.val;
    switch (name) {
      case "abstractNum":
        abstract = { levels: new Map(), link: null, linked: null };
        definitions.abstracts.set(attributes.abstractNumId ?? "", abstract);
        break;
      case "num":
        instance = { abstractId: "", starts: new Map(), levels: new Map() };
        definitions.instances.set(attributes.numId ?? "", instance);
        break;
      case "abstractNumId":
        if (instance) instance.abstractId = value ?? "";
        break;
      case "numStyleLink":
        if (abstract) abstract.link = value ?? null;
        break;
      case "styleLink":
        if (abstract) abstract.linked = value ?? null;
        break;
      case "lvlOverride":
        overridden = wholeNumber(attributes.ilvl, 0);
        break;
      case "startOverride":
        if (instance && overridden !== null) instance.starts.set(overridden, wholeNumber(value, 1));
        break;
      case "lvl": {
        level = { start: 1, format: "decimal", text: "", restart: null, legal: false, style: null };
        const at = wholeNumber(attributes.ilvl, 0);
        if (instance) instance.levels.set(at, level);
        else abstract?.levels.set(at, level);
        break;
      }
      case "start":
        if (level) level.start = wholeNumber(value, 1);
        break;
      case "numFmt":
        if (level) level.format = value ?? "decimal";
        break;
      case "lvlText":
        if (level) level.text = (value ?? "").slice(0, 200);
        break;
      case "lvlRestart":
        if (level) level.restart = wholeNumber(value, 0);
        break;
      case "isLgl":
        if (level) level.legal = value !== "0" && value !== "false";
        break;
      case "pStyle":
        if (level) level.style = value ?? null;
        break;
    }
  };
  await readXml(
    source,
    part,
    {
      open: (name, attributes, word) => {
        if (word) open(name, attributes);
      },
      close: (name) => {
        if (name === "lvl") level = null;
        else if (name === "abstractNum") abstract = null;
        else if (name === "num") instance = null;
        else if (name === "lvlOverride") overridden = null;
      },
      text: () => {},
    },
    null,
    limits.sidePartBytes,
  );
  return definitions;
}
