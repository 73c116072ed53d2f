import type { Command } from "#platform/work/plug.ts";
import { plugs } from "../plugs.ts";
import { operations } from "./operations.ts";
import { searchCommand } from "./search.ts";

/** Every command of the command line, but `serve`: those of the capabilities, then the search over all of them and those of operations. */
export const commands: Command[] = [
  ...plugs.flatMap((plug) => plug.commands ?? []),
  searchCommand,
  ...operations,
];
