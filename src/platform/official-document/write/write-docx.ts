import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import type { Appendix, OfficialDocumentModel } from "./document.ts";
import {
  bodyParts,
  bodySpacing,
  halfPoints,
  line,
  rule,
  twentieths,
  twips,
  twoBlocks,
} from "./docx-blocks.ts";
import { fixedPackage } from "./fixed-package.ts";
import { layout, textWidth } from "./layout.ts";
import {
  abstractLines,
  addresseeLines,
  agencyLines,
  appendixLabel,
  asList,
  attachedTo,
  motto,
  nationalName,
  numberLine,
  placeAndDate,
  prepared,
  ruleLengths,
} from "./wording.ts";

const { size } = layout;
const centred = { alignment: AlignmentType.CENTER };

function headerBlocks(model: OfficialDocumentModel): Table {
  const width = textWidth(false);
  const gap = { ...centred, spacing: { before: twentieths(6) } };
  return twoBlocks(
    [
      ...(model.parentAgency === null
        ? []
        : [line(model.parentAgency.toLocaleUpperCase("vi"), { size: size.parentAgency }, centred)]),
      line(agencyLines(model).join("\n"), { size: size.agency, bold: true }, centred),
      rule(ruleLengths(model).agency, width * layout.leftBlock),
      line(numberLine(model), { size: size.number }, gap),
    ],
    [
      line(nationalName, { size: size.nationalName, bold: true }, centred),
      line(motto, { size: size.motto, bold: true }, centred),
      rule(ruleLengths(model).motto, width * layout.rightBlock),
      line(placeAndDate(model), { size: size.placeAndDate, italic: true }, gap),
    ],
    width,
  );
}

function title(model: OfficialDocumentModel): Paragraph[] {
  return [
    line(
      model.type.toLocaleUpperCase("vi"),
      { size: size.type, bold: true },
      { ...centred, heading: HeadingLevel.TITLE, spacing: { before: twentieths(18) } },
    ),
    line(abstractLines(model).join("\n"), { size: size.abstract, bold: true }, centred),
    rule(ruleLengths(model).abstract, textWidth(false)),
    new Paragraph({ children: [new TextRun({ text: "", size: halfPoints(size.recipients) })] }),
  ];
}

function opening(model: OfficialDocumentModel): Paragraph[] {
  const addressees = model.addressees ?? [];
  const spacing = { after: twentieths(layout.paragraphGap) };
  return [
    ...(addressees.length === 0 ? [] : addresseeLines(addressees)).map((text, _, all) =>
      line(
        text,
        {},
        {
          spacing,
          ...(all.length === 1 ? centred : { indent: { left: twips(text.startsWith("-") ? 45 : 30) } }),
        },
      ),
    ),
    ...asList(model.bases ?? [], ";").map((text) =>
      line(
        text,
        { italic: true },
        {
          spacing: bodySpacing,
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: twips(layout.firstLine) },
        },
      ),
    ),
  ];
}

const signature = (authority: string[], name: string | null): Paragraph[] => [
  ...authority.map((text) => line(text.toLocaleUpperCase("vi"), { size: size.signer, bold: true }, centred)),
  ...Array.from({ length: layout.signatureLines }, () => line("", { size: size.signer }, centred)),
  line(name ?? "", { size: size.signer, bold: true }, centred),
];

/** Recipients on the left, signing authority, room for the signature and name on the right; of minutes two signatures. */
function closing({ recipients, signer, secretary }: OfficialDocumentModel): (Paragraph | Table)[] {
  const told = [
    // A table to work with (a comparison) goes to nobody.
    line(recipients.length > 0 ? "Nơi nhận:" : "", { size: size.recipientsTitle, bold: true, italic: true }),
    ...asList(recipients, ";").map((text) => line(`- ${text}`, { size: size.recipients })),
  ];
  const signs = signature(signer.authority, signer.name);
  return [
    new Paragraph({ keepNext: true }),
    twoBlocks(secretary === undefined ? told : signature(["Thư ký"], secretary), signs, textWidth(false)),
    ...(secretary === undefined ? [] : told),
  ];
}

function section(
  children: (Paragraph | Table)[],
  landscape: boolean,
  sampleMark: string | undefined,
): ISectionOptions {
  const { margin, page } = layout;
  const pageNumber = new Paragraph({
    ...centred,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(size.pageNumber) })],
  });
  const foot = () =>
    new Footer({
      children:
        sampleMark === undefined ? [] : [line(sampleMark, { size: size.sampleMark, bold: true }, centred)],
    });
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: twips(page.width),
          height: twips(page.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margin.top),
          bottom: twips(margin.bottom),
          left: twips(margin.left),
          right: twips(margin.right),
          header: twips(layout.pageNumberFromEdge),
          footer: twips(layout.pageNumberFromEdge),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [pageNumber] }), first: new Header({ children: [] }) },
    footers: { default: foot(), first: foot() },
    children,
  };
}

function appendixParts(model: OfficialDocumentModel, appendix: Appendix, index: number) {
  return [
    line(
      appendixLabel(index, model.appendices.length),
      { size: size.appendixLabel, bold: true },
      { ...centred, heading: HeadingLevel.HEADING_1 },
    ),
    line(appendix.title.toLocaleUpperCase("vi"), { size: size.appendixTitle, bold: true }, centred),
    line(attachedTo(model), { italic: true }, { ...centred, spacing: { after: twentieths(12) } }),
    ...bodyParts(appendix.body, textWidth(appendix.landscape === true)),
  ];
}

/**
 * Writes a document as .docx in the layout of Decree 30/2020/NĐ-CP. What is not issued yet (number, date) stays
 * blank; nothing that stands for a signature or a seal is drawn. The same model with the same `madeAt` is the same
 * bytes. Import this file where it is used: the library
 * behind it is large.
 */
export async function writeDocx(given: OfficialDocumentModel): Promise<Uint8Array> {
  const model = prepared(given);
  const plain = { run: { color: "000000", font: "Times New Roman", size: halfPoints(size.body) } };
  const document = new Document({
    title: `${model.type.toLocaleUpperCase("vi")} ${model.abstract}`,
    creator: model.agency,
    lastModifiedBy: model.agency,
    description: model.sampleMark ?? "",
    styles: {
      default: {
        document: {
          run: {
            font: "Times New Roman",
            size: halfPoints(size.body),
            language: { value: "vi-VN", eastAsia: "vi-VN", bidirectional: "vi-VN" },
          },
        },
        title: plain,
        heading1: plain,
        heading2: plain,
        heading3: plain,
      },
    },
    sections: [
      section(
        [
          headerBlocks(model),
          ...title(model),
          ...opening(model),
          ...bodyParts(model.body, textWidth(false), true),
          ...closing(model),
        ],
        false,
        model.sampleMark,
      ),
      ...model.appendices.map((appendix, index) =>
        section(appendixParts(model, appendix, index), appendix.landscape === true, model.sampleMark),
      ),
    ],
  });
  const file = new Uint8Array(await Packer.toBuffer(document));
  return fixedPackage(file, model.madeAt ?? new Date().toISOString());
}
