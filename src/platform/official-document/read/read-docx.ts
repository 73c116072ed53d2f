import type { SourceDocument } from "./block.ts";
import { DocxBody } from "./docx-body.ts";
import { limits } from "./limits.ts";
import { NumberingCounter } from "./numbering.ts";
import type { DocumentPackage } from "./open-package.ts";
import { readNumbering } from "./read-numbering.ts";
import { readStyles } from "./read-styles.ts";
import { readXml } from "./read-xml.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

/** Targets of a part's relations by the last word of their type; outside addresses are never followed. */
async function relations(source: DocumentPackage, part: string): Promise<Map<string, string>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const targets = new Map<string, string>();
  await readXml(
    source,
    `${folder}_rels/${part.slice(folder.length)}.rels`,
    {
      open: (name, { Type, Target, TargetMode }) => {
        if (name !== "Relationship" || !Type || !Target || TargetMode === "External") return;
        const kind = Type.slice(Type.lastIndexOf("/") + 1);
        if (Target.split("/").includes("..")) return;
        if (!targets.has(kind)) targets.set(kind, Target.startsWith("/") ? Target.slice(1) : folder + Target);
      },
      close: () => {},
      text: () => {},
    },
    null,
    limits.sidePartBytes,
  );
  return targets;
}

async function mainPart(source: DocumentPackage): Promise<string> {
  const stated = (await relations(source, "")).get("officeDocument");
  if (stated !== undefined && source.has(stated)) return stated;
  return "word/document.xml";
}

/** Reads a .docx with its automatic numbers; deleted, hidden, commented and foot-noted text is left out. */
export async function readDocx(source: DocumentPackage): Promise<SourceDocument> {
  const main = await mainPart(source);
  if (!source.has(main) || !(main.endsWith(".xml") && !main.startsWith("xl/") && !main.startsWith("ppt/")))
    throw new UnreadableDocument(
      "unknown-type",
      "Tệp nén này không phải văn bản Word hay OpenDocument; hãy dùng tệp dạng .docx, .odt, .pdf, .txt hoặc .md.",
    );
  const parts = await relations(source, main);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const styles = await readStyles(source, parts.get("styles") ?? `${folder}styles.xml`);
  const numbering = await readNumbering(source, parts.get("numbering") ?? `${folder}numbering.xml`);
  const body = new DocxBody(styles, new NumberingCounter(numbering));
  await readXml(source, main, body);
  return { format: "docx", blocks: body.blocks, leftOut: body.leftOut };
}
