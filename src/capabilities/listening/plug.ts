import type { Plug } from "#platform/work/plug.ts";
import { feedsReadCommand } from "./reading/feeds-read.command.ts";

export const plug: Plug = { capability: "listening", commands: [feedsReadCommand] };
