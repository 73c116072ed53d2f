export { isSettled, postingStateLabels } from "./postings/posting.ts";
export { postingBoard } from "./postings/posting-board.ts";
export { publicProcedures } from "./published.ts";
export { unknownProcedureCodes } from "./unknown-codes.ts";
