export { inheritEvents } from "./inherit-events.ts";
