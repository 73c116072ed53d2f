/** What the public pages show and take: events that were announced, with nothing of those who keep them. */
export { feedbackRuleOf, readsLikeComplaint } from "#feedback";
export { attendanceOf, type Registration, registrationByCode } from "./attendance/attendance-queries.ts";
export { cancelRegistration, registerForEvent } from "./attendance/register-for-event.ts";
export { MOST_PEOPLE, takesRegistration, ticketPath } from "./attendance/registration.ts";
export { type CalendarEntry, calendarFile } from "./calendar-file.ts";
export { commitmentInWords, commitmentsOf } from "./commitments/commitment-queries.ts";
export { publicAnswersOf, questionsOf } from "./dialogue/dialogue-queries.ts";
export {
  askers,
  declines,
  LONGEST_QUESTION,
  questionSources,
  takesQuestions,
} from "./dialogue/question.ts";
export { sendQuestion } from "./dialogue/receive-question.ts";
export { countWays, eventKinds, eventStates, stepWords, timeInWords } from "./event.ts";
export {
  changesOf,
  EVENTS_PATH,
  type Event,
  eventBySlug,
  eventPath,
  eventsSince,
  itemsOf,
  pastEvents,
  publicEvents,
  unitNamesOf,
  upcomingEvents,
} from "./event-queries.ts";
export { photosOf } from "./holding/show-photos.ts";
export { presentMaterials } from "./present-event.ts";
export { eventRuleOf } from "./settings/event-rule-queries.ts";
