export { publicProcedures } from "./published.ts";
