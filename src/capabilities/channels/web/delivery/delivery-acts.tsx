import { Group, Textarea } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DeliveryView } from "../api.ts";
import { TimeCheck } from "./time-check.tsx";
import { useKeepDelivery } from "./use-keep-delivery.ts";
import { momentOfWhen, WhenFields, type WhenValues, whenLacks, whenOfMoment } from "./when-fields.tsx";

/** What a person may change about it: its hour, that it goes out at all, that it stands there. */
export function DeliveryActs({ delivery }: { delivery: DeliveryView }) {
  const { id, state, account, isRehearsal, may, placement } = delivery;
  const keep = useKeepDelivery();
  const [asked, ask] = useState<"time" | "withdraw" | "still-there" | "take-down" | null>(null);
  const close = () => ask(null);
  const stands = state === "placed" && !isRehearsal && placement?.takenDownAt === null;
  const waits = ["pending", "failed", "refused"].includes(state);
  const mayStop = waits || (state === "submitted" && delivery.byHand) || (state === "placed" && isRehearsal);
  if (!stands && !waits && !mayStop) return null;
  return (
    <Group>
      {(waits || delivery.byHand) && (
        <MayButton may={may} verb="write" variant="default" hideReason onClick={() => ask("time")}>
          Đổi giờ đăng
        </MayButton>
      )}
      {mayStop && (
        <MayButton may={may} verb="withdraw" variant="default" hideReason onClick={() => ask("withdraw")}>
          Thôi đăng trên kênh này
        </MayButton>
      )}
      {stands && delivery.goneAt !== null && (
        <MayButton
          may={may}
          verb="sayStillThere"
          variant="default"
          hideReason
          onClick={() => ask("still-there")}
        >
          Bài vẫn còn
        </MayButton>
      )}
      {stands && (
        <MayButton may={may} verb="takeDown" variant="default" hideReason onClick={() => ask("take-down")}>
          Ghi đã gỡ khỏi kênh
        </MayButton>
      )}
      <FormDialog
        opened={asked === "time"}
        onClose={close}
        title="Đổi giờ đăng"
        initial={whenOfMoment(delivery.wantedAt, delivery.timeReason)}
        check={whenLacks}
        verb="Đổi giờ"
        submit={(values) =>
          api.channels.changeDelivery.call({
            id,
            wantedAt: momentOfWhen(values),
            ownText: delivery.ownText,
            timeReason: values.timeReason,
            seenAt: delivery.dueAt ?? delivery.wantedAt,
          })
        }
        onDone={(answer) => {
          keep(answer);
          sayDone("Đã đổi giờ đăng.");
        }}
      >
        {(form) => {
          const change = (part: Partial<WhenValues>) => {
            form.clearErrors();
            form.setValues(part);
          };
          return (
            <>
              <WhenFields
                value={form.values}
                onChange={change}
                isPublic={delivery.dueAt !== null}
                error={form.errors.wantedAt}
              />
              <TimeCheck
                itemId={delivery.itemId}
                accountIds={[account.id]}
                deliveryId={id}
                value={form.values}
                onChange={change}
              />
            </>
          );
        }}
      </FormDialog>
      <FormDialog
        opened={asked === "withdraw"}
        onClose={close}
        title={`Thôi đăng trên ${account.name}`}
        lead="Bài không lên tài khoản này nữa; cổng và các kênh khác không đổi. Sau này chọn lại được."
        initial={{ reason: "" }}
        verb="Thôi đăng"
        submit={({ reason }) => api.channels.withdrawDelivery.call({ id, reason })}
        onDone={(answer) => {
          keep(answer);
          sayDone("Đã thôi đăng trên kênh này.");
        }}
      >
        {(form) => <Textarea label="Lý do" autosize minRows={2} {...form.getInputProps("reason")} />}
      </FormDialog>
      <FormDialog
        opened={asked === "still-there"}
        onClose={close}
        title={`Bài vẫn còn trên ${account.name}`}
        lead="Hãy mở bài trên kênh xem trước. Dấu “Kênh không còn thấy” được bỏ và không hiện lại vì câu trả lời ấy của kênh, trừ khi kênh thấy bài rồi lại mất."
        initial={{ reason: "" }}
        verb="Ghi bài vẫn còn"
        submit={({ reason }) => api.channels.sayStillThere.call({ id, reason })}
        onDone={(answer) => {
          keep(answer);
          sayDone("Đã ghi: bài vẫn còn trên kênh.");
        }}
      >
        {(form) => (
          <Textarea
            label="Vì sao biết bài vẫn còn"
            description="Ví dụ: mở bằng máy không đăng nhập vẫn thấy bài."
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("reason")}
          />
        )}
      </FormDialog>
      <FormDialog
        opened={asked === "take-down"}
        onClose={close}
        title={`Ghi đã gỡ khỏi ${account.name}`}
        lead="Hãy gỡ bài trên kênh trước, rồi ghi ở đây. Bài thôi được tính là minh chứng; địa chỉ, ảnh chụp và lịch sử vẫn giữ."
        initial={{ reason: "" }}
        verb="Ghi đã gỡ"
        submit={({ reason }) => api.channels.takeDownDelivery.call({ id, reason })}
        onDone={(answer) => {
          keep(answer);
          sayDone("Đã ghi: bài không còn trên kênh.");
        }}
      >
        {(form) => (
          <Textarea
            label="Lý do gỡ"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("reason")}
          />
        )}
      </FormDialog>
    </Group>
  );
}
