import { Alert, Group, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { LinkButton } from "#ui/navigation.tsx";
import { api, type DeliveryView, type Place, type PlacesOfContent } from "../api.ts";
import { PlaceActs } from "./place-acts.tsx";
import { changeLook, changeStory } from "./place-words.ts";

const LOOK_AGAIN_MS = 5000;

/** The place of a delivery where the network itself corrects or takes down; null: a person does, or nothing is to be done. */
export function useNetworkPlace({ id, itemId, outdated, recalled }: DeliveryView): Place | null {
  const isWrong = outdated || recalled;
  const found = useQuery(
    api.channels.placementsOfContent.queryOptions({
      input: { id: itemId },
      enabled: isWrong,
      refetchInterval: LOOK_AGAIN_MS,
    }),
  );
  const place = found.data?.places.find(({ deliveryId }) => deliveryId === id);
  const queries = useQueryClient();
  const isSettled = isWrong && (place?.standing === "current" || place?.standing === "gone");
  // Done meanwhile: the delivery is looked at again, or it would go on asking for what is done.
  useEffect(() => {
    if (isSettled)
      void queries.invalidateQueries({ queryKey: api.channels.delivery.queryKey({ input: { id } }) });
  }, [isSettled, queries, id]);
  if (!isWrong || !place || (place.way !== "network" && place.way !== "letter")) return null;
  // Left to a person: the pack for doing it by hand stands there instead.
  const isLeft = place.change?.state === "dropped" && place.standing === "outdated";
  return isLeft || place.change?.state === "handed" ? null : place;
}

/** How far the network is with it, and the way to all the places of the text. */
export function ChangePart({ delivery, place }: { delivery: DeliveryView; place: Place }) {
  const queries = useQueryClient();
  const { itemId, id, recalled } = delivery;
  const keep = (answer: PlacesOfContent) => {
    queries.setQueryData(api.channels.placementsOfContent.queryKey({ input: { id: itemId } }), answer);
    void queries.invalidateQueries({ queryKey: api.channels.delivery.queryKey({ input: { id } }) });
  };
  const look = place.change?.isOpen ? changeLook(place) : null;
  return (
    <Alert
      color={recalled ? "red" : "orange"}
      title={look?.word ?? (recalled ? "Phải gỡ khỏi kênh" : "Trên kênh còn bản cũ")}
      role="status"
    >
      <Stack gap={6} align="flex-start">
        {look ? (
          changeStory(place).map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))
        ) : (
          <Text size="sm">
            {recalled
              ? `Bài đã thu hồi hoặc gỡ bỏ, nhưng ${place.account.name} vẫn còn bài; cần người cho gỡ.`
              : `Bài trên cổng đã sửa sau khi lên ${place.account.name}; cần người cho sửa.`}
          </Text>
        )}
        <Group gap={6}>
          <LinkButton to="/dang-kenh/bai/$id" params={{ id: itemId }} size="xs">
            {recalled ? "Gỡ trên các kênh" : "Sửa trên các kênh"}
          </LinkButton>
          {look && <PlaceActs place={place} keep={keep} isHere />}
        </Group>
      </Stack>
    </Alert>
  );
}
