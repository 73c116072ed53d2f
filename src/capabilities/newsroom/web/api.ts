import { documentsContract } from "#documents/contract";
import { organizationContract } from "#organization/contract";
import { planContract } from "#plan/contract";
import { apiFor } from "#ui/api.ts";
import { newsroomContract } from "../contract.ts";

export const api = apiFor({
  newsroom: newsroomContract,
  documents: documentsContract,
  plan: planContract,
  organization: organizationContract,
});

/** An item as the API answers it; moments are ISO text. */
export type Item = Awaited<ReturnType<typeof api.newsroom.get.call>>;
export type Saved = Awaited<ReturnType<typeof api.newsroom.save.call>>;
export type ItemSummary = Awaited<ReturnType<typeof api.newsroom.list.call>>["items"][number];
export type Revision = Item["current"];
export type Picture = Awaited<ReturnType<typeof api.newsroom.listMedia.call>>["media"][number];
export type MediaUse = Awaited<ReturnType<typeof api.newsroom.whereUsed.call>>["uses"][number];
/** One of the library alone, with the words that are spoken in it. */
export type Folders = Awaited<ReturnType<typeof api.newsroom.mediaFolders.call>>;
export type Folder = Folders["folders"][number];
export type WholeMedia = Awaited<ReturnType<typeof api.newsroom.getMedia.call>>;
export type PlanLinks = Awaited<ReturnType<typeof api.plan.links.call>>;
export type Story = Awaited<ReturnType<typeof api.newsroom.getStory.call>>;
export type Deliverable = Story["deliverables"][number];
export type Suggestions = Awaited<ReturnType<typeof api.newsroom.suggestions.call>>;
export type Entry = Awaited<ReturnType<typeof api.newsroom.listEntries.call>>["entries"][number];
/** As it stands on its day. */
export type CalendarEntry = Awaited<ReturnType<typeof api.newsroom.calendarEntries.call>>["entries"][number];
export type ReviewRoute = Awaited<ReturnType<typeof api.newsroom.reviewRoutes.call>>["routes"][number];
export type Commendation = Awaited<ReturnType<typeof api.newsroom.commendation.call>>;
export type GoodPractice = Awaited<ReturnType<typeof api.newsroom.goodPractice.call>>;
export type ListedPractice = Awaited<ReturnType<typeof api.newsroom.goodPractices.call>>["practices"][number];
export type Tip = Awaited<ReturnType<typeof api.newsroom.getTip.call>>;
export type Graphic = Awaited<ReturnType<typeof api.newsroom.getInfographic.call>>;
