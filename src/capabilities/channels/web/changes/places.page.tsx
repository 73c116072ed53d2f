import { Alert, Button, Code, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api, type Place, type PlacesOfContent } from "../api.ts";
import { ContentPickups } from "../content/content-pickups.tsx";
import { CorrectDialog } from "./correct-dialog.tsx";
import { PlaceActs, PlaceNamed } from "./place-acts.tsx";
import {
  changeLook,
  changeStory,
  correctable,
  removable,
  standingLook,
  waitsForHand,
  wayWords,
} from "./place-words.ts";
import { RemoveDialog } from "./remove-dialog.tsx";

/** Looked at again while something is under way. */
const LOOK_AGAIN_MS = 4000;

/** Something is to become of it without anybody here. */
const isUnderWay = (change: Place["change"]): boolean =>
  change?.isOpen === true && !change.needsPerson && change.state !== "refused" && change.state !== "handed";

/** Where one text stands, which text it is there, and how far correcting or taking it down is at each place. */
export default function PlacesPage() {
  const id = useParam("id");
  const places = useQuery(
    api.channels.placementsOfContent.queryOptions({
      input: { id },
      refetchInterval: ({ state: { data } }) =>
        data?.places.some(({ change }) => isUnderWay(change)) ? LOOK_AGAIN_MS : false,
    }),
  );
  return <Asked query={places}>{(found) => <Opened itemId={id} found={found} />}</Asked>;
}

function Opened({ itemId, found }: { itemId: string; found: PlacesOfContent }) {
  const { title, places, isPublic, note } = found;
  const queries = useQueryClient();
  const [correcting, correct] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const keep = (answer: PlacesOfContent) => {
    queries.setQueryData(api.channels.placementsOfContent.queryKey({ input: { id: itemId } }), answer);
    for (const queryKey of [
      api.channels.deliveries.key(),
      api.channels.delivery.key(),
      api.channels.deliveriesOfContent.key(),
    ])
      void queries.invalidateQueries({ queryKey });
  };
  const [toCorrect, toRemove] = [places.filter(correctable), places.filter(removable)];
  const byHand = places.filter(waitsForHand).length;
  const columns: Column<Place>[] = [
    { key: "noi", header: "Nơi đăng", cell: (place) => <PlaceNamed place={place} /> },
    { key: "ban", header: "Đang đứng ở đó", cell: (place) => <WhatStands place={place} /> },
    { key: "cach", header: "Cách sửa, gỡ", cell: ({ way }) => <Text size="sm">{wayWords[way]}</Text> },
    { key: "trang-thai", header: "Trạng thái", cell: (place) => <HowFar place={place} /> },
    { key: "thao-tac", header: "Thao tác", cell: (place) => <PlaceActs place={place} keep={keep} /> },
  ];
  return (
    <Page
      title="Sửa, gỡ trên các kênh"
      crumbs={[{ label: "Đăng trên các kênh", to: "/dang-kenh" }]}
      lead={
        <>
          Nơi nào đang mang bản nào của bài{" "}
          <LinkText to="/noi-dung/$id" params={{ id: itemId }} inherit underline="always">
            {title || "chưa có tiêu đề"}
          </LinkText>
          , đang được sửa, gỡ đến đâu.
        </>
      }
      actions={
        <Group gap="sm">
          {toRemove.length > 0 && (
            <Button variant={isPublic ? "default" : "filled"} onClick={remove.open}>
              {isPublic ? "Gỡ khỏi kênh…" : "Gỡ ở mọi nơi…"}
            </Button>
          )}
          {toCorrect.length > 0 && <Button onClick={correct.open}>Sửa ở mọi nơi…</Button>}
        </Group>
      }
    >
      {byHand > 0 && (
        <Alert color="orange" title={`${byHand} nơi phải làm bằng tay`}>
          Kênh không cho hệ thống sửa, gỡ, hoặc bài do người đăng tay. Bấm “Làm bằng tay”: lời mới để chép và
          các bước có sẵn ở đó; làm xong thì ghi lại.
        </Alert>
      )}
      <DataTable
        caption="Nơi đăng"
        rows={places}
        rowKey={({ deliveryId }) => deliveryId}
        columns={columns}
        empty={
          <EmptyState
            title="Bài chưa lên nơi nào"
            why="Bài lên cổng và các kênh thì từng nơi hiện ở đây cùng bản đang đứng."
            action={
              <LinkButton to="/noi-dung/$id" params={{ id: itemId }} variant="default">
                Mở bài
              </LinkButton>
            }
          />
        }
      />
      {places.length > 0 && <ContentPickups itemId={itemId} title={title} />}
      <CorrectDialog
        itemId={itemId}
        places={toCorrect}
        note={note}
        opened={correcting}
        onClose={correct.close}
        onDone={keep}
      />
      <RemoveDialog
        itemId={itemId}
        places={toRemove}
        isPublic={isPublic}
        opened={removing}
        onClose={remove.close}
        onDone={keep}
      />
    </Page>
  );
}

/** Which text stands there, and since when. */
function WhatStands({ place }: { place: Place }) {
  const { placedAt, renewedAt, takenDownAt, revisionHash } = place;
  return (
    <>
      <StateBadge {...standingLook(place)} />
      <Text size="xs" c="gray.7" mt={4}>
        Bản <Code>{revisionHash.slice(0, 12)}</Code>{" "}
        {takenDownAt === null ? (
          <>
            từ <MomentText at={renewedAt ?? placedAt} />
          </>
        ) : (
          <>
            đến <MomentText at={takenDownAt} />
          </>
        )}
      </Text>
    </>
  );
}

/** How far what is to be done there is, and why. */
function HowFar({ place }: { place: Place }) {
  const look = changeLook(place);
  if (!look)
    return (
      <Text size="sm" c="gray.7">
        {waitsForHand(place) ? "Chờ người làm bằng tay" : "Không có việc gì"}
      </Text>
    );
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <StateBadge {...look} />
      {place.change?.waitsForWords && (
        <Text size="sm" mt={4} style={{ whiteSpace: "pre-wrap" }}>
          {place.change.ownText}
        </Text>
      )}
      {changeStory(place).map((line) => (
        <Text key={line} size="xs" c="gray.8" mt={4}>
          {line}
        </Text>
      ))}
    </div>
  );
}
