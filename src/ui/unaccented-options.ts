import { type ComboboxParsedItem, isOptionsGroup, type OptionsFilter } from "@mantine/core";
import { unaccent } from "#platform/text/unaccent.ts";

const bare = (text: string) => unaccent(text).toLowerCase();

/** Options of a list that hold every typed word, with or without diacritics: "tap huan" finds "Tập huấn". */
export const unaccentedOptions: OptionsFilter = ({ options, search, limit }) => {
  const words = bare(search).split(/\s+/).filter(Boolean);
  let left = limit;
  const fits = (label: string) => {
    const inside = bare(label);
    return words.every((word) => inside.includes(word)) && left-- > 0;
  };
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!isOptionsGroup(option)) return fits(option.label) ? [option] : [];
    const items = option.items.filter((item) => fits(item.label));
    return items.length > 0 ? [{ ...option, items }] : [];
  });
};
