import { writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import espeak from "espeak-ng";
import type { Reading } from "./speech-engine.ts";

/**
 * A program of its own, never part of the server's: its library is under the GPL. Reads a `Reading` as JSON from its
 * input and writes the WAV where that says.
 */
const { text: words, voice, pace, wavPath } = JSON.parse(await text(process.stdin)) as Reading;

/** What the program calls words a minute gives so many syllables of Vietnamese, pauses included. */
const SYLLABLES_A_WORD = 1.22;

const [given, made] = ["/lời.txt", "/tiếng.wav"];
const { FS } = await espeak({
  arguments: ["-v", voice, "-s", String(Math.round(pace / SYLLABLES_A_WORD)), "-w", made, "-f", given],
  preRun: [(module) => module.FS.writeFile(given, words)],
  // What it prints goes where the server reads why it failed.
  print: console.error,
  printErr: console.error,
});
await writeFile(wavPath, FS.readFile(made));
