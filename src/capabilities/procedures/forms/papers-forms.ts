import type { Paper, ProcedureRecord } from "../procedure-record.ts";
import type { FormFile } from "./form-file.ts";

type Components = ProcedureRecord["components"];

/** The same record with each paper changed. */
export const withPapers = <Part extends { components: Components }>(
  record: Part,
  change: (paper: Paper, of: { case: string; papers: Paper[] }) => Paper,
): Part => ({
  ...record,
  components: record.components.map((one) => ({
    ...one,
    papers: one.papers.map((paper) => change(paper, one)),
  })),
});

const papersOf = ({ components }: { components: Components }) => components.flatMap(({ papers }) => papers);

/** Every file that a record names, each once. */
export function formsOf(record: { components: Components }): FormFile[] {
  const all = papersOf(record).flatMap(({ forms }) => forms ?? []);
  return [...new Map(all.map((form) => [form.id, form])).values()];
}

const inOneForm = (text: string) => text.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();

/** The paper of a record that has this name, of the same case where several have it. */
export function paperNamed(components: Components, name: string, caseName: string): Paper | null {
  const same = (one: string, other: string) => inOneForm(one) === inOneForm(other);
  const found = components.flatMap((one) =>
    one.papers.filter((paper) => same(paper.name, name)).map((paper) => ({ paper, of: one.case })),
  );
  return (found.find(({ of }) => same(of, caseName)) ?? found[0])?.paper ?? null;
}

/** What is sent without a word about a paper's files keeps those that the paper of this name had; no list is kept empty. */
export const withKeptForms = (record: ProcedureRecord, before: ProcedureRecord | null): ProcedureRecord =>
  withPapers(record, ({ forms: given, ...paper }, one) => {
    const forms = given ?? (before && paperNamed(before.components, paper.name, one.case)?.forms) ?? [];
    return forms.length > 0 ? { ...paper, forms } : paper;
  });

/** The record as if no paper had a file. */
export const withoutForms = (record: ProcedureRecord): ProcedureRecord =>
  withPapers(record, ({ forms: _, ...paper }) => paper);

/** Whether other files stand at the papers than before. */
export const formsDiffer = (one: ProcedureRecord, other: ProcedureRecord): boolean => {
  const marks = (record: ProcedureRecord) =>
    papersOf(record)
      .flatMap((paper) => (paper.forms ?? []).map(({ sha256 }) => `${inOneForm(paper.name)} ${sha256}`))
      .toSorted()
      .join("\n");
  return marks(one) !== marks(other);
};

/** A form that is named and cannot be downloaded here. */
export interface MissingForm {
  paper: string;
  formName: string;
  /** Only a link to another site leads to it. */
  isElsewhere: boolean;
}

export const missingForms = (record: { components: Components }): MissingForm[] =>
  papersOf(record)
    .filter(({ formName, formUrl, forms }) => (formName !== "" || formUrl !== null) && !forms?.length)
    .map(({ name, formName, formUrl }) => ({ paper: name, formName, isElsewhere: formUrl !== null }));
