import { newsroomContract } from "#newsroom/contract";
import { organizationContract } from "#organization/contract";
import { type Answers, apiFor } from "#ui/api.ts";
import { channelsContract } from "../contract.ts";

export const api = apiFor({
  channels: channelsContract,
  newsroom: newsroomContract,
  organization: organizationContract,
});

type Of = Answers<typeof channelsContract>;

export type Register = Of["accounts"];
export type Account = Register["accounts"][number];
export type PostingHours = Of["postingHours"];
export type PostingScope = PostingHours["scopes"][number];
export type DeliveryRow = Of["deliveries"]["deliveries"][number];
export type DeliveriesByDay = Of["calendarDeliveries"];
export type DeliveryOfDay = DeliveriesByDay["deliveries"][number];
export type DeliveryView = Of["delivery"];
export type DeliveryPictures = DeliveryView["pictures"];
export type Preview = DeliveryView["preview"];
export type DeliveriesOfItem = Of["deliveriesOfContent"];
export type NetworkChoices = DeliveryView["choices"];
export type Dossier = Of["paymentDossier"];
export type DossierRow = Of["paymentDossiers"]["dossiers"][number];
export type Captures = Of["captures"];
export type Webhooks = Of["webhooks"];
export type Webhook = Webhooks["webhooks"][number];
export type WebhookLog = Of["webhookLog"];
export type FeedSubscriptions = Of["feedSubscriptions"];
export type FeedSubscription = FeedSubscriptions["subscriptions"][number];
export type PressRegister = Of["pressRegister"];
export type Outlet = PressRegister["outlets"][number];
export type PressContact = Outlet["contacts"][number];
export type PressLetters = Of["pressLetters"];
export type PressLetter = PressLetters["letters"][number];
export type PressPickups = Of["pressPickups"];
export type PressPickup = PressPickups["pickups"][number];
export type EnquiryLog = Of["pressEnquiries"];
export type PressEnquiry = EnquiryLog["enquiries"][number];
export type Spokespeople = Of["spokespeople"];
export type Spokesperson = Spokespeople["spokespeople"][number];
export type Release = NonNullable<Of["release"]>;
export type AccountChoice = DeliveriesOfItem["accounts"][number];
export type PlacesOfContent = Of["placementsOfContent"];
export type Place = PlacesOfContent["places"][number];
export type Loudspeakers = Of["loudspeakers"];
export type LoudspeakerArea = Loudspeakers["areas"][number];
export type LoudspeakerStation = Loudspeakers["stations"][number];
export type LoudspeakerSlot = Loudspeakers["slots"][number];
export type LoudspeakerBulletin = Of["loudspeakerBulletins"]["bulletins"][number];
export type GivenBroadcasts = Of["broadcasts"];
export type GivenBroadcast = GivenBroadcasts["broadcasts"][number];
export type AreaHeard = Of["loudspeakerCoverage"]["areas"][number];
export type FiguresOfDelivery = Of["figuresOfDelivery"];
export type FigureBoard = Of["figureBoard"];
