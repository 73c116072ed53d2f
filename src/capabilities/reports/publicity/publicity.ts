/**
 * What a report keeps of how the agency's procedures and documents are made public: where each procedure stood on the
 * day when the figures were taken, what was missing there, and how promptly documents of the period became public; with
 * the places and days that it was judged by, so that the report stays what it was.
 */
export interface ChainPublicity {
  /** The day whose standing is told. */
  day: string;
  places: { id: string; name: string; workingDays: number }[];
  procedures: ChainPosting[];
  /** Null: the agency has not said within how many days a document becomes public. */
  documents: { workingDays: number; rows: ChainPublished[] } | null;
}

export interface ChainPosting {
  id: string;
  code: string;
  name: string;
  version: number;
  /** Repealed: to be gone from everywhere. */
  isOver: boolean;
  /** Of the places that ask something: settled in time, settled late, or what is missing. */
  cells: { placeId: string; isSettled: boolean; stateLabel: string; dueOn: string | null; isLate: boolean }[];
}

export interface ChainPublished {
  id: string;
  title: string;
  issuedOn: string;
  /** ISO instant; null: not yet. */
  publishedAt: string | null;
  workingDays: number;
  state: "in-time" | "late" | "waiting";
}

/** Everything that must be there is there, and what must be gone is gone. */
export const isSettledEverywhere = ({ cells }: ChainPosting): boolean =>
  cells.every(({ isSettled }) => isSettled);

/** Names a procedure at a place. */
export const postingId = ({ id }: Pick<ChainPosting, "id">, { placeId }: { placeId: string }): string =>
  `${id}:${placeId}`;
