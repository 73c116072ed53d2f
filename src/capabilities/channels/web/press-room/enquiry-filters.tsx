import { DateField } from "#ui/date-field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { optionsOf } from "#ui/options.ts";
import { SearchField } from "#ui/search-field.tsx";
import { enquiryStateLabels, lightLabels } from "../../contract.ts";

const more = ["bao", "ai", "tu", "den"] as const;

interface Narrowed extends Record<(typeof more)[number], string> {
  tim: string;
  tt: string;
  han: string;
}

/** What the log of enquiries is narrowed by; what is asked for less is folded, so that a phone shows the log. */
export function EnquiryFilters({
  view,
  narrow,
  outlets,
  people,
}: {
  view: Narrowed;
  narrow: (change: Partial<Narrowed>) => void;
  outlets: { id: string; name: string }[];
  people: { id: string; name: string }[];
}) {
  return (
    <FilterBar
      inUse={more.filter((name) => view[name] !== "").length}
      folded={
        <>
          {outlets.length > 0 && (
            <FilterSelect
              label="Cơ quan báo chí"
              data={outlets.map(({ id, name }) => ({ value: id, label: name }))}
              value={view.bao}
              onChange={(bao) => narrow({ bao })}
            />
          )}
          <FilterSelect
            label="Người theo dõi"
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={view.ai}
            onChange={(ai) => narrow({ ai })}
          />
          <DateField label="Nhận từ ngày" value={view.tu} onChange={(tu) => narrow({ tu: tu ?? "" })} />
          <DateField label="Đến hết ngày" value={view.den} onChange={(den) => narrow({ den: den ?? "" })} />
        </>
      }
    >
      <SearchField
        label="Tìm trong sổ"
        placeholder="Gõ có dấu hoặc không dấu"
        value={view.tim}
        onSearch={(tim) => narrow({ tim })}
      />
      <FilterSelect
        label="Trạng thái"
        data={optionsOf(enquiryStateLabels)}
        value={view.tt}
        onChange={(tt) => narrow({ tt })}
      />
      <FilterSelect
        label="So với hạn"
        data={optionsOf(lightLabels)}
        value={view.han}
        onChange={(han) => narrow({ han })}
      />
    </FilterBar>
  );
}
