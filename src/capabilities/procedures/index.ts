export { isSettled, postingStateLabels } from "./postings/posting.ts";
export { postingBoard } from "./postings/posting-board.ts";
export {
  changesOf,
  changesSince,
  followedEvents,
  followedProcedure,
  type ProcedureChange,
} from "./procedure-changes.ts";
export { publicProcedures } from "./published.ts";
export { unknownProcedureCodes } from "./unknown-codes.ts";
