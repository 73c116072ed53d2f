/** An event that begins in the period. Days are YYYY-MM-DD. */
export interface ChainEvent {
  id: string;
  kind: string;
  kindLabel: string;
  title: string;
  unitName: string;
  state: "announced" | "postponed" | "cancelled" | "held";
  on: string;
  lastOn: string;
  /** How many came, and how they were counted; null while it is not recorded as held. */
  attended: number | null;
  countedHow: "list" | "scan" | "estimate" | null;
  photos: number;
  materials: number;
}

/** A question of a dialogue by its code: neither its words nor who asked. */
export interface ChainQuestion {
  id: string;
  code: string;
  eventId: string;
  eventTitle: string;
  receivedOn: string;
  isDeclined: boolean;
  answer: "drafted" | "waiting" | "published" | "withdrawn" | null;
  publishedOn: string | null;
}

/** A promise that the public reads. */
export interface ChainCommitment {
  id: string;
  eventId: string;
  words: string;
  unitName: string;
  dueOn: string;
  madeOn: string;
  /** The day on which it was done and the one on which that was told; null while nothing is public of it. */
  doneOn: string | null;
  toldOn: string | null;
}

/** Events of a period, what was asked and promised in it or was open when it began; counted up to `until`. */
export interface ChainEvents {
  from: string;
  until: string;
  events: ChainEvent[];
  questions: ChainQuestion[];
  commitments: ChainCommitment[];
}
