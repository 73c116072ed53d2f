import { Alert, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { explainError } from "#ui/api-error.ts";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton, whyNot } from "#ui/may-button.tsx";
import { LinkButton, useGo } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone, sayDoneWithUndo } from "#ui/undo.tsx";
import { newerVersion } from "#ui/use-autosave.ts";
import { api, type Item, type Revision } from "./api.ts";
import { BulletinOf } from "./bulletins/bulletin-of.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { publishing } from "./publishing-time.ts";
import { PostCheckNotice } from "./review/post-check-notice.tsx";
import { useReturnAnswer } from "./review/use-return-answer.ts";
import { type Gate, isClear, lookBeforeSubmit, SubmitDialog } from "./submit-dialog.tsx";

type Asking = "publish" | "urgent" | "correct" | "withdraw" | "remove" | null;

/** What can be done with the item next; the answer of the server says which of them the caller may. */
export function ContentActions({
  item,
  beforeAct,
  seen,
  onNewer,
}: {
  item: Item;
  beforeAct: () => Promise<boolean>;
  /** The text on the screen. */
  seen: () => string;
  /** The server has a newer one. */
  onNewer: (newer: Revision) => void;
}) {
  const queries = useQueryClient();
  const me = useQuery(api.organization.me.queryOptions());
  const go = useGo();
  const [anewId] = useState(newId);
  const [asking, setAsking] = useState<Asking>(null);
  const { id, may, state } = item;
  const done = (message: string) => (saved: Item) => {
    queries.setQueryData(api.newsroom.get.queryKey({ input: { id } }), saved);
    void queries.invalidateQueries({ queryKey: api.newsroom.list.key() });
    void queries.invalidateQueries({ queryKey: api.newsroom.myWork.key() });
    setAsking(null);
    if (message) sayDone(message);
  };
  const onError = (error: unknown) => {
    const newer = newerVersion<Revision>(error);
    if (newer) onNewer(newer);
  };
  const others = item.together?.texts.filter((text) => text.sentWith) ?? [];
  const lastTurn = item.history.findLast(({ event }) => event === "return" || event === "submit");
  const asked = lastTurn?.event === "return";
  const { answer, change: setAnswer, forget: forgetAnswer } = useReturnAnswer(id, asked ? lastTurn.at : null);
  const submit = useMutation(
    api.newsroom.submit.mutationOptions({
      onSuccess: (saved) => {
        forgetAnswer();
        done(others.length > 0 ? `Đã gửi duyệt chung ${others.length + 1} bài.` : "Đã gửi duyệt.")(saved);
      },
      onError,
    }),
  );
  const [gate, setGate] = useState<Gate | null>(null);
  const send = () => {
    setGate(null);
    submit.mutate({
      id,
      revisionId: seen(),
      others: others.map(({ revisionId, ...text }) => ({ id: text.id, revisionId })),
      answer: asked ? answer : "",
    });
  };
  // What is open is told before; where nothing is, the text goes at once.
  const look = useMutation({
    mutationFn: async () => ((await beforeAct()) ? lookBeforeSubmit(queries, id) : null),
    onSuccess: (found) => {
      if (found === null) return;
      if (isClear(found)) send();
      else setGate(found);
    },
  });
  const recall = useMutation(
    api.newsroom.recall.mutationOptions({ onSuccess: done("Đã rút lại, bạn sửa tiếp được.") }),
  );
  const takeBack = useMutation(
    api.newsroom.takeBack.mutationOptions({ onSuccess: done("Đã hoàn tác, bài chưa đăng.") }),
  );
  const restore = useMutation(
    api.newsroom.restore.mutationOptions({ onSuccess: done("Đã khôi phục bản nháp.") }),
  );
  const discard = useMutation(
    api.newsroom.discard.mutationOptions({
      onSuccess: (saved) => {
        done("")(saved);
        sayDoneWithUndo("Đã bỏ bản nháp; còn giữ 30 ngày trong “Nháp đã bỏ”.", () =>
          restore.mutateAsync({ id }),
        );
      },
    }),
  );
  const schedule = useMutation(
    api.newsroom.schedule.mutationOptions({
      onSuccess: (saved, { at }) => {
        done("")(saved);
        if (at) sayDone("Đã hẹn giờ đăng.");
        else sayDoneWithUndo("Bài sẽ lên cổng sau 30 giây.", () => takeBack.mutateAsync({ id }), 28_000);
      },
    }),
  );
  const urgent = useMutation(
    api.newsroom.scheduleUrgently.mutationOptions({
      onSuccess: done("Đã đăng khẩn, chờ hậu kiểm."),
      onError,
    }),
  );
  const correct = useMutation(
    api.newsroom.correct.mutationOptions({
      onSuccess: done("Đã đề nghị đính chính, chờ người thứ hai duyệt."),
    }),
  );
  const withdraw = useMutation(api.newsroom.withdraw.mutationOptions({ onSuccess: done("Đã thu hồi.") }));
  const remove = useMutation(api.newsroom.remove.mutationOptions({ onSuccess: done("Đã gỡ bỏ khỏi cổng.") }));
  const postCheck = useMutation(
    api.newsroom.clearPostCheck.mutationOptions({ onSuccess: done("Đã hậu kiểm.") }),
  );
  const anew = useMutation(
    api.newsroom.beginAnew.mutationOptions({
      onSuccess: (made) => {
        void queries.invalidateQueries({ queryKey: api.newsroom.get.queryKey({ input: { id } }) });
        void queries.invalidateQueries({ queryKey: api.newsroom.myWork.key() });
        go(`/noi-dung/${made.id}`);
      },
    }),
  );
  // What was missing has changed: the refusal no longer says what is.
  const { error: refused, reset: forget } = submit;
  const missing = [...item.toSubmit, ...item.toPublish].map(({ key, message }) => `${key} ${message}`).join();
  const told = useRef(missing);
  useEffect(() => {
    if (told.current === missing) return;
    told.current = missing;
    if (newerVersion(refused) === null) forget();
  }, [missing, refused, forget]);
  const ask = (what: Asking) => {
    for (const { reset } of [schedule, urgent, correct, withdraw, remove]) reset();
    setAsking(what);
  };
  const when = publishing(item);
  const writing = state === "draft" || state === "returned";
  const live = state === "published" || state === "withdrawn";
  const openCorrection = item.corrections.some(({ decidedAt }) => decidedAt === null);
  const hasNewer = live && item.live?.id !== item.current.id;
  return (
    <Stack gap="xs">
      <PostCheckNotice item={item} />
      {writing && asked && (
        <Textarea
          label="Tiếp thu, giải trình khi gửi lại (không bắt buộc)"
          description="Người duyệt đọc lời này bên dưới điều đã yêu cầu sửa."
          autosize
          minRows={2}
          maxLength={2000}
          maw="42rem"
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
      )}
      <Group gap="xs" align="flex-start">
        {writing && (
          <MayButton
            may={may}
            verb="submit"
            loading={submit.isPending || look.isPending}
            onClick={() => {
              submit.reset();
              look.mutate();
            }}
          >
            {others.length > 0 ? `Gửi duyệt cả ${others.length + 1} bài` : "Gửi duyệt"}
          </MayButton>
        )}
        {state === "submitted" && (
          <>
            {whyNot(may, "approve") === null ? (
              <LinkButton to="/noi-dung/$id/duyet" params={{ id }}>
                Mở để duyệt
              </LinkButton>
            ) : (
              <LinkButton to="/noi-dung/$id/duyet" params={{ id }} variant="default">
                Xem bản chờ duyệt
              </LinkButton>
            )}
            <MayButton
              may={may}
              verb="recall"
              variant="default"
              hideReason
              onClick={() => recall.mutate({ id })}
            >
              Rút lại để sửa
            </MayButton>
          </>
        )}
        {state === "approved" && (
          <MayButton may={may} verb="schedule" onClick={() => ask("publish")}>
            Đăng hoặc hẹn giờ
          </MayButton>
        )}
        {state === "scheduled" && (
          <MayButton may={may} verb="takeBack" variant="default" onClick={() => takeBack.mutate({ id })}>
            Hoàn tác việc đăng
          </MayButton>
        )}
        {(writing || state === "submitted") && may.scheduleUrgently?.allowed && (
          <Button variant="subtle" onClick={() => ask("urgent")}>
            Đăng khẩn…
          </Button>
        )}
        {state === "draft" && may.discard?.allowed && (
          <Button
            variant="subtle"
            loading={discard.isPending}
            onClick={async () => {
              if (await beforeAct()) discard.mutate({ id });
            }}
          >
            Bỏ bản nháp
          </Button>
        )}
        {state === "discarded" && (
          <MayButton
            may={may}
            verb="restore"
            loading={restore.isPending}
            onClick={() => restore.mutate({ id })}
          >
            Khôi phục bản nháp
          </MayButton>
        )}
        {state === "refused" && may.beginAnew?.allowed && (
          <Button
            loading={anew.isPending}
            variant={item.begunAnew ? "default" : "filled"}
            onClick={() => anew.mutate({ id, newId: anewId })}
          >
            Viết lại thành bài mới
          </Button>
        )}
        {item.postCheckDue && (
          <MayButton may={may} verb="clearPostCheck" onClick={() => postCheck.mutate({ id })}>
            Hậu kiểm đạt
          </MayButton>
        )}
        {hasNewer && !openCorrection && (
          <MayButton
            may={may}
            verb="correct"
            onClick={async () => {
              if (await beforeAct()) ask("correct");
            }}
          >
            Đề nghị đính chính
          </MayButton>
        )}
        {openCorrection && (
          <LinkButton to="/noi-dung/$id/duyet" params={{ id }}>
            Xem đính chính chờ duyệt
          </LinkButton>
        )}
        {live && item.slug && me.data && (
          <Button component="a" href={`${me.data.portalBase}/tin-tuc/${item.slug}`} variant="default">
            Xem trên cổng
          </Button>
        )}
        <BulletinOf item={item} />
        {state === "published" && may.withdraw?.allowed && (
          <Button variant="default" color="red" onClick={() => ask("withdraw")}>
            Thu hồi…
          </Button>
        )}
        {live && may.remove?.allowed && (
          <Button variant="subtle" color="red" onClick={() => ask("remove")}>
            Gỡ bỏ…
          </Button>
        )}
        <LinkButton to="/noi-dung/$id/lich-su" params={{ id }} variant="subtle">
          Các bản đã lưu
        </LinkButton>
        {(item.review || item.history.some(({ event }) => event === "scheduleUrgently")) && (
          <LinkButton to="/noi-dung/$id/phieu-duyet" params={{ id }} variant="subtle">
            Phiếu duyệt
          </LinkButton>
        )}
      </Group>
      {when === "later" && (
        <Text size="sm">
          Hẹn đăng lúc <MomentText at={item.scheduledAt} />, giờ Việt Nam.
        </Text>
      )}
      {when === "now" && (
        <Text size="sm" role="status">
          Bài đang lên cổng; trang này tự cập nhật khi đăng xong.
        </Text>
      )}
      {when === "missed" && (
        <Alert color="red" role="alert" title="Đến giờ nhưng bài chưa lên cổng">
          Hẹn đăng lúc <MomentText at={item.scheduledAt} />. Hệ thống thử lại mỗi phút; nếu vẫn không được,
          hãy báo người quản trị.
        </Alert>
      )}
      {newerVersion(submit.error) !== null && (
        <Alert color="yellow" role="alert">
          {explainError(submit.error).title}
        </Alert>
      )}
      <ErrorNotice
        error={
          look.error ??
          (newerVersion(submit.error) ? null : submit.error) ??
          discard.error ??
          restore.error ??
          anew.error ??
          recall.error ??
          takeBack.error ??
          postCheck.error
        }
      />
      <SubmitDialog gate={gate} onClose={() => setGate(null)} onSubmit={send} />
      <PublishDialog
        opened={asking === "publish"}
        onClose={() => setAsking(null)}
        pending={schedule.isPending}
        error={schedule.error}
        onPublish={(at) => schedule.mutate({ id, at })}
      />
      <Confirm
        opened={asking === "urgent"}
        onClose={() => setAsking(null)}
        title="Đăng khẩn"
        verb="Đăng khẩn"
        reasonLabel="Vì sao không chờ được"
        pending={urgent.isPending}
        error={urgent.error}
        onConfirm={async (reason) => {
          if (await beforeAct()) urgent.mutate({ id, revisionId: seen(), reason });
        }}
      >
        Bài lên cổng ngay, không qua người thứ hai, và mang dấu “Chờ hậu kiểm” cho đến khi có người xem lại.
      </Confirm>
      <Confirm
        opened={asking === "correct"}
        onClose={() => setAsking(null)}
        title="Đề nghị đính chính"
        verb="Gửi đề nghị"
        reasonLabel="Điều được đính chính (người đọc sẽ thấy)"
        pending={correct.isPending}
        error={correct.error}
        onConfirm={(note) => correct.mutate({ id, note })}
      >
        Bản đang đăng giữ nguyên cho đến khi người thứ hai duyệt bản sửa.
      </Confirm>
      <Confirm
        opened={asking === "withdraw"}
        onClose={() => setAsking(null)}
        title="Thu hồi bài đã đăng"
        verb="Thu hồi"
        reasonLabel="Lý do (người đọc sẽ thấy)"
        pending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={(reason) => withdraw.mutate({ id, reason })}
      >
        Bài vẫn đọc được dưới dòng thông báo thu hồi, nhưng ra khỏi danh sách, nguồn tin và tìm kiếm; minh
        chứng của bài không còn được tính.
      </Confirm>
      <Confirm
        opened={asking === "remove"}
        onClose={() => setAsking(null)}
        title="Gỡ bỏ hẳn khỏi cổng"
        verb="Gỡ bỏ"
        typedWord="GỠ BỎ"
        reasonLabel="Căn cứ gỡ bỏ"
        quickReasons={["Có thông tin cá nhân", "Theo quyết định của cơ quan có thẩm quyền"]}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={(reason) => remove.mutate({ id, reason })}
      >
        Dùng khi bài có thông tin cá nhân hoặc theo quyết định. Địa chỉ của bài sẽ báo đã gỡ bỏ; không hoàn
        tác được.
      </Confirm>
    </Stack>
  );
}
