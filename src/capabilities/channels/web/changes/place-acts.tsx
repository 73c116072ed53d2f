import { Anchor, Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { api, type Place, type PlacesOfContent } from "../api.ts";
import { waitsForHand } from "./place-words.ts";

/** What may be done at one place: try again, answer what nobody else can, leave it to a hand, or go there. */
export function PlaceActs({
  place,
  keep,
  isHere = false,
}: {
  place: Place;
  keep: (answer: PlacesOfContent) => void;
  /** It stands on the page of the delivery itself. */
  isHere?: boolean;
}) {
  const { change, may, account, deliveryId } = place;
  const id = change?.id ?? "";
  const told = (message: string) => ({
    onSuccess: (answer: PlacesOfContent) => {
      keep(answer);
      sayDone(message);
    },
    onError: sayFailed,
  });
  const again = useMutation({
    mutationFn: () => api.channels.retryChange.call({ id }),
    ...told("Đã cho làm lại."),
  });
  const leave = useMutation({
    mutationFn: () => api.channels.leaveChange.call({ id }),
    ...told("Đã ghi."),
  });
  const decide = useMutation({
    mutationFn: (isDone: boolean) => api.channels.decideChange.call({ id, isDone }),
    ...told("Đã ghi câu trả lời."),
  });
  const approve = useMutation({
    mutationFn: () => api.channels.approveChangeWords.call({ id, ownText: change?.ownText ?? "" }),
    ...told("Đã duyệt lời mới."),
  });
  const pending = again.isPending || leave.isPending || decide.isPending || approve.isPending;
  const act = (verb: string, label: string, onClick: () => void) =>
    may[verb]?.allowed && (
      <Button
        size="xs"
        variant="default"
        disabled={pending}
        onClick={onClick}
        aria-label={`${label}: ${account.name}`}
      >
        {label}
      </Button>
    );
  const isWaiting = change?.state === "waiting" || change?.state === "handed";
  return (
    <Group gap={6}>
      {change?.waitsForWords && act("approveWords", "Duyệt lời mới", () => approve.mutate())}
      {change?.isOpen && !isWaiting && act("tryAgain", "Cho làm lại", () => again.mutate())}
      {change?.state === "unknown" && (
        <>
          {act("decide", place.way === "letter" ? "Đã nhận đủ" : "Đã xong trên kênh", () =>
            decide.mutate(true),
          )}
          {act("decide", place.way === "letter" ? "Chưa, gửi nơi chưa rõ" : "Chưa, làm lại", () =>
            decide.mutate(false),
          )}
        </>
      )}
      {change?.isOpen && act("drop", isWaiting ? "Thôi" : "Làm bằng tay", () => leave.mutate())}
      {!isHere && waitsForHand(place) && (
        <LinkButton
          to="/dang-kenh/$id"
          params={{ id: deliveryId }}
          size="xs"
          aria-label={`Làm bằng tay: ${account.name}`}
        >
          Làm bằng tay
        </LinkButton>
      )}
      {!isHere && !waitsForHand(place) && (
        <LinkText to="/dang-kenh/$id" params={{ id: deliveryId }} size="sm" py={4}>
          Xem lượt đăng
          <span className="only-read-aloud"> trên {account.name}</span>
        </LinkText>
      )}
    </Group>
  );
}

/** Which account, and where people read it. */
export function PlaceNamed({ place: { account, url } }: { place: Place }) {
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <Text fw={600} size="sm">
        {account.name}
      </Text>
      <Text size="xs" c="gray.7">
        {account.networkLabel}
      </Text>
      {url !== null && (
        <Anchor href={url} target="_blank" rel="noopener noreferrer" size="xs">
          Mở bài
          <span className="only-read-aloud"> trên {account.name} (mở ở thẻ mới)</span>
        </Anchor>
      )}
    </div>
  );
}
