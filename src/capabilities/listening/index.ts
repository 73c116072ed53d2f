export { coverageBetween, type PressCoverage } from "./coverage/coverage-between.ts";
