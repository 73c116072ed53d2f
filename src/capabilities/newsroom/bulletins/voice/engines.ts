import { espeakEngine } from "./espeak-engine.ts";
import type { SpeechEngine } from "./speech-engine.ts";

/** Those that this product knows, the first that is there is asked. Another is one more file beside this. */
const engines: readonly SpeechEngine[] = [espeakEngine];

/** Who reads aloud here; null: nobody is installed. */
export const engineHere = (): SpeechEngine | null => engines.find((engine) => engine.isThere()) ?? null;
