import type { ComponentType, ReactNode } from "react";
import type { filterOf } from "./planning/entry-view.ts";

/** What a capability above lets stand in the calendar beside texts. */
export interface CalendarExtra {
  id: string;
  title: string;
  /** The moment under which it stands. */
  at: string;
  means: "published" | "scheduled";
  /** What the moment is: "Hẹn kênh". */
  what: string;
  facts: string;
  /** Why it cannot be moved; null: it can. */
  hindrance: string | null;
}

export interface CalendarExtras {
  extras: CalendarExtra[];
  /** There are more than are drawn. */
  isCut: boolean;
  /** To another day ("2026-12-08") or hour ("2026-12-08T09"). */
  drop: (extra: CalendarExtra, place: string) => void;
  refuse: (extra: CalendarExtra) => void;
  /** What can be done with the chosen one. */
  acts: (extra: CalendarExtra) => ReactNode;
  /** Where one says which of them are shown. */
  filter: ReactNode;
  dialog: ReactNode;
}

/** Places of these screens that a capability above may fill: to which channels a text goes out, and when. */
export const slots: {
  contentDeliveries: ComponentType<{
    itemId: string;
    /** Whether the text is still to become public, is so, or will not be any more. */
    standing: "ahead" | "public" | "over";
  }> | null;
  calendarExtras: ComponentType<{
    span: { from: string; to: string };
    filter: ReturnType<typeof filterOf>;
    /** Which of them are shown, as it stands in the address. */
    shown: string;
    show: (shown: string) => void;
    children: (extras: CalendarExtras) => ReactNode;
  }> | null;
} = { contentDeliveries: null, calendarExtras: null };
