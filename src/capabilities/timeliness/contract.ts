import { figureContract } from "./figures/contract.ts";
import { importContract } from "./imports/contract.ts";

export const timelinessContract = { ...importContract, ...figureContract };
