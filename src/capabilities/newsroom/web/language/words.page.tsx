import { Badge, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { unaccent } from "#platform/text/unaccent.ts";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type WordSort, wordSorts } from "../../contract.ts";
import { api } from "../api.ts";

type Words = Awaited<ReturnType<typeof api.newsroom.languageWords.call>>;
type Word = Words["words"][number];

const sorts = Object.entries(wordSorts).map(([value, { label }]) => ({ value, label }));
const emptyWord = { sort: "phrase" as WordSort, words: "", instead: "" };

/** Words that texts are held against: those of the product, with the agency's own over them. */
export default function WordsPage() {
  const queries = useQueryClient();
  const found = useQuery(api.newsroom.languageWords.queryOptions());
  const [q, setQ] = useState("");
  const [sort, setSort] = useState<string | null>(null);
  const [editing, setEditing] = useState<Word | "new" | null>(null);
  const shown = (words: Words) => {
    queries.setQueryData(api.newsroom.languageWords.queryKey(), words);
    void queries.invalidateQueries({ queryKey: api.newsroom.language.key() });
  };
  const leaveOut = useMutation(api.newsroom.saveLanguageWord.mutationOptions({ onSuccess: shown }));
  const reset = useMutation(api.newsroom.resetLanguageWord.mutationOptions({ onSuccess: shown }));
  const needle = unaccent(q).toLowerCase().trim();
  const add = (
    <MayButton may={found.data?.may} verb="save" hideReason onClick={() => setEditing("new")}>
      Thêm từ ngữ
    </MayButton>
  );
  return (
    <Page
      title="Từ ngữ khi soạn bài"
      lead="Trong lúc viết, bài được soi theo danh sách này: cách nói vòng và cách nói gọn hơn, tên cũ và tên hiện nay, chữ viết tắt cần viết đủ, chữ hay viết sai. Cơ quan thêm, đổi hoặc bỏ mục nào cũng được; mục có sẵn bỏ rồi vẫn dùng lại được."
      actions={add}
    >
      <Group align="flex-end">
        <TextInput label="Tìm từ ngữ" value={q} onChange={(event) => setQ(event.currentTarget.value)} />
        <Select label="Mục" data={sorts} value={sort} onChange={setSort} clearable placeholder="Tất cả" />
      </Group>
      <ErrorNotice error={leaveOut.error ?? reset.error} />
      <Asked query={found}>
        {({ words, may }) => (
          <DataTable
            caption="Danh sách từ ngữ"
            rows={words.filter(
              (word) =>
                (sort === null || word.sort === sort) &&
                (needle === "" || unaccent(`${word.words} ${word.instead}`).toLowerCase().includes(needle)),
            )}
            rowKey={(word) => `${word.sort} ${word.words}`}
            columns={[
              { key: "chu", header: "Từ ngữ", cell: (word) => word.words, sortBy: (word) => word.words },
              {
                key: "nen",
                header: "Nên viết",
                cell: (word) => word.instead || wordSorts[word.sort].blank,
                sortBy: (word) => word.instead,
              },
              {
                key: "muc",
                header: "Mục",
                cell: (word) => wordSorts[word.sort].label,
                sortBy: (word) => wordSorts[word.sort].label,
              },
              {
                key: "cua",
                header: "Của",
                cell: (word) => (
                  <Stack gap={2} align="flex-start">
                    {!word.used && (
                      <Badge color="gray" variant="light" c="gray.9" tt="none">
                        Không dùng
                      </Badge>
                    )}
                    {word.changed ? (
                      <Text size="sm">
                        {word.standard === null ? "Cơ quan thêm" : "Cơ quan đổi"}, {word.changed.byName},{" "}
                        <MomentText at={word.changed.at} />
                      </Text>
                    ) : (
                      <Text size="sm">Có sẵn</Text>
                    )}
                  </Stack>
                ),
                sortBy: (word) => (word.changed ? 0 : 1),
              },
              {
                key: "viec",
                header: "Việc",
                cell: (word) =>
                  may.save?.allowed && (
                    <Group gap="xs" wrap="nowrap">
                      {word.used && (
                        <Button
                          size="xs"
                          miw="max-content"
                          variant="default"
                          onClick={() => setEditing(word)}
                        >
                          Sửa<span className="only-read-aloud"> “{word.words}”</span>
                        </Button>
                      )}
                      {word.changed ? (
                        <Button
                          size="xs"
                          miw="max-content"
                          variant="default"
                          loading={reset.isPending && reset.variables.words === word.words}
                          onClick={() => reset.mutate({ sort: word.sort, words: word.words })}
                        >
                          {word.standard === null ? "Xóa" : "Như lúc đầu"}
                          <span className="only-read-aloud"> “{word.words}”</span>
                        </Button>
                      ) : (
                        <Button
                          size="xs"
                          miw="max-content"
                          variant="default"
                          loading={leaveOut.isPending && leaveOut.variables.words === word.words}
                          onClick={() =>
                            leaveOut.mutate({
                              sort: word.sort,
                              words: word.words,
                              instead: word.instead,
                              used: false,
                            })
                          }
                        >
                          Không dùng<span className="only-read-aloud"> “{word.words}”</span>
                        </Button>
                      )}
                    </Group>
                  ),
              },
            ]}
            empty={
              <EmptyState
                title="Không có từ ngữ nào như vậy"
                why="Thử bỏ bớt điều kiện tìm, hoặc thêm từ ngữ ấy vào danh sách."
                action={add}
              />
            }
          />
        )}
      </Asked>
      <FormDialog
        key={editing === "new" ? "new" : `${editing?.sort} ${editing?.words}`}
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === "new" ? "Thêm từ ngữ" : "Sửa từ ngữ"}
        verb="Ghi"
        initial={editing === "new" || editing === null ? emptyWord : { ...emptyWord, ...pick(editing) }}
        submit={(values) => api.newsroom.saveLanguageWord.call({ ...values, used: true })}
        onDone={(words) => {
          shown(words);
          sayDone("Đã ghi vào danh sách.");
        }}
      >
        {(form) => {
          const { words, instead, blank } = wordSorts[form.values.sort];
          return (
            <>
              <Select
                label="Mục"
                data={sorts}
                allowDeselect={false}
                disabled={editing !== "new"}
                {...form.getInputProps("sort")}
              />
              <TextInput
                label={words}
                description={
                  form.values.sort === "name"
                    ? "Thêm dấu … ở cuối khi sau đó là tên riêng: “huyện …”."
                    : undefined
                }
                maxLength={100}
                required
                readOnly={editing !== "new"}
                {...form.getInputProps("words")}
              />
              <TextInput
                label={instead}
                description={
                  blank
                    ? `Để trống: ${blank.toLowerCase()}, không nhắc.`
                    : "Phần trong ngoặc ở cuối là lời giải thích, không được thay vào bài."
                }
                maxLength={300}
                required={blank === null}
                {...form.getInputProps("instead")}
              />
            </>
          );
        }}
      </FormDialog>
    </Page>
  );
}

const pick = ({ sort, words, instead }: Word) => ({ sort, words, instead });
