import { implement } from "@orpc/server";
import { addressBySettings } from "#platform/config/served-address.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { allowNetworkHosts } from "./accounts/account-call.ts";
import { sealWith } from "./accounts/credentials.ts";
import { accountRoutes } from "./accounts/routes.ts";
import { auditWords } from "./audit-words.ts";
import { captureRoutes } from "./captures/routes.ts";
import { serveCaptures } from "./captures/serve-captures.ts";
import { noticeMissedChanges } from "./changes/notice-missed-changes.ts";
import { changeRoutes } from "./changes/routes.ts";
import { channelsContract } from "./contract.ts";
import { noticeMissedDeliveries } from "./deliveries/notice-missed.ts";
import { linkUnder } from "./deliveries/post-of-delivery.ts";
import { deliveryRoutes } from "./deliveries/routes.ts";
import { figureImportRoutes } from "./figures/imports/routes.ts";
import { figureRoutes } from "./figures/routes.ts";
import { serveStations } from "./grassroots/feed/serve-stations.ts";
import { serveStationPage } from "./grassroots/feed/station-page.ts";
import { loudspeakerRoutes } from "./grassroots/routes.ts";
import { channelJobs, channelSubscriptions } from "./jobs.ts";
import { noticeMatters } from "./notice-matters.ts";
import { paymentRoutes } from "./payment/routes.ts";
import { pictureRoutes } from "./pictures/routes.ts";
import { serveCuts } from "./pictures/serve-cuts.ts";
import { sampleProofKeys } from "./placements/sample-proof-keys.ts";
import { serveProofs } from "./placements/serve-proofs.ts";
import { postingRoutes } from "./posting-times/routes.ts";
import { mailboxRoutes } from "./press-room/bounces/routes.ts";
import { carryOverRecipients } from "./press-room/carry-over-recipients.ts";
import { enquiryRoutes } from "./press-room/enquiries/routes.ts";
import { serveEnquiryFiles } from "./press-room/enquiries/serve-enquiry-files.ts";
import { watchEnquiries } from "./press-room/enquiries/watch-enquiries.ts";
import { serveLeaving } from "./press-room/leave-page.ts";
import { serveAcknowledging } from "./press-room/letters/acknowledge-page.ts";
import { letterRoutes } from "./press-room/letters/routes.ts";
import { serveLetterFiles } from "./press-room/letters/serve-letter-files.ts";
import { limitRoutes } from "./press-room/limits/routes.ts";
import { pickupRoutes } from "./press-room/pickups/routes.ts";
import { servePickupProofs } from "./press-room/pickups/serve-pickup-proofs.ts";
import { pressRoutes } from "./press-room/routes.ts";
import { serveReleaseFiles } from "./press-room/serve-release-files.ts";
import { spokespersonRoutes } from "./press-room/spokespeople/routes.ts";
import { publicSpeakers } from "./published.ts";
import { loadSampleChannels } from "./seed.ts";
import { webhookRoutes } from "./webhooks/routes.ts";
import { TEST_KIND, webhookKinds } from "./webhooks/webhook.ts";
import { feedRoutes } from "./websub/routes.ts";
import { serveHub } from "./websub/serve-hub.ts";

export const plug: Plug = {
  capability: "channels",
  publicParts: [
    {
      section: "nguoi-phat-ngon",
      label: "Người phát ngôn",
      href: "/nguoi-phat-ngon",
      look: async (q, agencyId) => ({
        count: (await publicSpeakers(q, agencyId, new Date())).length,
        lastChange: null,
      }),
    },
  ],
  auditWords,
  contract: channelsContract,
  routes: implement(channelsContract)
    .$context<ApiContext>()
    .router({
      ...accountRoutes,
      ...deliveryRoutes,
      ...changeRoutes,
      ...pictureRoutes,
      ...postingRoutes,
      ...loudspeakerRoutes,
      ...pressRoutes,
      ...mailboxRoutes,
      ...spokespersonRoutes,
      ...enquiryRoutes,
      ...letterRoutes,
      ...limitRoutes,
      ...pickupRoutes,
      ...captureRoutes,
      ...paymentRoutes,
      ...webhookRoutes,
      ...feedRoutes,
      ...figureRoutes,
      ...figureImportRoutes,
    }),
  jobs: channelJobs,
  subscriptions: channelSubscriptions,
  noticeMatters,
  outgoingCalls: [...webhookKinds, TEST_KIND],
  watch: async (database) => {
    await noticeMissedDeliveries(database);
    await noticeMissedChanges(database);
    await watchEnquiries(database);
  },
  sample: { order: 6, load: loadSampleChannels, files: sampleProofKeys },
  http: (app, parts) => {
    serveProofs(app, parts.database);
    serveCuts(app, parts.database);
    serveCaptures(app, parts.database);
    serveStations(app, parts);
    serveStationPage(app, parts);
    serveLeaving(app, parts.database);
    serveEnquiryFiles(app, parts.database);
    serveAcknowledging(app, parts.database);
    serveLetterFiles(app, parts.database);
    serveReleaseFiles(app, parts.database);
    servePickupProofs(app, parts.database);
    serveHub(app, parts);
  },
  prepare: async (database, config) => {
    sealWith(config);
    await carryOverRecipients(database);
    allowNetworkHosts(config.channels.allowHosts);
    linkUnder(config.baseUrl ?? addressBySettings(config), { reachable: config.baseUrl !== null });
  },
};
