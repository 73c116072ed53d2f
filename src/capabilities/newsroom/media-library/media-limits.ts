import type { Config } from "#platform/config/config.ts";
import type { MediaSort } from "./media-sort.ts";

const MEGABYTE = 1024 * 1024;

let limits: Config["media"] = {
  picture: 25 * MEGABYTE,
  video: 1000 * MEGABYTE,
  audio: 200 * MEGABYTE,
  document: 50 * MEGABYTE,
  store: null,
};

/** Sets how large files and the library may be; done once by the process, from its settings. */
export function limitMediaTo(given: Config["media"]): void {
  limits = given;
}

export const mediaLimits = (): Readonly<Config["media"]> => limits;

/** The largest file that may be one of these sorts. */
export const largestOf = (...sorts: MediaSort[]): number => Math.max(...sorts.map((sort) => limits[sort]));
