import type { Plug } from "#platform/work/plug.ts";

export const plug: Plug = { capability: "events" };
