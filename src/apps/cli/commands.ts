import type { Command } from "#platform/work/plug.ts";
import { plugs } from "../plugs.ts";
import { operations } from "./operations.ts";

/** Every command of the command line, but `serve`: those of the capabilities, then those of operations. */
export const commands: Command[] = [...plugs.flatMap((plug) => plug.commands ?? []), ...operations];
