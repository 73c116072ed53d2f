import { Alert, List, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DeliveryView } from "../api.ts";
import { useKeepDelivery } from "./use-keep-delivery.ts";

interface Told {
  color: string;
  title: string;
  /** What happened and why. */
  what: ReactNode;
  /** What was kept. */
  kept?: string;
  /** What to do. */
  toDo?: string;
  action?: ReactNode;
}

/** Where the delivery stands in words: what happened, why, what was kept, what to do, and a button that does no harm. */
export function WhatNow({ delivery }: { delivery: DeliveryView }) {
  const told = tell(delivery);
  return (
    <Alert color={told.color} title={told.title} role="status">
      <Stack gap={6} align="flex-start">
        <Text size="sm">{told.what}</Text>
        {told.kept && <Text size="sm">{told.kept}</Text>}
        {told.toDo && (
          <Text size="sm" fw={600}>
            {told.toDo}
          </Text>
        )}
        {told.action}
      </Stack>
    </Alert>
  );
}

/** What is said of each state. */
function tell(delivery: DeliveryView): Told {
  const { state, account, reason, dueAt, wantedAt, nextTryAt, attempts, stopped } = delivery;
  const where = account.name;
  if (delivery.reconnect !== null) return tellLockedOut(delivery, delivery.reconnect);
  if (stopped !== null)
    return {
      color: "orange",
      title: "Đang tạm dừng",
      what: `Lý do: ${stopped}`,
      kept: "Bài giữ nguyên chỗ trong hàng chờ; mở lại thì đăng theo thứ tự giờ đã hẹn.",
      action: (
        <LinkButton to="/kenh" size="xs" variant="default">
          Mở sổ tài khoản
        </LinkButton>
      ),
    };
  if (delivery.waitsForWords)
    return {
      color: "yellow",
      title: "Lời riêng chờ người thứ hai duyệt",
      what: `${delivery.ownTextByName ?? "Có người"} viết lời riêng cho kênh này; chưa duyệt thì chưa đăng, dù đã đến giờ.`,
      toDo: "Đọc lời riêng ở dưới rồi duyệt, hoặc dùng lại lời chung.",
    };
  if (delivery.waitsForPictures)
    return {
      color: "yellow",
      title: "Ảnh riêng chờ người thứ hai duyệt",
      what: `${delivery.pictures.chosenByName ?? "Có người"} chọn ảnh riêng cho kênh này; chưa duyệt thì chưa đăng, dù đã đến giờ.`,
      toDo: "Xem ảnh ở dưới rồi duyệt, hoặc dùng lại mọi ảnh của bài.",
    };
  if (delivery.byHand)
    return {
      color: "blue",
      title: "Đến lượt đăng tay",
      what: `Làm theo các bước dưới đây để đăng lên ${where}, rồi ghi lại nơi đã đăng. Chưa ghi thì bài chưa được tính là đã lên.`,
      ...(account.way === "connected" && {
        toDo: `${where} nay đã kết nối: chưa ai đăng tay bài này thì có thể để hệ thống tự đăng, bấm “Đổi giờ đăng” và chọn giờ.`,
      }),
    };
  if (state === "placed" && delivery.isRehearsal)
    return {
      color: "blue",
      title: "Diễn tập: chưa đăng ở đâu cả",
      what: "Mọi bước đã chạy như thật nhưng không gửi gì đi, không tính là minh chứng.",
      toDo: "Muốn đăng thật: đổi Cách đăng của tài khoản trong sổ, thôi lượt diễn tập này, rồi chọn lại kênh ở bài.",
      action: (
        <LinkButton to="/kenh" size="xs" variant="default">
          Mở sổ tài khoản
        </LinkButton>
      ),
    };
  if (delivery.goneAt !== null)
    return {
      color: "orange",
      title: "Kênh không còn thấy bài",
      what: `Từ ${formatDateTime(delivery.goneAt)}, hỏi nhiều lần ${where} đều không còn thấy bài: có thể có người đã xóa hoặc ẩn bài ở đó.`,
      kept: "Địa chỉ, ảnh chụp, số liệu và lịch sử vẫn được giữ; hệ thống vẫn hỏi tiếp, thấy lại bài thì tự ghi.",
      toDo: "Mở bài trên kênh để xem. Bài vẫn còn thì bấm “Bài vẫn còn”; đã gỡ thì bấm “Ghi đã gỡ khỏi kênh”.",
    };
  if (delivery.recalled)
    return {
      color: "red",
      title: "Phải gỡ khỏi kênh",
      what: `Bài đã thu hồi hoặc gỡ bỏ, nhưng ${where} vẫn còn bài.`,
      kept: "Địa chỉ, ảnh chụp và lịch sử vẫn được giữ.",
      toDo: "Gỡ bài trên kênh, rồi bấm “Ghi đã gỡ khỏi kênh”.",
    };
  if (state === "placed" && delivery.takenDownAt !== null)
    return {
      color: "gray",
      title: "Đã gỡ",
      what: `Bài không còn trên ${where}; địa chỉ và lịch sử vẫn được giữ.`,
    };
  if (state === "placed" && delivery.outdated)
    return {
      color: "orange",
      title: "Trên kênh còn bản cũ",
      what: `Bài trên cổng đã sửa sau khi lên ${where}.`,
      kept: "Địa chỉ, ảnh chụp và bản đã đăng vẫn được giữ.",
      toDo: "Mở bài trên kênh, sửa theo lời của bản mới dưới đây, rồi bấm “Đã sửa trên kênh theo bản mới”.",
    };
  return tellByState(delivery, { state, where, reason, dueAt, wantedAt, nextTryAt, attempts });
}

/** The network lets us in no more: what waits keeps its place until somebody connects the account anew. */
function tellLockedOut(
  { account: { id, name, stateReason }, dueAt }: DeliveryView,
  { allowed }: NonNullable<DeliveryView["reconnect"]>,
): Told {
  return {
    color: "red",
    title: `Phải kết nối lại ${name}`,
    what: `Quyền đăng lên ${name} đã hết hạn hoặc bị gỡ. ${stateReason ?? ""}`,
    kept: `Bài chưa lên kênh, giữ nguyên chỗ trong hàng chờ${dueAt === null ? "" : ` (giờ đăng ${formatDateTime(dueAt)})`}; kết nối lại xong thì các bài đang chờ tự đăng tiếp theo thứ tự.`,
    toDo: allowed
      ? "Lấy mã truy cập mới ở kênh rồi kết nối lại."
      : "Báo người quản trị hệ thống kết nối lại; không phải đăng lại bài.",
    action: allowed ? (
      <LinkButton to="/kenh" search={{ noi: id }} size="xs">
        Kết nối lại
      </LinkButton>
    ) : (
      <LinkButton to="/kenh" size="xs" variant="default">
        Mở sổ tài khoản
      </LinkButton>
    ),
  };
}

function tellByState(
  delivery: DeliveryView,
  {
    state,
    where,
    reason,
    dueAt,
    wantedAt,
    nextTryAt,
    attempts,
  }: Pick<DeliveryView, "state" | "reason" | "dueAt" | "wantedAt" | "nextTryAt" | "attempts"> & {
    where: string;
  },
): Told {
  switch (state) {
    case "pending":
      return dueAt === null
        ? {
            color: "blue",
            title: "Chờ bài lên cổng",
            what:
              wantedAt === null
                ? `Bài lên cổng thì đến lượt ${where} ngay lúc đó, với đúng bản đã duyệt.`
                : `Bài lên cổng rồi thì chờ đến ${formatDateTime(wantedAt)} mới lên ${where}.`,
          }
        : {
            color: "blue",
            title: Date.parse(dueAt) > Date.now() ? `Hẹn ${formatDateTime(dueAt)}` : "Đến lượt, sắp đăng",
            ...(delivery.timeReason !== null && {
              kept: `Giờ này quy định không đăng; vẫn đăng vì: ${delivery.timeReason}`,
            }),
            what:
              delivery.account.way === "manual"
                ? "Đến giờ, bộ tài liệu đăng tay hiện ở đây và người đăng được báo."
                : "Đến giờ thì hệ thống đăng; trang này tự cập nhật.",
          };
    case "submitting":
      return { color: "blue", title: "Đang gửi", what: `Đang gửi lên ${where}; trang này tự cập nhật.` };
    case "submitted":
      return {
        color: "blue",
        title: "Đã gửi, chờ kênh xử lý",
        what: `${reason ?? `${where} đã nhận và đang xử lý (thường là video).`} Hệ thống hỏi lại cho đến khi biết bài lên hay không.`,
        kept: "Không phải làm gì, và không gửi lần nữa.",
      };
    case "placed":
      if (reason !== null)
        return {
          color: "orange",
          title: "Có nơi chưa nhận",
          what: reason,
          kept: "Nơi đã nhận thì giữ nguyên, không gửi lần nữa.",
          toDo: "Xem từng nơi ở mục Nơi nhận; sửa địa chỉ trong phòng báo chí rồi gửi tới nơi chưa nhận.",
        };
      return {
        color: "green",
        ...(delivery.hasAddress
          ? {
              title: "Đã lên kênh",
              what: `Bài đứng trên ${where}; địa chỉ và minh chứng ở dưới.`,
            }
          : { title: "Đã gửi", what: `Bài đã gửi qua ${where}; nơi nhận và minh chứng ở dưới.` }),
      };
    case "refused":
      return {
        color: "red",
        title: "Kênh không nhận bài này",
        what: reason ?? "Kênh không nói rõ lý do.",
        kept: "Chưa có gì lên kênh; bài và lời đăng còn nguyên.",
        toDo: "Sửa chỗ được nêu (lời riêng, ảnh, hoặc bài), rồi cho gửi lại.",
        action: <TryAgain delivery={delivery} />,
      };
    case "failed":
      return {
        color: "yellow",
        title: nextTryAt ? `Chưa được, thử lại lúc ${formatDateTime(nextTryAt)}` : "Chưa được, sẽ thử lại",
        what: `${reason ?? "Kênh chưa nhận."} Đã thử ${attempts} lần.`,
        kept: "Chưa có gì lên kênh nên thử lại không thành hai bài.",
        action: <TryAgain delivery={delivery} />,
      };
    case "unknown":
      return delivery.needsPerson
        ? {
            color: "red",
            title: "Chưa rõ bài đã lên hay chưa",
            what: reason ?? "Đã gửi nhưng kênh không trả lời, hỏi lại cũng không biết.",
            kept: `Hệ thống không tự gửi lần nữa, để không thành hai bài${nextTryAt === null ? "" : `; vẫn hỏi lại kênh lúc ${formatDateTime(nextTryAt)}`}.`,
            toDo: "Mở kênh, xem bài đã ở đó chưa, rồi chọn một trong hai ở dưới.",
          }
        : {
            color: "yellow",
            title: "Đang hỏi lại kênh",
            what: "Đã gửi nhưng chưa có câu trả lời; hệ thống đang hỏi kênh xem bài đã lên chưa, không gửi lần nữa.",
            kept: `Không phải làm gì${nextTryAt === null ? "" : `; hỏi lại lúc ${formatDateTime(nextTryAt)}`}. Kênh không cho biết được thì trang này hỏi bạn và báo cho người đăng.`,
          };
    case "withdrawn":
      return {
        color: "gray",
        title: delivery.placement?.takenDownAt ? "Đã gỡ khỏi kênh" : "Đã thôi đăng",
        what: delivery.events.at(-1)?.words ?? "",
        kept: "Lịch sử được giữ. Muốn đăng lại, chọn kênh này ở bài.",
      };
  }
}

function TryAgain({ delivery }: { delivery: DeliveryView }) {
  const keep = useKeepDelivery();
  const retry = useMutation({
    mutationFn: () => api.channels.retryDelivery.call({ id: delivery.id }),
    onSuccess: (answer) => {
      keep(answer);
      sayDone("Đã cho gửi lại.");
    },
  });
  const { issues } = delivery.preview;
  return (
    <>
      {issues.length > 0 && (
        <List size="sm">
          {issues.map((issue) => (
            <List.Item key={issue}>{issue}</List.Item>
          ))}
        </List>
      )}
      <MayButton
        may={delivery.may}
        verb="tryAgain"
        size="xs"
        loading={retry.isPending}
        onClick={() => retry.mutate()}
      >
        Cho gửi lại
      </MayButton>
      <ErrorNotice error={retry.error} />
    </>
  );
}
