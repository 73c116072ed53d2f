import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { root } from "#platform/config/root.ts";
import { type SpeechEngine, SpeechFailed } from "./speech-engine.ts";

/** The program: the source itself, or beside the bundled server. */
const program = import.meta.url.endsWith(".ts")
  ? fileURLToPath(new URL("./espeak-program.ts", import.meta.url))
  : join(root, "dist", "server", "espeak-program.js");

/** Its marks for sounds instead of words: as words they would be read as gibberish. */
const sounds = /\[\[|\]\]/g;

/** eSpeak NG as WebAssembly, with the three accents that it has for Vietnamese. Needs no network. */
export const espeakEngine: SpeechEngine = {
  slug: "espeak-ng",
  name: "eSpeak NG",
  // Made by rules of how a mouth sounds: nobody's recordings were learnt from.
  source: "AlgorithmicMediaDigitalSource",
  voices: [
    { slug: "vi", label: "Giọng miền Bắc" },
    { slug: "vi-vn-x-central", label: "Giọng miền Trung" },
    { slug: "vi-vn-x-south", label: "Giọng miền Nam" },
  ],
  isThere: () => existsSync(join(root, "node_modules", "espeak-ng", "package.json")),
  async read(reading, signal) {
    const child = spawn(process.execPath, ["--max-old-space-size=256", program], {
      cwd: root,
      // Nothing that the server knows is given to it.
      env: {},
      stdio: ["pipe", "ignore", "pipe"],
      signal,
      killSignal: "SIGKILL",
    });
    const ended = once(child, "close") as Promise<[number | null]>;
    // It may end before it has read everything; why stands in what it says.
    child.stdin.on("error", () => undefined);
    child.stdin.end(JSON.stringify({ ...reading, text: reading.text.replace(sounds, " ") }));
    const [[code], said] = await Promise.all([ended, text(child.stderr)]);
    if (code !== 0) throw new SpeechFailed(`espeak-ng ended with ${code}: ${said.slice(0, 2000)}`);
  },
};
