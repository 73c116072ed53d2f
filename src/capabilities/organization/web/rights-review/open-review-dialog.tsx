import { SimpleGrid, Textarea } from "@mantine/core";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api } from "../api.ts";

const DAYS = 30;

/** Opens a review: why, as of which day, until when. */
export function OpenReviewDialog({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Mở đợt rà soát quyền"
      lead="Danh sách vai trò, thẩm quyền ký và tài khoản được chốt ngay và giữ nguyên; trưởng đơn vị được báo. Mỗi lúc chỉ có một đợt."
      initial={{
        basis: "",
        asOf: today().toString() as string | null,
        dueOn: today().add({ days: DAYS }).toString() as string | null,
      }}
      verb="Mở đợt rà soát"
      submit={({ basis, asOf, dueOn }) =>
        api.organization.openRightsReview.call({ basis, asOf: asOf ?? "", dueOn: dueOn ?? "" })
      }
      onDone={({ id }) => onDone(id)}
    >
      {(form) => (
        <>
          <Textarea
            label="Căn cứ, lý do"
            description="Ví dụ: Rà soát hằng năm theo Quy chế sử dụng hệ thống"
            required
            autosize
            minRows={2}
            {...form.getInputProps("basis")}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DateField label="Danh sách tính đến ngày" required {...form.getInputProps("asOf")} />
            <DateField label="Hạn rà soát" required {...form.getInputProps("dueOn")} />
          </SimpleGrid>
        </>
      )}
    </FormDialog>
  );
}
