import { apologyContract } from "./apologies/contract.ts";
import { figureContract } from "./figures/contract.ts";
import { importContract } from "./imports/contract.ts";

import { publicationContract } from "./publishing/contract.ts";

export const timelinessContract = {
  ...importContract,
  ...figureContract,
  ...apologyContract,
  ...publicationContract,
};
