import type { Plug } from "#platform/work/plug.ts";
import { dossiersReadCommand } from "./reading/dossiers-read.command.ts";

export const plug: Plug = { capability: "timeliness", commands: [dossiersReadCommand] };
