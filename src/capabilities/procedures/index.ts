export { publicProcedures } from "./published.ts";
export { unknownProcedureCodes } from "./unknown-codes.ts";
