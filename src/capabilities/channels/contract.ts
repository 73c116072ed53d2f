import { accountContract } from "./accounts/contract.ts";
import { deliveryContract } from "./deliveries/contract.ts";

export const channelsContract = { ...accountContract, ...deliveryContract };
