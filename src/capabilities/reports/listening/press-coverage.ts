/** An article that is of a theme, has a tone, or was made of a text of the agency; one, however many feeds name it. */
export interface ChainArticle {
  id: string;
  /** By what it is known in the register of what the press took up; null: it has no address. */
  addressKey: string | null;
  sourceNames: string[];
  title: string;
  url: string | null;
  /** YYYY-MM-DD. */
  on: string;
  themes: string[];
  /** As a person found it; null: nobody has said. */
  tone: "praise" | "neutral" | "criticism" | null;
  copy: { contentId: string; share: number; isCredited: boolean } | null;
}

/** Criticism that somebody sees to; ISO instants. */
export interface ChainIncident {
  id: string;
  title: string;
  openedAt: string;
  dueAt: string;
  /** When it was answered or closed; null: neither, up to the last day that is counted. */
  endedAt: string | null;
}

/** What the press wrote in a period; days YYYY-MM-DD, counted up to `until`. */
export interface ChainListening {
  from: string;
  until: string;
  /** ISO instant up to which clocks are looked at: now, or the end of the period. */
  at: string;
  sources: { id: string; name: string; items: number }[];
  articles: ChainArticle[];
  incidents: ChainIncident[];
}
