import type { Work } from "#platform/work/work.ts";

/** Writes down that somebody took a file out of the agency's data: of what, and under which name. */
export const recordExport = (
  { record }: Work,
  what: { act: "export-report" | "export-plan"; objectKind: string; objectId: string; fileName: string },
): Promise<void> => {
  const { fileName, ...object } = what;
  return record({ ...object, after: { fileName } });
};
