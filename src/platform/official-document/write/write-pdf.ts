import type { Block, OfficialDocumentModel, RichText } from "./document.ts";
import { layout, textWidth } from "./layout.ts";
import { typeset } from "./typeset.ts";
import { typstTemplate } from "./typst-template.ts";
import {
  abstractLines,
  addresseeLines,
  agencyLines,
  appendixLabel,
  asList,
  attachedTo,
  fullCell,
  isTall,
  isWebAddress,
  motto,
  nationalName,
  numberLine,
  placeAndDate,
  prepared,
  ruleLengths,
  runs,
  shares,
} from "./wording.ts";

export { PdfUnavailable } from "./typeset.ts";

type Listed = Exclude<Block, { kind: "bullet" }> | { kind: "list"; items: Bullet[] };
type Bullet = Extract<Block, { kind: "bullet" }>;

/** The body with bullets that follow one another made one list, as a reader of the tags expects it. */
function listed(body: Block[]): Listed[] {
  const made: Listed[] = [];
  for (const block of body) {
    const last = made.at(-1);
    if (block.kind !== "bullet") made.push(block);
    else if (last?.kind === "list") last.items.push(block);
    else made.push({ kind: "list", items: [block] });
  }
  return made;
}

/** The model as the template wants it. */
function forTemplate(model: OfficialDocumentModel, printable: (text: string) => string) {
  const capitals = (text: string): string => printable(text.toLocaleUpperCase("vi"));
  const rich = (text: RichText) =>
    runs(text).map(({ text: words, bold = false, italic = false, link }) => ({
      text: printable(words),
      bold,
      italic,
      link: link !== undefined && isWebAddress(link) ? link : null,
    }));
  const bodyOf = (body: Block[], levelAbove: number, width: number) => {
    let tagLevel = levelAbove;
    return listed(body).map((block) => {
      if (block.kind === "table") {
        const widths = block.widths ?? block.head.map(() => 1);
        return {
          kind: block.kind,
          caption: block.caption === undefined ? null : printable(block.caption),
          head: block.head.map(printable),
          widths,
          rows: block.rows.map((row) => {
            const tall = isTall(row, shares(widths, width));
            return row.map(fullCell).map(({ text, ...cell }) => ({ ...cell, tall, runs: rich(text) }));
          }),
        };
      }
      if (block.kind === "list")
        return {
          kind: block.kind,
          items: block.items.map(({ level, text }) => [...rich(level === 2 ? "+ " : "- "), ...rich(text)]),
        };
      if (block.kind === "heading") {
        // A tagged document may not skip a level: readers of the tags would look for the missing heading.
        tagLevel = Math.min(block.level + levelAbove, tagLevel + 1);
        const label = block.label ?? null;
        return {
          kind: block.kind,
          tagLevel,
          text: printable(label === null ? block.text : `${label} ${block.text}`),
        };
      }
      return { kind: block.kind, runs: rich(block.text) };
    });
  };
  const addressees = model.addressees ?? [];
  return {
    title: `${capitals(model.type)} ${printable(model.abstract)}`,
    nationalName,
    motto,
    parentAgency: model.parentAgency === null ? null : capitals(model.parentAgency),
    agency: agencyLines(model).map(printable),
    numberLine: printable(numberLine(model)),
    placeAndDate: printable(placeAndDate(model)),
    type: capitals(model.type),
    abstract: abstractLines(model).map(printable),
    rule: ruleLengths(model),
    addressees: (addressees.length === 0 ? [] : addresseeLines(addressees)).map(printable),
    bases: asList(model.bases ?? [], ";").map(printable),
    body: bodyOf(model.body, 0, textWidth(false)),
    authority: model.signer.authority.map(capitals),
    signerName: printable(model.signer.name ?? ""),
    recipients: asList(model.recipients, ";").map((line) => printable(`- ${line}`)),
    appendices: model.appendices.map((appendix, index) => ({
      label: appendixLabel(index, model.appendices.length),
      title: capitals(appendix.title),
      attachedTo: printable(attachedTo(model)),
      landscape: appendix.landscape === true,
      body: bodyOf(appendix.body, 1, textWidth(appendix.landscape === true)),
    })),
    sampleMark: model.sampleMark === undefined ? null : printable(model.sampleMark),
  };
}

/**
 * Writes a document as a tagged PDF (PDF/UA-1, language vi) of the same look as the .docx. Nothing that stands for
 * a signature or a seal is drawn. Throws PdfUnavailable where the typesetter does not run.
 */
export async function writePdf(given: OfficialDocumentModel): Promise<Uint8Array> {
  const model = prepared(given);
  return typeset(typstTemplate, (printable) => ({
    document: JSON.stringify(forTemplate(model, printable)),
    layout: JSON.stringify(layout),
  }));
}
