import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Index } from "./api.ts";
import { useKeepIndex } from "./use-keep-index.ts";

/** Puts an index on the portal, or takes it off. */
export function OnPortal({ index }: { index: Index }) {
  const [asked, { open, close }] = useDisclosure();
  const keep = useKeepIndex();
  const isPublic = index.publicSince !== null;
  const doubted = index.results.filter(({ isCertain }) => !isCertain).length;
  const send = useMutation(
    api.indices.publishIndex.mutationOptions({
      onSuccess: (answer) => {
        keep(answer);
        sayDone(isPublic ? "Đã gỡ chỉ số khỏi cổng." : "Đã đưa chỉ số lên cổng.");
        close();
      },
    }),
  );
  const verb = isPublic ? "Gỡ khỏi cổng" : "Đưa lên cổng";
  return (
    <>
      <MayButton may={index.may} verb="publish" hideReason variant="default" onClick={open}>
        {verb}
      </MayButton>
      <Confirm
        opened={asked}
        onClose={close}
        title={isPublic ? `Gỡ ${index.shortName} khỏi cổng?` : `Đưa ${index.shortName} lên cổng?`}
        verb={verb}
        onConfirm={() => send.mutate({ id: index.id, isPublic: !isPublic })}
        pending={send.isPending}
        error={send.error}
      >
        {isPublic
          ? "Trang của chỉ số này trên cổng không còn; kết quả vẫn giữ trong hệ thống."
          : "Mọi người thấy điểm, hạng, nguồn và ngày công bố của các kết quả đã chắc chắn; kết quả ghi thêm, sửa sau này cũng hiện ngay."}
        {!isPublic && doubted > 0 && ` ${doubted} kết quả chưa chắc chắn không hiện.`}
      </Confirm>
    </>
  );
}
