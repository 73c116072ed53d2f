import { z } from "zod";
import type { Block } from "#platform/official-document/write/document.ts";

const line = (longest: number) => z.string().trim().max(longest, `Dài quá ${longest} ký tự.`);

const sectionSchema = z.object({
  /** 1: I., II.; 2: 1., 2. under it. */
  level: z.union([z.literal(1), z.literal(2)]),
  heading: line(300),
  /** One paragraph a line; a line that begins with "- " is a bullet. */
  text: z.string().max(50_000, "Mục này dài quá 50.000 ký tự."),
  /** Keys of the figures that the section speaks of. */
  figures: z.array(z.string()),
});

export const reportTextSchema = z.object({
  abstract: line(500),
  addressees: z.array(line(200)).max(20),
  signer: z.object({ authority: z.array(line(100)).max(4), name: line(100).nullable() }),
  recipients: z.array(line(200)).max(30),
  sections: z.array(sectionSchema).min(1, "Báo cáo phải có ít nhất một mục.").max(60),
});

export type Section = z.infer<typeof sectionSchema>;
/** Everything of a report that a person may write; figures stand beside it, frozen. */
export type ReportText = z.infer<typeof reportTextSchema>;

/** Everything that is read of a text, line by line, as two versions are compared. */
export const plainReport = ({ abstract, addressees, signer, recipients, sections }: ReportText): string =>
  [
    abstract,
    `Kính gửi: ${addressees.join("; ")}`,
    ...sections.flatMap(({ heading, text }) => ["", heading, text]),
    "",
    [...signer.authority, signer.name].filter((part) => part !== null).join("\n"),
    "",
    `Nơi nhận:\n${recipients.join("\n")}`,
  ].join("\n");

/** The lines of `mine` that `theirs` lacks, below those of `theirs`: nothing of either is dropped. */
const joinedLines = (mine: string, theirs: string): string => {
  const known = new Set(theirs.split("\n").map((one) => one.trim()));
  return [theirs, ...mine.split("\n").filter((one) => one.trim() !== "" && !known.has(one.trim()))].join(
    "\n",
  );
};

/** Two texts made one, section by section: where they differ, mine follows theirs for the writer to join. */
export function joinedReports(mine: ReportText, theirs: ReportText): ReportText {
  const sections = theirs.sections.map((section, index) => {
    const own = mine.sections[index];
    if (own === undefined) return section;
    const text = own.text === section.text ? section.text : joinedLines(own.text, section.text);
    return {
      ...section,
      text: own.heading === section.heading ? text : joinedLines(`${own.heading}\n${text}`, text),
    };
  });
  const both = (some: string[], others: string[]) => [...new Set([...others, ...some])];
  return {
    abstract:
      mine.abstract === theirs.abstract ? theirs.abstract : `${theirs.abstract} ${mine.abstract}`.trim(),
    addressees: both(mine.addressees, theirs.addressees),
    signer: {
      authority: both(mine.signer.authority, theirs.signer.authority),
      name: theirs.signer.name ?? mine.signer.name,
    },
    recipients: both(mine.recipients, theirs.recipients),
    sections: [...sections, ...mine.sections.slice(theirs.sections.length)],
  };
}

/** The sections as blocks of an official document. */
export const sectionBlocks = (sections: Section[]): Block[] =>
  sections.flatMap(({ level, heading, text }): Block[] => [
    { kind: "heading", level, text: level === 1 ? heading.toLocaleUpperCase("vi") : heading },
    ...text
      .split("\n")
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== "")
      .map(
        (paragraph): Block =>
          paragraph.startsWith("- ")
            ? { kind: "bullet", text: paragraph.slice(2).trim() }
            : { kind: "paragraph", text: paragraph },
      ),
  ]);
