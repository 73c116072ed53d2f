import { Button, Checkbox, Fieldset, NumberInput, Select, SimpleGrid, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { optionsOf } from "#ui/options.ts";
import { placeKindLabels } from "../../postings/posting.ts";
import { api, type BoardView } from "../api.ts";

type Place = BoardView["allPlaces"][number];

/** Where procedures must stand, and within how many working days of the decision. */
export function PlacesDialog({
  places,
  opened,
  onClose,
  onDone,
}: {
  places: Place[];
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Nơi phải công khai thủ tục"
      lead="Số ngày làm việc tính từ ngày quyết định, theo lịch nghỉ của cơ quan. Phần mềm để sẵn 5 ngày; hãy đối chiếu với quy định của tỉnh rồi sửa."
      initial={{ places }}
      verb="Ghi"
      submit={(values) => api.procedures.savePlaces.call(values)}
      onDone={onDone}
    >
      {(form) => (
        <>
          {form.getValues().places.map((place, index) => {
            const isNew = !places.some(({ id }) => id === place.id);
            return (
              <Fieldset key={place.id} legend={place.name || "Nơi mới"}>
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  <TextInput label="Tên" required {...form.getInputProps(`places.${index}.name`)} />
                  <Select
                    label="Loại"
                    allowDeselect={false}
                    disabled={!isNew}
                    data={optionsOf(placeKindLabels)}
                    {...form.getInputProps(`places.${index}.kind`)}
                  />
                  <NumberInput
                    label="Số ngày làm việc"
                    min={0}
                    max={250}
                    allowDecimal={false}
                    hideControls
                    {...form.getInputProps(`places.${index}.workingDays`)}
                  />
                  <Checkbox
                    label="Đang dùng"
                    mt="xl"
                    {...form.getInputProps(`places.${index}.isUsed`, { type: "checkbox" })}
                  />
                </SimpleGrid>
              </Fieldset>
            );
          })}
          <div>
            <Button
              variant="default"
              onClick={() =>
                form.insertListItem("places", {
                  ...{ id: newId(), kind: "other", name: "", workingDays: 5, isUsed: true },
                })
              }
            >
              Thêm nơi công khai
            </Button>
          </div>
        </>
      )}
    </FormDialog>
  );
}
