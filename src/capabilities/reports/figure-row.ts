import type { RowKind } from "./figure.ts";

/** A row behind a figure, as a person reads it. */
export interface FigureRow {
  id: string;
  kind: RowKind;
  label: string;
  detail: string;
  url: string | null;
  /** How much of the number it stands for, where that is not one. */
  amount?: number;
}
