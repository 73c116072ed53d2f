import { Text } from "@mantine/core";
import { pickupKindLabels } from "#channels/contract";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { MayAnswer } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { SURE } from "../../sorting/how-sure.ts";
import type { ItemView } from "../api.ts";

/** Of which text of ours an item was made, how far, with credit or without; and what the register has of it. */
export function WhatWasTaken({ item, may }: { item: ItemView; may: MayAnswer }) {
  const { copy, pickups } = item;
  return (
    <>
      {copy && (
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {copy.share >= SURE ? "Dùng lại" : "Có thể dùng lại"} {copy.kindLabel.toLocaleLowerCase("vi")} của
          cơ quan: “{copy.title}” ({inWords(copy)};{" "}
          {copy.isCredited ? "có nêu cơ quan" : "không thấy nêu cơ quan"})
        </Text>
      )}
      {pickups.map(({ itemId, itemTitle, kind }) => (
        <Text key={itemId} size="sm" style={{ overflowWrap: "anywhere" }}>
          Đã ghi vào sổ báo chí dùng lại ({pickupKindLabels[kind].toLocaleLowerCase("vi")}):{" "}
          <LinkText to={`/bao-chi?the=dung-lai&bai=${itemId}`} size="sm" underline="always">
            {itemTitle}
          </LinkText>
        </Text>
      ))}
      {copy && item.url && pickups.length === 0 && may.change?.allowed && (
        <LinkText to={`/bao-chi?${noting(item, copy)}`} size="sm" underline="always">
          Ghi vào sổ báo chí dùng lại<span className="only-read-aloud"> tin {item.title}</span>
        </LinkText>
      )}
    </>
  );
}

type Copy = NonNullable<ItemView["copy"]>;

const inWords = ({ share, compared }: Copy): string =>
  compared === null
    ? `trùng ${share}% tên và phần đầu`
    : `trùng ${share}% của ${compared} cụm ba tiếng đem đối chiếu`;

/** The dialog of the register, filled in with what is known. */
const noting = ({ url, title, publishedAt, seenAt }: ItemView, { contentId, title: ours }: Copy): string =>
  new URLSearchParams({
    ...{ the: "dung-lai", viet: "moi", bai: contentId, tenbai: ours, diachi: url!, tentin: title },
    ngay: toVietnamDate(publishedAt ?? seenAt).toString(),
  }).toString();
