import { budgetContract } from "#budget/contract";
import { channelsContract } from "#channels/contract";
import { documentsContract } from "#documents/contract";
import { eventsContract } from "#events/contract";
import { feedbackContract } from "#feedback/contract";
import { indicesContract } from "#indices/contract";
import { listeningContract } from "#listening/contract";
import { newsroomContract } from "#newsroom/contract";
import { organizationContract } from "#organization/contract";
import { planContract } from "#plan/contract";
import { proceduresContract } from "#procedures/contract";
import { reportsContract } from "#reports/contract";
import { restructuringContract } from "#restructuring/contract";
import { siteContract } from "#site/contract";
import { timelinessContract } from "#timeliness/contract";

/** The contracts of all capabilities: what the API serves and what the workspace's client is typed by. */
export const contracts = {
  organization: organizationContract,
  documents: documentsContract,
  plan: planContract,
  newsroom: newsroomContract,
  channels: channelsContract,
  procedures: proceduresContract,
  timeliness: timelinessContract,
  feedback: feedbackContract,
  listening: listeningContract,
  indices: indicesContract,
  budget: budgetContract,
  reports: reportsContract,
  restructuring: restructuringContract,
  site: siteContract,
  events: eventsContract,
};
