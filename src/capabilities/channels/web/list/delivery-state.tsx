import { StateBadge } from "#ui/state-badge.tsx";
import type { DeliveryRow } from "../api.ts";
import { lookOf } from "./delivery-words.ts";

/** Where a delivery stands, as word, colour and icon. */
export const DeliveryStateBadge = ({ row }: { row: DeliveryRow }) => <StateBadge {...lookOf(row)} />;
