export { type PressBetween, pressBetween } from "./coverage/press-between.ts";
