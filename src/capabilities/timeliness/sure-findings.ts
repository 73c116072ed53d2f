import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";

/** Whether a text surely tells of a person; names are not looked for, since those of units and procedures look like them. */
export const sureFindings = (text: string): boolean => findPersonalData(text, { sureOnly: true }).length > 0;
