import type { OfficialDocument } from "./document-queries.ts";

/** What a relation between two documents is judged by. */
export type Placed = Pick<OfficialDocument, "id" | "issuedOn" | "effectiveTo">;

/**
 * Why one document cannot take the place of another; null when it can. `successors`: by id of a document, the id of the
 * one that took its place, as the register holds it without this replacement.
 */
export function replacementFault(
  document: Placed,
  by: Placed,
  successors: ReadonlyMap<string, string>,
): string | null {
  if (document.id === by.id) return "Văn bản không thể thay thế chính nó; hãy chọn văn bản khác.";
  if (document.issuedOn !== null && by.issuedOn !== null && by.issuedOn < document.issuedOn)
    return "Văn bản thay thế ban hành trước văn bản được thay thế; hãy kiểm tra lại hai ngày ban hành.";
  if (leadsTo(successors, by.id, document.id))
    return "Văn bản được chọn đã được chính văn bản này thay thế; hãy chọn văn bản khác.";
  return null;
}

/** Whether a document's place was taken by another, at once or over others between. */
export function leadsTo(successors: ReadonlyMap<string, string>, id: string, end: string): boolean {
  const passed = new Set<string>();
  for (let at = successors.get(id); at !== undefined && !passed.has(at); at = successors.get(at)) {
    if (at === end) return true;
    passed.add(at);
  }
  return false;
}
