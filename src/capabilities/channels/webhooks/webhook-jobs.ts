import { z } from "zod";
import { contentPublished, contentRemoved, contentWithdrawn } from "#newsroom/signals";
import type { Database } from "#platform/database/database.ts";
import { defineJob } from "#platform/jobs/jobs.ts";
import type { Signal } from "#platform/signals/define-signal.ts";
import type { Subscription } from "#platform/signals/signals.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { sendWebhooks } from "./send-webhooks.ts";
import { tellOutside, WEBHOOK_QUEUE } from "./tell-outside.ts";
import type { WebhookKind } from "./webhook.ts";

interface Told {
  itemId: string;
  revisionId: string;
  agencyId: string;
  isFirst?: boolean;
}

/** Heard of twice it is told once: `id` is of the hearing, the same whenever it is repeated. */
export const hearOf =
  (kindOf: (told: Told) => WebhookKind) =>
  (database: Database, told: Told, { id, at }: { id: string; at: Date }): Promise<void> => {
    const { agencyId, itemId, revisionId } = told;
    const about = { itemId, revisionId };
    return work(database, systemActor(agencyId, "Báo hệ thống khác"), (current) =>
      tellOutside(current, [{ agencyId, kind: kindOf(told), about, key: `signal ${id}`, at }]),
    );
  };

const ids = z.object({
  itemId: z.uuid(),
  revisionId: z.uuid(),
  agencyId: z.uuid(),
  isFirst: z.boolean().optional(),
});

/** The signals of the newsroom that concern others, each under its kind. */
const contentKinds: { signal: Signal; kindOf: (told: Told) => WebhookKind }[] = [
  {
    signal: contentPublished,
    kindOf: ({ isFirst }: Told) => (isFirst === false ? "content.corrected" : "content.published"),
  },
  { signal: contentWithdrawn, kindOf: () => "content.withdrawn" },
  { signal: contentRemoved, kindOf: () => "content.removed" },
];

export const webhookSubscriptions: Subscription[] = contentKinds.map(({ signal, kindOf }) => ({
  signal,
  job: defineJob({
    name: `channels.tell.${signal.name}`,
    payload: ids,
    pollSeconds: 0.5,
    handle: hearOf(kindOf),
  }),
}));

export const webhookJobs = [
  defineJob({
    name: WEBHOOK_QUEUE,
    payload: z.object({}),
    cron: "* * * * *",
    pollSeconds: 0.5,
    handle: async (database) => {
      await sendWebhooks(database);
    },
  }),
];
