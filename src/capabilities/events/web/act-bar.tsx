import { Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useGo } from "#ui/navigation.tsx";
import { api, type EventView } from "./api.ts";

type WithReason = "postpone" | "cancel" | "takeBack";

const words: Record<
  WithReason,
  { title: string; verb: string; told: string; lead: string; shows: string[] }
> = {
  postpone: {
    title: "Hoãn sự kiện",
    verb: "Hoãn sự kiện",
    told: "Đã báo hoãn.",
    lead: "Trang công khai và lịch của người theo dõi báo hoãn ngay. Khi có lịch mới, bấm Sửa rồi đặt thời gian mới.",
    shows: ["announced"],
  },
  cancel: {
    title: "Hủy sự kiện",
    verb: "Hủy sự kiện",
    told: "Đã báo hủy.",
    lead: "Trang công khai giữ lại và ghi đã hủy; lịch của người theo dõi gạch bỏ. Không khôi phục được.",
    shows: ["announced", "postponed"],
  },
  takeBack: {
    title: "Bỏ ghi nhận đã diễn ra",
    verb: "Bỏ ghi nhận",
    told: "Đã bỏ ghi nhận; minh chứng được thu hồi.",
    lead: "Dùng khi ghi sai. Số người dự không còn, minh chứng của kế hoạch được thu hồi; người dân đọc được lý do.",
    shows: ["held"],
  },
};

/** What may be done with the event as it stands. */
export function ActBar({ view, onDone }: { view: EventView; onDone: (words: string) => void }) {
  const { id, state, may } = view;
  const [open, setOpen] = useState<WithReason | "remove" | null>(null);
  const go = useGo();
  const announce = useMutation({
    mutationFn: () => api.events.announce.call({ id, changedAt: view.changedAt }),
    onSuccess: () => onDone("Đã công bố sự kiện."),
  });
  const told = useMutation({
    mutationFn: ({ act, reason }: { act: WithReason; reason: string }) =>
      act === "takeBack"
        ? api.events.takeBackHeld.call({ id, reason })
        : api.events[act].call({ id, reason }),
    onSuccess: (_, { act }) => {
      setOpen(null);
      onDone(words[act].told);
    },
  });
  const remove = useMutation({
    mutationFn: () => api.events.remove.call({ id }),
    onSuccess: () => {
      onDone("Đã xóa bản thảo.");
      go("/su-kien");
    },
  });
  const acts = (Object.keys(words) as WithReason[]).filter((act) => words[act].shows.includes(state));
  if (state === "cancelled") return null;
  return (
    <>
      <Group gap="xs" align="flex-start">
        {state === "draft" && (
          <>
            <MayButton
              may={may}
              verb="announce"
              loading={announce.isPending}
              onClick={() => announce.mutate()}
            >
              Công bố sự kiện
            </MayButton>
            <MayButton may={may} verb="remove" hideReason variant="default" onClick={() => setOpen("remove")}>
              Xóa bản thảo
            </MayButton>
          </>
        )}
        {acts.map((act) => (
          <MayButton
            key={act}
            may={may}
            verb={act}
            hideReason
            variant="default"
            onClick={() => {
              told.reset();
              setOpen(act);
            }}
          >
            {words[act].verb}
          </MayButton>
        ))}
      </Group>
      {announce.isError && <ErrorNotice error={announce.error} />}
      {acts.map((act) => (
        <Confirm
          key={act}
          opened={open === act}
          onClose={() => setOpen(null)}
          title={words[act].title}
          verb={words[act].verb}
          reasonLabel="Lý do (người dân đọc được)"
          onConfirm={(reason) => told.mutate({ act, reason })}
          pending={told.isPending}
          error={told.error}
        >
          {words[act].lead}
        </Confirm>
      ))}
      <Confirm
        opened={open === "remove"}
        onClose={() => setOpen(null)}
        title="Xóa bản thảo"
        verb="Xóa bản thảo"
        onConfirm={() => remove.mutate()}
        pending={remove.isPending}
        error={remove.error}
      >
        Bản thảo “{view.title}” và tài liệu kèm theo bị xóa; chưa ai ngoài cơ quan thấy.
      </Confirm>
    </>
  );
}
