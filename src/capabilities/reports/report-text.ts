import { z } from "zod";
import type { Block } from "#platform/official-document/write/document.ts";

const line = (longest: number) => z.string().trim().max(longest, `Dài quá ${longest} ký tự.`);

const sectionSchema = z.object({
  /** 1: I., II.; 2: 1., 2. under it. */
  level: z.union([z.literal(1), z.literal(2)]),
  heading: line(300).min(1, "Hãy nhập đề mục."),
  /** One paragraph a line; a line that begins with "- " is a bullet. */
  text: z.string().max(50_000, "Mục này dài quá 50.000 ký tự."),
  /** Keys of the figures that the section speaks of. */
  figures: z.array(z.string()),
});

export const reportTextSchema = z.object({
  abstract: line(500).min(1, "Hãy nhập trích yếu."),
  addressees: z.array(line(200)).max(20),
  signer: z.object({ authority: z.array(line(100)).max(4), name: line(100).nullable() }),
  recipients: z.array(line(200)).max(30),
  sections: z.array(sectionSchema).min(1, "Báo cáo phải có ít nhất một mục.").max(60),
});

export type Section = z.infer<typeof sectionSchema>;
/** Everything of a report that a person may write; figures stand beside it, frozen. */
export type ReportText = z.infer<typeof reportTextSchema>;

/** The text without the empty lines that typing a list line by line leaves behind. */
export function withoutEmptyLines(text: ReportText): ReportText {
  const filled = (lines: string[]) => lines.filter((one) => one.trim() !== "");
  return {
    ...text,
    addressees: filled(text.addressees),
    signer: { ...text.signer, authority: filled(text.signer.authority) },
    recipients: filled(text.recipients),
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
