import { organizationContract } from "#organization/contract";
import { type Answers, apiFor } from "#ui/api.ts";
import { documentsContract } from "../contract.ts";

export const api = apiFor({ documents: documentsContract, organization: organizationContract });

export type DocumentView = Answers<typeof documentsContract>["get"];

export type DocumentFile = Answers<typeof documentsContract>["files"]["files"][number];
export type DocumentStanding = Answers<typeof documentsContract>["standing"];
