/** What a file of the budget belongs to. */
export const documentOwners = ["proposal", "commitment", "expense", "saving"] as const;
export type DocumentOwner = (typeof documentOwners)[number];
