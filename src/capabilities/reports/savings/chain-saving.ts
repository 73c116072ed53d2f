/** What citizens were saved, as it was approved, with the definition by which it was counted; whole numbers. */
export interface ChainSaving {
  id: string;
  scopeName: string;
  periodLabel: string;
  /** YYYY-MM-DD, both inside. */
  from: string;
  to: string;
  dossiers: number;
  /** Which dossiers are counted, and by whom. */
  counted: string;
  /** For each dossier: "30 phút, 1 lượt đi lại". */
  each: string;
  minutes: number;
  ways: number;
  dong: number;
  method: string;
  /** "Quyết định phê duyệt phương án, số 12/QĐ-UBND ngày 2/3/2026". */
  source: string;
  link: string;
}
