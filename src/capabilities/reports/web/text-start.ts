import type { ReportText } from "../report-text.ts";

/** Names a report's text among everything kept on this machine. */
export const draftKey = (reportId: string): string => `bao-cao.${reportId}`;

/** What the editor begins with: the saved text, or what was typed on this machine and never reached the server. */
export interface Start {
  text: ReportText;
  /** Id of the saved version that the writer had before them. */
  base: string;
  unsaved: boolean;
}
