import { Checkbox, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** Which other agencies read the document, and the choice of them; nothing where the agency stands alone. */
export function SharingPart({ id }: { id: string }) {
  const sharing = useQuery(api.documents.sharing.queryOptions({ input: { id } }));
  const [choosing, choose] = useDisclosure(false);
  const queries = useQueryClient();
  return (
    <Asked query={sharing}>
      {({ agencies, may }) => {
        if (agencies.length === 0) return null;
        const readers = agencies.filter(({ shared }) => shared !== null);
        return (
          <Stack component="section" aria-labelledby="chia-se" gap="xs" align="flex-start">
            <Title order={2} size="h3" id="chia-se">
              Chia sẻ cho cơ quan khác
            </Title>
            {readers.length === 0 ? (
              <Text size="sm">Chưa chia sẻ cho cơ quan nào; chỉ cơ quan bạn thấy văn bản này.</Text>
            ) : (
              <ul style={{ margin: 0, paddingInlineStart: "1.2rem" }}>
                {readers.map(({ slug, name, shared }) => (
                  <li key={slug}>
                    {name}, từ <MomentText at={shared!.at} />
                    {shared!.by && ` (${shared!.by})`}
                  </li>
                ))}
              </ul>
            )}
            <MayButton may={may} verb="share" variant="default" onClick={choose.open}>
              {readers.length === 0 ? "Chia sẻ văn bản" : "Đổi nơi được chia sẻ"}
            </MayButton>
            <FormDialog
              opened={choosing}
              onClose={choose.close}
              title="Chia sẻ cho cơ quan khác"
              lead="Cơ quan được chọn đọc số, ngày, trích yếu, hiệu lực và địa chỉ của văn bản trong sổ của họ, kèm tên cơ quan bạn; không sửa được. Bỏ chọn là thu lại ngay."
              initial={{ agencies: readers.map(({ slug }) => slug) }}
              verb="Ghi nơi được chia sẻ"
              submit={(values) => api.documents.share.call({ id, ...values })}
              onDone={(next) => {
                queries.setQueryData(api.documents.sharing.queryKey({ input: { id } }), next);
                const count = next.agencies.filter(({ shared }) => shared !== null).length;
                sayDone(
                  count === 0
                    ? "Đã thu lại; không cơ quan nào khác đọc."
                    : `Đang chia sẻ cho ${count} cơ quan.`,
                );
              }}
            >
              {(form) => (
                <Checkbox.Group label="Cơ quan được đọc" {...form.getInputProps("agencies")}>
                  <Stack gap={8} mt={6}>
                    {agencies.map(({ slug, name }) => (
                      <Checkbox key={slug} value={slug} label={name} />
                    ))}
                  </Stack>
                </Checkbox.Group>
              )}
            </FormDialog>
          </Stack>
        );
      }}
    </Asked>
  );
}
