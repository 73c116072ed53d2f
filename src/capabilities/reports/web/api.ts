import type { InferContractRouterOutputs } from "@orpc/contract";
import { apiFor } from "#ui/api.ts";
import { reportsContract } from "../contract.ts";

export const api = apiFor({ reports: reportsContract });

type Outputs = InferContractRouterOutputs<typeof reportsContract>;

/** What the contract calls a date arrives as text. */
type OverTheWire<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? OverTheWire<Item>[]
    : T extends object
      ? { [Key in keyof T]: OverTheWire<T[Key]> }
      : T;

export type ReportView = OverTheWire<Outputs["get"]>;

/** Address of a file of a report, for a plain link. */
export const fileAddress = (id: string, format: string): string => `/api/reports/${id}/files/${format}`;
