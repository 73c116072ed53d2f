interface SpeechSettings {
  /** Null: the server asks for none. */
  key: string | null;
  models: string[];
  voices: string[];
  /** Longer texts are refused, as such servers do. */
  longestInput: number;
  rate: number;
  /** The head says that the length is not known yet, as servers do that write while they read. */
  streams: boolean;
}

export interface SpeechSeed {
  settings: SpeechSettings;
}

export const speechSeed: SpeechSeed = {
  settings: {
    key: "khoa-doc-mau",
    models: ["doc-mau-1"],
    voices: ["nu-mien-bac", "nam-mien-nam"],
    longestInput: 4_096,
    rate: 24_000,
    streams: true,
  },
};
