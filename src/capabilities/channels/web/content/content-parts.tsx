import { DossierPart } from "../payment/dossier-part.tsx";
import { ContentDeliveries } from "./content-deliveries.tsx";
import { ContentPickups } from "./content-pickups.tsx";

/** What the page of a text shows of this capability: where it is posted, and what proves it before it is paid. */
export function ContentParts(part: { itemId: string; standing: "ahead" | "public" | "over" }) {
  return (
    <>
      <ContentDeliveries {...part} />
      {part.standing !== "ahead" && <ContentPickups itemId={part.itemId} />}
      {part.standing === "public" && <DossierPart itemId={part.itemId} />}
    </>
  );
}
