import { plug as documents } from "#documents/plug";
import type { Plug } from "#platform/work/plug.ts";

/** The capabilities that this installation runs, lowest first. */
export const plugs: Plug[] = [documents];
