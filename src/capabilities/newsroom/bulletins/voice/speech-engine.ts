/** A text to be read aloud. */
export interface Reading {
  /** Words ready for the ear. */
  text: string;
  /** One of the engine's voices. */
  voice: string;
  /** Syllables a minute. */
  pace: number;
  /** Where the sound is written: WAV, one channel, 16 bits. */
  wavPath: string;
}

/** Who reads aloud: a program beside the server, or a server of the agency's own. */
export interface SpeechEngine {
  slug: string;
  /** What stands as the tool that was used. */
  name: string;
  /** How its sound comes about, as schema.org has the word of IPTC. */
  source: "AlgorithmicMediaDigitalSource" | "TrainedAlgorithmicMediaDigitalSource";
  voices: readonly { slug: string; label: string }[];
  /** Whether this installation has it. */
  isThere(): boolean;
  /** @throws SpeechFailed, and whatever `signal` gives when it ends first */
  read(reading: Reading, signal: AbortSignal): Promise<void>;
}

/** The engine gave no sound; its own words go to the log, `words` to whoever asked. */
export class SpeechFailed extends Error {
  override name = "SpeechFailed";
  readonly words: string;
  constructor(message: string, words = "Máy không đọc được lời này.") {
    super(message);
    this.words = words;
  }
}
