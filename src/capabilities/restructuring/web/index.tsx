import { lazy } from "react";

/** Fetched with the page that shows it, not with the shell. */
export const UnitChanges = lazy(async () => ({ default: (await import("./unit-changes.tsx")).UnitChanges }));
