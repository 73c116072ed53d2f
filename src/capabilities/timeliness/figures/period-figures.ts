import type { Share } from "../reading/tally-dossiers.ts";

/** received = carriedOver + filed = resolved + pending + paused + closed: every dossier is one of each side. */
export interface PeriodFigures {
  received: number;
  /** Received before the period and not settled when it began. */
  carriedOver: number;
  filed: number;
  early: number;
  onTime: number;
  late: number;
  resolved: number;
  inProgressOnTime: number;
  inProgressOverdue: number;
  paused: number;
  closedWithoutResult: number;
  /** (early + onTime) ÷ resolved */
  onTimeShare: Share;
  /** Of those filed in the period. */
  online: Share;
  ePayment: Share;
  eResult: Share;
  digitised: Share;
  /** Of those that were passed on at all, as far as the systems tell. */
  circulated: Share;
  /** Working days from receipt to result ÷ resolved, of dossiers alone. */
  workingDays: Share;
}

export interface FiguresOfPart extends PeriodFigures {
  /** Names the part in calls. */
  key: string;
  label: string;
}
