import { SimpleGrid, TextInput } from "@mantine/core";

/** How an agency is called in documents; `field` gives what a form hands out for each. */
export function NameFields({
  field,
}: {
  field: (key: "name" | "superiorName" | "symbol" | "place") => object;
}) {
  return (
    <>
      <TextInput label="Tên cơ quan" required data-autofocus {...field("name")} />
      <TextInput
        label="Cơ quan chủ quản"
        description="Dòng trên cùng của văn bản; để trống nếu là UBND."
        {...field("superiorName")}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label="Ký hiệu" description="Chữ in hoa, ví dụ UBND" required {...field("symbol")} />
        <TextInput label="Địa danh" description="Trước ngày tháng" required {...field("place")} />
      </SimpleGrid>
    </>
  );
}
