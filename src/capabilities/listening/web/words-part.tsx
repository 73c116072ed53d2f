import { Button, Group, Text, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { contentThemes } from "#plan/contract";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "./api.ts";

/** By which words an item is of a theme. */
export function WordsPart() {
  const queries = useQueryClient();
  const found = useQuery(api.listening.themeWords.queryOptions());
  const [theme, setTheme] = useState<(typeof contentThemes)[number] | null>(null);
  return (
    <Section id="tu-ngu" title="Từ ngữ xếp chủ đề">
      <Text size="sm">
        Tin có một trong các từ, cụm từ này (có dấu hay không dấu) thì thuộc chủ đề. Đổi từ ngữ thì tin 90
        ngày qua được xếp lại trong vài phút.
      </Text>
      <Asked query={found}>
        {({ words, may }) => (
          <>
            {contentThemes.map((one) => (
              <Group key={one.slug} justify="space-between" gap="xs">
                <Text size="sm" flex="1 1 14rem" style={{ overflowWrap: "anywhere" }}>
                  {one.label}: {words[one.slug]?.join(", ") || "chưa có từ nào"}
                </Text>
                {may.sort?.allowed && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Sửa từ ngữ của ${one.label}`}
                    onClick={() => setTheme(one)}
                  >
                    Sửa
                  </Button>
                )}
              </Group>
            ))}
            {theme && (
              <FormDialog
                key={theme.slug}
                opened
                onClose={() => setTheme(null)}
                title={`Từ ngữ: ${theme.label}`}
                initial={{ words: words[theme.slug]?.join("\n") ?? "" }}
                verb="Lưu"
                submit={({ words: typed }) =>
                  api.listening.setWords.call({
                    theme: theme.slug,
                    words: typed.split("\n").filter((word) => word.trim() !== ""),
                  })
                }
                onDone={() => {
                  void queries.invalidateQueries({ queryKey: api.listening.key() });
                  setTheme(null);
                  sayDone("Đã lưu từ ngữ.");
                }}
              >
                {(form) => (
                  <Textarea
                    label="Mỗi dòng một từ hoặc cụm từ"
                    autosize
                    minRows={4}
                    {...form.getInputProps("words")}
                  />
                )}
              </FormDialog>
            )}
          </>
        )}
      </Asked>
    </Section>
  );
}
