export { type EventsBetween, eventsBetween } from "./events-between.ts";
export { inheritEvents } from "./inherit-events.ts";
