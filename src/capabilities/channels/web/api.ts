import { organizationContract } from "#organization/contract";
import { type Answers, apiFor } from "#ui/api.ts";
import { channelsContract } from "../contract.ts";

export const api = apiFor({ channels: channelsContract, organization: organizationContract });

type Of = Answers<typeof channelsContract>;

export type Register = Of["accounts"];
export type Account = Register["accounts"][number];
export type DeliveryRow = Of["deliveries"]["deliveries"][number];
export type DeliveryView = Of["delivery"];
export type Preview = DeliveryView["preview"];
export type DeliveriesOfItem = Of["deliveriesOfContent"];
export type NetworkChoices = DeliveryView["choices"];
export type Webhooks = Of["webhooks"];
export type Webhook = Webhooks["webhooks"][number];
export type WebhookLog = Of["webhookLog"];
export type AccountChoice = DeliveriesOfItem["accounts"][number];
export type PlacesOfContent = Of["placementsOfContent"];
export type Place = PlacesOfContent["places"][number];
