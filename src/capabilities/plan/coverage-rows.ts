import type { UnitHistory } from "#organization";
import { beginning } from "#platform/text/beginning.ts";
import { clauseMark } from "./clause-mark.ts";
import { ADDED, APPENDIX, EVERY_UNIT, NO_UNIT } from "./loose-rows.ts";
import type { PlanOutline } from "./plan-chain.ts";

const LONGEST_NAME = 140;

/** Units that came after the span may answer for what is left of it, and those that went before for what was done. */
const EVER = { from: "0001-01-01", to: "9999-12-31" };

interface Span {
  from: string;
  to: string;
}

/** The id of a clause or a unit, or of a row without one. */
export type RowId = string;

type Task = PlanOutline["tasks"][number];
type Obligation = PlanOutline["obligations"][number];

/** Which rows the board has, and in which of them what is owed stands. */
export interface Arrangement {
  rows: {
    id: RowId;
    path: string;
    label: string;
    name: string;
    level: number;
    parentId: RowId | null;
    /** The version of the plan that left it out. */
    leftIn: number | null;
  }[];
  ofTask: (task: Task) => RowId[];
  ofObligation: (obligation: Obligation) => RowId[];
}

const loose = (id: RowId, path: string, name: string) => ({
  id,
  path,
  name,
  label: "",
  level: 0,
  parentId: null,
  leftIn: null,
});

/** " (không còn từ bản 2)". */
const leftNote = (leftIn: number | null): string => (leftIn === null ? "" : ` (không còn từ bản ${leftIn})`);

/** By clause, in the order of the document; a clause stands before what stands in it. */
const byClause = ({ clauses }: PlanOutline): Arrangement => ({
  rows: [
    ...clauses.map(({ id, path, label, level, title, text, parentId, standing: { leftIn } }) => ({
      id,
      path: clauseMark(path),
      label,
      name: (title ?? beginning(text, LONGEST_NAME)) + leftNote(leftIn),
      level,
      parentId,
      leftIn,
    })),
    loose(APPENDIX, "Phụ lục", "Nhiệm vụ giao ở phụ lục"),
    loose(ADDED, "Bổ sung", "Nhiệm vụ bổ sung, chưa gắn mục"),
  ],
  ofTask: ({ clauseId, fromAppendix }) => [clauseId ?? (fromAppendix ? APPENDIX : ADDED)],
  ofObligation: ({ clauseId }) => [clauseId],
});

/**
 * By the unit that answers for it, in the units' own order. Units that are no more keep what was done under them; the
 * one that took over what was open names them.
 */
const byUnit = (history: UnitHistory, span: Span): Arrangement => ({
  rows: [
    loose(EVERY_UNIT, "Chung", "Việc của mọi phòng, đơn vị"),
    ...history.unitsIn(EVER).map(({ id, shortName }) => {
      const before = history.tookOver(id, span.from);
      const name = history.nameIn(id, span);
      return loose(id, shortName, before.length === 0 ? name : `${name}, gồm cả ${before.join(", ")}`);
    }),
    loose(NO_UNIT, "Chưa giao", "Việc chưa giao cho đơn vị nào"),
  ],
  ofTask: ({ leadUnitId, allUnits }) => [leadUnitId ?? (allUnits ? EVERY_UNIT : NO_UNIT)],
  ofObligation: ({ unitIds, allUnits }) => {
    const owed = [...(allUnits ? [EVERY_UNIT] : []), ...unitIds];
    return owed.length > 0 ? owed : [NO_UNIT];
  },
});

/** The rows of the board as they were asked for; units are named as within the span. */
export const arrangement = (
  by: "clause" | "unit",
  outline: PlanOutline,
  history: UnitHistory,
  span: Span,
): Arrangement => (by === "unit" ? byUnit(history, span) : byClause(outline));
