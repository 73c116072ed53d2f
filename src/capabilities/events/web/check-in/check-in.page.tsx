import {
  Alert,
  Button,
  Container,
  Group,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconWifiOff } from "@tabler/icons-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { explainError, isSignedOut } from "#ui/api-error.ts";
import { keepPlaceForWriting } from "#ui/background-worker.ts";
import { LinkButton, useFilters } from "#ui/navigation.tsx";
import { checkInWords, codeIn } from "../../attendance/registration.ts";
import { timeInWords } from "../../event.ts";
import { api } from "../api.ts";
import {
  changeDoor,
  type DoorStore,
  printOf,
  readDoor,
  takeCode,
  takeWalkIn,
  type Verdict,
} from "./door-store.ts";
import { Scanner } from "./scanner.tsx";

const AT_ONCE = 200;
const AGAIN_MS = 15_000;
const colors = { in: "green", again: "orange", unknown: "yellow" } as const;

/** Sends what this device keeps, once; what the server has answered is let go of. */
function useDoor(eventId: string) {
  const [store, setStore] = useState<DoorStore>(() => readDoor(eventId));
  const [trouble, setTrouble] = useState("");
  const sending = useRef(false);
  const look = useCallback(() => setStore(readDoor(eventId)), [eventId]);
  const send = useCallback(async () => {
    if (eventId === "" || sending.current || !navigator.onLine) return;
    sending.current = true;
    try {
      const scans = readDoor(eventId).pending.slice(0, AT_ONCE);
      if (scans.length > 0) {
        const { answers } = await api.events.checkIn.call({ id: eventId, scans });
        const known = new Map(answers.map((one) => [one.id, one]));
        const bad = await Promise.all(
          scans
            .filter(
              ({ id, code }) =>
                code !== null && ["unknown", "cancelled"].includes(known.get(id)?.answer ?? ""),
            )
            .map(async ({ id, code }) => ({
              code: code!,
              answer: known.get(id)!.answer,
              print: await printOf(eventId, code!),
            })),
        );
        changeDoor(eventId, (before) => ({
          ...before,
          pending: before.pending.filter(({ id }) => !known.has(id)),
          seen: before.seen.filter((print) => !bad.some((one) => one.print === print)),
        }));
        setTrouble(bad.map(({ code, answer }) => `${code}: ${checkInWords[answer]}.`).join(" "));
      }
      const door = await api.events.door.call({ id: eventId });
      changeDoor(eventId, (before) => ({ ...before, door }));
    } catch (error) {
      if (navigator.onLine)
        setTrouble(
          isSignedOut(error)
            ? "Bạn đã hết phiên đăng nhập; lượt ghi vẫn ở máy này. Hãy đăng nhập lại rồi mở trang này."
            : explainError(error).title,
        );
    } finally {
      sending.current = false;
      look();
    }
  }, [eventId, look]);
  useEffect(() => {
    void send();
    const again = () => void send();
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [send]);
  return { store, look, send, trouble };
}

/** The door of an event, on a phone: opens and works without a network, and loses and doubles nothing. */
export default function CheckInPage() {
  const [{ sk: eventId }] = useFilters({ sk: "" });
  const { online } = useNetwork();
  const { store, look, send, trouble } = useDoor(eventId);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [typed, setTyped] = useState("");
  const [people, setPeople] = useState<number | string>(1);
  // Once the worker of this page has answered it, it has been kept before.
  const [kept, setKept] = useState(() => Boolean(navigator.serviceWorker?.controller));
  useEffect(() => {
    document.title = "Điểm danh · Gần Dân";
    if (navigator.onLine) void keepPlaceForWriting().then(setKept);
  }, []);
  const said = (next: Verdict) => {
    setVerdict(next);
    look();
    void send();
  };
  const take = async (text: string) => {
    const code = codeIn(text);
    if (code === null) return said({ tone: "unknown", words: "Đây không phải mã giấy mời của sự kiện." });
    said(await takeCode(eventId, code));
  };
  const { door, pending, letIn } = store;
  if (eventId === "" || (door === null && !online))
    return (
      <Container component="main" size="sm" py="lg">
        <Title order={1}>Điểm danh</Title>
        <Text mt="md">
          {eventId === ""
            ? "Hãy mở điểm danh từ trang của sự kiện."
            : "Máy này chưa tải danh sách của sự kiện; hãy mở trang này một lần khi có mạng."}
        </Text>
        <LinkButton to="/su-kien" variant="default" mt="md">
          Về danh sách sự kiện
        </LinkButton>
      </Container>
    );
  return (
    <Container component="main" size="sm" py="lg">
      <Stack>
        <Title order={1} size="h2">
          Điểm danh{door && `: ${door.title}`}
        </Title>
        {door && (
          <Text size="sm">
            {timeInWords(door)} · {door.place}
          </Text>
        )}
        {!online && (
          <Alert color="orange" icon={<IconWifiOff />} role="status" title="Đang mất mạng">
            Cứ quét: máy này giữ từng lượt và tự gửi một lần khi có mạng lại.
          </Alert>
        )}
        <Text role="status">
          <strong>{door?.checkedIn.toLocaleString("vi-VN") ?? 0} người đã vào</strong> theo máy chủ · máy này
          ghi {letIn.toLocaleString("vi-VN")} · chờ gửi {pending.length} lượt · đăng ký{" "}
          {door?.registered.toLocaleString("vi-VN") ?? 0}
        </Text>
        <div aria-live="assertive">
          {verdict && (
            <Alert
              color={colors[verdict.tone]}
              title={verdict.tone === "in" ? "Mời vào" : verdict.tone === "again" ? "Đã ghi rồi" : "Xem lại"}
            >
              {verdict.words}
            </Alert>
          )}
        </div>
        {trouble && (
          <Alert color="red" role="alert">
            {trouble}
          </Alert>
        )}
        <Scanner onText={(text) => void take(text)} />
        <Paper
          withBorder
          p="md"
          component="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() === "") return;
            void take(typed);
            setTyped("");
          }}
        >
          <Group align="flex-end">
            <TextInput
              label="Mã trên giấy mời"
              placeholder="DK-…"
              autoComplete="off"
              flex="1 1 12rem"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button type="submit">Ghi</Button>
          </Group>
        </Paper>
        <Paper
          withBorder
          p="md"
          component="form"
          onSubmit={(event) => {
            event.preventDefault();
            said(takeWalkIn(eventId, Math.min(20, Math.max(1, Number(people) || 1))));
            setPeople(1);
          }}
        >
          <Group align="flex-end">
            <NumberInput
              label="Người không có giấy mời"
              min={1}
              max={20}
              flex="1 1 8rem"
              hideControls
              value={people}
              onChange={setPeople}
            />
            <Button type="submit" variant="default">
              Ghi số người này
            </Button>
          </Group>
        </Paper>
        <Text size="sm">
          {kept ? "Trang này mở được cả khi mất mạng." : "Giữ trang này mở khi mất mạng."} Máy chỉ giữ dấu của
          mã, không có tên hay liên hệ của ai.
        </Text>
        {online && (
          <LinkButton
            to={"/su-kien/$id" as never}
            params={{ id: eventId } as never}
            variant="default"
            maw="max-content"
          >
            Về trang sự kiện
          </LinkButton>
        )}
      </Stack>
    </Container>
  );
}
