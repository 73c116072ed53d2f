import { organizationContract } from "#organization/contract";
import { apiFor } from "#ui/api.ts";
import { restructuringContract } from "../contract.ts";

export const api = apiFor({ restructuring: restructuringContract, organization: organizationContract });

export type UnitChangeView = Awaited<ReturnType<typeof api.restructuring.list.call>>["changes"][number];
