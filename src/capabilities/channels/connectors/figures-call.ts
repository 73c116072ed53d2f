import type { Metric } from "../figures/metric.ts";

/** A post whose figures are asked for. */
export interface AskedPost {
  /** Ours; the answer is by it. */
  id: string;
  /** The network's. */
  remoteId: string;
  placedAt: Date;
  /** What was kept when it was posted. */
  handles: Record<string, string>;
  /** The network told of it before. */
  wasTold: boolean;
}

/** The network answered, and this post was not there. One such answer alone makes nothing gone. */
export interface NotThere {
  gone: string;
  /** It said so of this very post, or told of others beside it. False: its answer was empty of everything. */
  sure: boolean;
}

/** One number, with what the network calls it and means by it. */
export interface ReadFigure {
  metric: Metric;
  value: number;
  name: string;
  words: string;
}

/** A number that the network does not tell of any post, by its own name. */
export interface MissingFigure {
  name: string;
  metric: Metric;
  why: string;
  /** The network has no such number any more; or it does not let us see it. */
  because: "gone" | "permission";
}

/** What a network told. What it did not tell is not in it: that is unknown, never nothing. */
export interface FiguresRead {
  posts: Map<string, { figures: ReadFigure[] } | NotThere>;
  missing: MissingFigure[];
  /** Why it ended before all were asked about; null: it did not. */
  ended:
    | null
    /** Nothing more for now; `after`: so many seconds at least. */
    | { outcome: "later"; why: string; after?: number }
    /** The network no longer lets us in: a person must connect anew. */
    | { outcome: "reauth"; why: string };
}

/** A count as a network writes it, a number or its digits; null: it is none. */
export function countOf(value: unknown): number | null {
  if (typeof value === "string") return /^\d{1,15}$/.test(value) ? Number(value) : null;
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The same where it may come in parts, which are added up. */
export function countOfParts(value: unknown): number | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return countOf(value);
  const parts = Object.values(value).map(countOf);
  if (parts.length === 0) return null;
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0 as number | null);
}
