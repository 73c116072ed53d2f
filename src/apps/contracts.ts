import { documentsContract } from "#documents/contract";

/** The contracts of all capabilities: what the API serves and what the workspace's client is typed by. */
export const contracts = { documents: documentsContract };
