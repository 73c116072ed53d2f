import { accountContract } from "./accounts/contract.ts";
import { captureContract } from "./captures/contract.ts";
import { changeContract } from "./changes/contract.ts";
import { deliveryContract } from "./deliveries/contract.ts";
import { figureContract } from "./figures/contract.ts";
import { figureImportContract } from "./figures/imports/contract.ts";
import { loudspeakerContract } from "./grassroots/contract.ts";
import { paymentContract } from "./payment/contract.ts";
import { pictureContract } from "./pictures/contract.ts";
import { postingContract } from "./posting-times/contract.ts";
import { mailboxContract } from "./press-room/bounces/contract.ts";
import { pressContract } from "./press-room/contract.ts";
import { enquiryContract } from "./press-room/enquiries/contract.ts";
import { letterContract } from "./press-room/letters/contract.ts";
import { limitContract } from "./press-room/limits/contract.ts";
import { pickupContract } from "./press-room/pickups/contract.ts";
import { spokespersonContract } from "./press-room/spokespeople/contract.ts";
import { webhookContract } from "./webhooks/contract.ts";
import { feedContract } from "./websub/contract.ts";

export { type AccountState, type AccountWay, accountStateLabels, wayLabels } from "./accounts/account.ts";
export { type ChangeState, changeActLabels, changeStateLabels } from "./changes/change.ts";
export { type DeliveryGroup, type DeliveryState, deliveryStateLabels } from "./deliveries/delivery.ts";
export {
  doubtLabels,
  keySortLabels,
  type Priority,
  playSourceLabels,
  playStateLabels,
  priorityLabels,
  stationSortLabels,
  stationWayLabels,
  weekdayLabels,
} from "./grassroots/station.ts";
export { accountNetworks, networkLabel, networkOf, networks } from "./networks/index.ts";
export { type Verdict, verdictLabels, verdicts } from "./payment/dossier.ts";
export {
  type ChosenPicture,
  pictureShapes,
  samePictures,
  shapeOf,
} from "./pictures/picture-shape.ts";
export {
  type PostingLimits,
  type PostingRule,
  type PostingWindow,
  windowsInWords,
} from "./posting-times/posting-rule.ts";
export {
  type EnquiryState,
  enquiryStateLabels,
  enquiryWayLabels,
  type Light,
  lightLabels,
  type Outcome,
} from "./press-room/enquiries/enquiry.ts";
export { acknowledgedLabels, type MailState, mailStateLabels } from "./press-room/letters/letter.ts";
export {
  type ContactBasis,
  type ContactState,
  contactBasisLabels,
  contactStateLabels,
  optOutLabels,
  outletKindLabels,
  pressConsentLabels,
} from "./press-room/outlet.ts";
export { type PickupKind, pickupKindLabels, pickupKinds } from "./press-room/pickups/pickup.ts";
export { type RecipientStanding, recipientStandingLabels } from "./press-room/release.ts";
export {
  standingLabels,
  type TermState,
  termStateLabels,
} from "./press-room/spokespeople/spokesperson.ts";
export { type MessageState, messageStateLabels } from "./webhooks/webhook.ts";

export const channelsContract = {
  ...accountContract,
  ...deliveryContract,
  ...changeContract,
  ...pictureContract,
  ...postingContract,
  ...loudspeakerContract,
  ...pressContract,
  ...mailboxContract,
  ...spokespersonContract,
  ...enquiryContract,
  ...letterContract,
  ...limitContract,
  ...pickupContract,
  ...captureContract,
  ...paymentContract,
  ...webhookContract,
  ...feedContract,
  ...figureContract,
  ...figureImportContract,
};
