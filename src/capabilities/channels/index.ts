export { communicationInPeriod } from "./figures/communication-in-period.ts";
export { playsInPeriod } from "./grassroots/plays-in-period.ts";
export { pressInPeriod } from "./press-room/press-in-period.ts";
