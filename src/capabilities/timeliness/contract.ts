import { apologyContract } from "./apologies/contract.ts";
import { figureContract } from "./figures/contract.ts";
import { importContract } from "./imports/contract.ts";

import { praiseContract } from "./praise/contract.ts";
import { publicationContract } from "./publishing/contract.ts";
import { serviceIndexContract } from "./service-index/contract.ts";

export const timelinessContract = {
  ...importContract,
  ...figureContract,
  ...apologyContract,
  ...publicationContract,
  ...praiseContract,
  ...serviceIndexContract,
};
