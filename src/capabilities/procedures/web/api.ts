import { planContract } from "#plan/contract";
import { type Answers, apiFor } from "#ui/api.ts";
import { proceduresContract } from "../contract.ts";

export const api = apiFor({ procedures: proceduresContract, plan: planContract });

export type ProcedureRow = Answers<typeof proceduresContract>["list"]["procedures"][number];
export type RegisterInput = Parameters<typeof api.procedures.list.call>[0];
export type ListTrial = Answers<typeof proceduresContract>["tryList"];
export type LifeEventsView = Answers<typeof proceduresContract>["lifeEvents"];
export type ProcedureView = Answers<typeof proceduresContract>["get"];
export type VersionView = ProcedureView["versions"][number];
export type BookletView = Answers<typeof proceduresContract>["bookletProgress"];
export type KioskView = Answers<typeof proceduresContract>["kiosk"];
export type BoardView = Answers<typeof proceduresContract>["postings"];
export type BoardRow = BoardView["rows"][number];
export type BoardCell = BoardRow["cells"][number];
export type SnapshotsView = Answers<typeof proceduresContract>["snapshots"];
export type SnapshotView = Answers<typeof proceduresContract>["snapshot"];
export type SnapshotFinding = SnapshotView["findings"][number];
export type DecisionView = Answers<typeof proceduresContract>["decisions"]["decisions"][number];
