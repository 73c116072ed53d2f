import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useGo } from "#ui/navigation.tsx";
import { canBeSaid, saidStates } from "../../contract.ts";
import { api, type Item } from "../api.ts";

/** Has an approved or published article made ready for the loudspeakers, or leads to what was made of it. */
export function BulletinOf({ item: { id, kind, state } }: { item: Item }) {
  const queries = useQueryClient();
  const go = useGo();
  const asked = canBeSaid(kind) && saidStates.includes(state);
  const found = useQuery({ ...api.newsroom.bulletinOf.queryOptions({ input: { id } }), enabled: asked });
  const draft = useMutation(
    api.newsroom.draftBulletin.mutationOptions({
      onSuccess: (made) => {
        void queries.invalidateQueries({ queryKey: api.newsroom.bulletinOf.key() });
        void queries.invalidateQueries({ queryKey: api.newsroom.list.key() });
        go(`/noi-dung/${made.id}`);
      },
    }),
  );
  if (!asked || !found.data?.canBeSaid) return null;
  const { bulletin, may } = found.data;
  if (bulletin)
    return (
      <LinkButton to="/noi-dung/$id" params={{ id: bulletin.id }} variant="default">
        Mở bản tin phát thanh
      </LinkButton>
    );
  if (!may.draft?.allowed) return null;
  return (
    <>
      <MayButton
        may={may}
        verb="draft"
        variant="default"
        loading={draft.isPending}
        onClick={() => draft.mutate({ id })}
      >
        Soạn kịch bản phát thanh
      </MayButton>
      <ErrorNotice error={draft.error} />
    </>
  );
}
