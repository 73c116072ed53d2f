import type { StateTone } from "#ui/state-badge.tsx";
import { requirementLabels } from "../procedure-requirements.ts";
import type { ProcedureState } from "../procedure-state.ts";
import type { ProcedureRow } from "./api.ts";

export const stateTone: Record<ProcedureState, StateTone> = {
  "in-force": "approved",
  paused: "waiting",
  repealed: "withdrawn",
};

/** "Thiếu: thời hạn giải quyết; kết quả thực hiện"; empty when nothing is missing. */
export const missingInWords = (missing: ProcedureRow["missing"]): string =>
  missing.length === 0 ? "" : `Thiếu: ${missing.map((key) => requirementLabels[key]).join("; ")}`;
