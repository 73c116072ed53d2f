export { eventsBetween } from "./events-between.ts";
export { eventsToDecide } from "./events-to-decide.ts";
export { inheritEvents } from "./inherit-events.ts";
