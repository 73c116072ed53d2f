/**
 * What a report keeps of the channels and the press in its period. What a network has measured is kept as it was told:
 * the value, what the source means by it, when it was read, and which reading of which placement it is; so the report
 * stays what it was, whatever is read later.
 */
export interface ChainCommunication {
  placements: ChainPlacement[];
  /** What adds up, one of each network, metric and definition; as the board of the channels counts it. */
  measures: ChainMeasure[];
  broadcasts: ChainBroadcast[];
  press: {
    /** Within so many hours the agency answers. */
    answerHours: number;
    enquiries: ChainEnquiry[];
    /** Placements that are releases, each with how many addresses it went to. */
    releases: { placementId: string; recipients: number }[];
    /** `isWithdrawn`: taken back by then; absent where that was not kept yet. */
    letters: {
      id: string;
      sentAt: string;
      recipients: number;
      acknowledged: number;
      isWithdrawn?: boolean;
    }[];
    /** Where the press took up what the agency published; absent where that was not kept yet. */
    pickups?: ChainPickup[];
  };
}

export interface ChainPickup {
  id: string;
  itemId: string;
  outletName: string;
  kind: string;
  kindLabel: string;
  title: string;
  /** Null: printed or broadcast. */
  url: string | null;
  publishedOn: string;
}

export interface ChainPlacement {
  id: string;
  itemId: string;
  title: string;
  kind: string;
  kindLabel: string;
  network: string;
  networkLabel: string;
  accountName: string;
  url: string | null;
  /** ISO instants; null while it stands. */
  placedAt: string;
  takenDownAt: string | null;
  figures: {
    readingId: string;
    metric: string;
    value: number;
    /** ISO instant; of `dayOnly` only its day is known. */
    takenAt: string;
    dayOnly: boolean;
    definitionId: string;
    /** It had grown old when it was taken into the report. */
    isStale: boolean;
  }[];
}

export interface ChainMeasure {
  network: string;
  networkLabel: string;
  metric: string;
  label: string;
  unit: string;
  adding: string | null;
  of: number;
  /** Null: nobody has said. */
  told: {
    definition: { id: string; name: string; words: string; version: number };
    sourceLabel: string;
    sum: number;
    known: number;
    stale: number;
    /** ISO instants. */
    oldestAt: string;
    newestAt: string;
  } | null;
}

interface ChainBroadcast {
  /** The bulletin for one station. */
  id: string;
  stationName: string;
  areaName: string;
  plays: number;
  /** ISO instant. */
  lastAt: string;
}

export interface ChainEnquiry {
  id: string;
  outletName: string;
  /** ISO instants. */
  receivedAt: string;
  dueAt: string;
  closedAt: string | null;
  isOpen: boolean;
  stateLabel: string;
  isLate: boolean;
  /** It came before the period and was still open. */
  isCarried: boolean;
}
