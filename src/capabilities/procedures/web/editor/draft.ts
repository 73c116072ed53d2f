import type { UseFormReturnType } from "@mantine/form";
import { today } from "#platform/clock/vietnam-time.ts";
import { type ProcedureRecord, procedureRecord } from "../../procedure-record.ts";
import type { ProcedureView } from "../api.ts";

/** What stands in the form; lists of words are kept as they are typed, a line each. */
export interface ProcedureDraft extends Record<string, unknown> {
  /** Of a new one; its suffix goes with it. */
  code: string;
  suffix: string;
  validFrom: string | null;
  reason: string;
  record: Omit<ProcedureRecord, "results"> & { results: string };
}

export type DraftForm = UseFormReturnType<ProcedureDraft>;

const shown = ({ results, ...record }: ProcedureRecord): ProcedureDraft["record"] => ({
  ...record,
  results: results.join("\n"),
});

export const emptyDraft = (): ProcedureDraft => ({
  ...{ code: "", suffix: "", validFrom: today().toString(), reason: "" },
  // The name alone must be there; whoever opens the form types it.
  record: { ...shown(procedureRecord.parse({ name: "…" })), name: "" },
});

export const draftOf = (view: ProcedureView): ProcedureDraft => ({
  ...{ code: view.code, suffix: view.suffix, validFrom: today().toString(), reason: "" },
  record: shown(view.versions[0]!.record),
});

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** As the act takes it: a web address that was left empty is none, an empty line of a list is left out. */
export const recordToSend = ({ record }: ProcedureDraft): ProcedureRecord => ({
  ...record,
  nationalUrl: record.nationalUrl || null,
  results: lines(record.results),
  components: record.components
    .map((one) => ({
      ...one,
      papers: one.papers
        .filter(({ name, formName }) => name.trim() !== "" || formName !== "")
        .map((paper) => ({ ...paper, formUrl: paper.formUrl || null })),
    }))
    .filter(({ case: name, papers }) => name !== "" || papers.length > 0),
});
