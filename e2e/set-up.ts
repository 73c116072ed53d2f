import { afterAll } from "vitest";
import { endLaunched } from "./server-process.ts";
import "../src/apps/plugs.ts";

afterAll(endLaunched);
