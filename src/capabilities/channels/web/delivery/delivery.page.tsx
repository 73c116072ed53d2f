import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { networkOf } from "../../contract.ts";
import { api, type DeliveryView } from "../api.ts";
import { ChangePart, useNetworkPlace } from "../changes/change-part.tsx";
import { FiguresPart } from "../figures/figures-part.tsx";
import { StationsPart } from "../grassroots/stations-part.tsx";
import { DeliveryStateBadge } from "../list/delivery-state.tsx";
import { nextLook } from "../list/delivery-words.ts";
import { Pack } from "../pack/pack.tsx";
import { OwnPictures } from "../pictures/own-pictures.tsx";
import { ReleasePart } from "../press-room/release-part.tsx";
import { OwnWords } from "../words/own-words.tsx";
import { PreviewView } from "../words/preview-view.tsx";
import { ChoicesPart } from "./choices-part.tsx";
import { DecideUnknown } from "./decide-unknown.tsx";
import { DeliveryActs } from "./delivery-acts.tsx";
import { History } from "./history.tsx";
import { PlacementPart } from "./placement-part.tsx";
import { RenewPart, StepsByHand } from "./renew-part.tsx";
import { WhatNow } from "./what-now.tsx";

/** One text on its way under one account: where it stands, what to do about it, and what it proves. */
export default function DeliveryPage() {
  const id = useParam("id");
  const delivery = useQuery(
    api.channels.delivery.queryOptions({
      input: { id },
      refetchInterval: ({ state: { data } }) => nextLook(data),
    }),
  );
  return <Asked query={delivery}>{(found) => <Opened key={found.id} delivery={found} />}</Asked>;
}

function Opened({ delivery }: { delivery: DeliveryView }) {
  const { title, account, kindLabel, itemId, state } = delivery;
  // Who has just recorded where it stands goes on with its picture.
  const [recorded, setRecorded] = useState(false);
  const [writing, setWriting] = useState(false);
  const place = useNetworkPlace(delivery);
  const isOwn = account.way === "own";
  // What the notice at the top asks for is at hand below it.
  const isAskedFor =
    delivery.goneAt !== null ||
    (delivery.recalled && place === null) ||
    (delivery.byHand && account.way === "connected");
  const notSentYet = ["pending", "failed", "refused"].includes(state) || delivery.byHand;
  return (
    <Page
      title={title || "Bài chưa có tiêu đề"}
      crumbs={[{ label: "Đăng trên các kênh", to: "/dang-kenh" }]}
      lead={
        <Group gap="sm">
          <DeliveryStateBadge row={delivery} />
          <Text span size="sm" c="gray.8">
            {account.networkLabel} · {account.name}
          </Text>
          <LinkText to="/noi-dung/$id" params={{ id: itemId }} size="sm">
            Mở bài ({kindLabel.charAt(0).toLocaleLowerCase("vi")}
            {kindLabel.slice(1)})
          </LinkText>
        </Group>
      }
    >
      {place ? <ChangePart delivery={delivery} place={place} /> : <WhatNow delivery={delivery} />}
      {!isOwn && isAskedFor && <DeliveryActs delivery={delivery} />}
      {state === "unknown" && delivery.needsPerson && <DecideUnknown delivery={delivery} />}
      {networkOf(account.network)?.channel === "radio" && !delivery.isRehearsal && (
        <StationsPart deliveryId={delivery.id} />
      )}
      {!isOwn && <ReleasePart delivery={delivery} />}
      {delivery.byHand && <Pack delivery={delivery} onRecorded={() => setRecorded(true)} />}
      {delivery.outdated && !isOwn && place === null && <RenewPart delivery={delivery} />}
      {delivery.recalled && !isOwn && place === null && (
        <Section id="go-bang-tay" title="Gỡ bằng tay trên kênh">
          <StepsByHand steps={delivery.changeSteps.remove} />
        </Section>
      )}
      {delivery.placement !== null && <PlacementPart delivery={delivery} focused={recorded} />}
      {delivery.placement !== null && <FiguresPart deliveryId={delivery.id} isOwn={isOwn} />}
      {!isOwn && !isAskedFor && <DeliveryActs delivery={delivery} />}
      {!isOwn && <ChoicesPart delivery={delivery} />}
      {!isOwn && (notSentYet || delivery.ownText !== null) && (
        <OwnWords delivery={delivery} writing={writing} setWriting={setWriting} />
      )}
      {!isOwn && delivery.pictures.shared.length > 0 && delivery.pictures.most > 0 && (
        <OwnPictures delivery={delivery} mayChoose={notSentYet} />
      )}
      {!isOwn && !writing && (
        <Section id="xem-truoc" title={`Trên ${account.networkLabel}, người xem thấy`}>
          {delivery.dueAt === null && (
            <Text size="sm" c="gray.7">
              Đường dẫn về bài được thêm khi bài lên cổng.
            </Text>
          )}
          <PreviewView preview={delivery.preview} network={account.networkLabel} />
        </Section>
      )}
      <History events={delivery.events} />
    </Page>
  );
}
