export { mailOauth } from "./connectors/press/mail-token.ts";
export { unreadableRoots } from "./connectors/press/trusted-roots.ts";
export { communicationInPeriod } from "./figures/communication-in-period.ts";
export { playsInPeriod } from "./grassroots/plays-in-period.ts";
export {
  listDossiers as paymentDossiers,
  wholeDossier as paymentDossier,
} from "./payment/dossier-queries.ts";
export { writeBundle as writePaymentBundle } from "./payment/write-bundle.ts";
export { enterMailbox, type MailboxKeeper, whyUnread } from "./press-room/bounces/enter-mailbox.ts";
export { withKeptSecret } from "./press-room/bounces/keep-secret.ts";
export type { MailboxSecret, OpenMailbox } from "./press-room/bounces/mailbox-way.ts";
export { pickupsAt } from "./press-room/pickups/pickup-queries.ts";
export { pressInPeriod } from "./press-room/press-in-period.ts";
