import { MultiSelect, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { api } from "../api.ts";

/** Which documents of the register the text explains; the two lead to each other on the portal. */
export function ExplainedDocuments({ id }: { id: string }) {
  const queries = useQueryClient();
  const key = api.newsroom.explainedDocuments.queryKey({ input: { id } });
  const explained = useQuery(api.newsroom.explainedDocuments.queryOptions({ input: { id } }));
  const register = useQuery(api.documents.list.queryOptions({ input: {} }));
  const explain = useMutation(
    api.newsroom.explainDocuments.mutationOptions({
      onSuccess: (saved) => queries.setQueryData(key, saved),
    }),
  );
  const chosen = explained.data?.documents ?? [];
  const others = (register.data?.documents ?? []).map(({ id: value, type, number, abstract }) => ({
    value,
    label: [type, number ?? "chưa cấp số", abstract].filter(Boolean).join(" "),
  }));
  // What is chosen has its name also before the register has been read.
  const missing = chosen
    .filter((one) => !others.some(({ value }) => value === one.id))
    .map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      <MultiSelect
        label="Văn bản được giải thích"
        description="Trên cổng, bài và văn bản dẫn tới nhau"
        searchable
        limit={60}
        nothingFoundMessage="Không có văn bản này trong sổ"
        data={[...others, ...missing]}
        value={chosen.map((one) => one.id)}
        onChange={(documentIds) => explain.mutate({ id, documentIds })}
        disabled={!(explained.data?.may.link?.allowed ?? false) || explain.isPending}
      />
      {chosen.some(({ path }) => path === null) && (
        <Text size="sm" c="gray.7">
          Văn bản chưa lên cổng thì bài chưa dẫn tới được; khi văn bản lên cổng, hai bên tự dẫn tới nhau.
        </Text>
      )}
      <ErrorNotice error={explain.error} />
    </>
  );
}
