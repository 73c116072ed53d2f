import { keySortLabels, stationSortLabels, stationWayLabels } from "./station.ts";

/** What is done with loudspeakers, as the audit calls it. */
export const loudspeakerActs = {
  "save-area": "Ghi, sửa địa bàn có loa",
  "save-station": "Ghi, sửa đài, cụm loa",
  "save-slot": "Ghi, sửa khung giờ phát",
  "set-limits": "Đặt giới hạn giờ phát",
  "make-station-key": "Tạo khóa, đường dẫn cho đài",
  "bind-station-certificate": "Gắn chứng thư của máy với đài",
  "revoke-station-key": "Thu hồi khóa, đường dẫn, chứng thư của đài",
  "plan-broadcasts": "Giao bản tin cho đài, cụm loa",
  "confirm-urgent": "Xác nhận phát khẩn cấp",
  "withdraw-broadcasts": "Thu hồi bản tin khỏi đài, cụm loa",
  "record-play": "Ghi đài đã phát",
  "import-play-log": "Nhập nhật ký phát",
};

/** What a delivery tells of its stations. */
export const loudspeakerFields = {
  stations: "Đài, cụm loa",
  priority: "Mức ưu tiên",
  playFrom: "Phát từ",
  playUntil: "Phát đến",
  startedAt: "Lúc phát",
};

export const loudspeakerObjects = {
  "loudspeaker-area": {
    name: "Địa bàn có loa",
    fields: {
      name: "Tên",
      code: "Mã",
      isDifficult: "Địa bàn khó khăn",
      difficultBasis: "Căn cứ",
      isClosed: "Thôi dùng",
    },
  },
  "loudspeaker-station": {
    name: "Đài, cụm loa",
    fields: {
      code: "Mã",
      name: "Tên",
      sort: { name: "Loại", values: { ...stationSortLabels, ...keySortLabels } },
      way: { name: "Cách nhận bản tin", values: stationWayLabels },
      keeper: "Người phụ trách",
      clusters: "Số cụm loa",
      note: "Ghi chú",
      isClosed: "Thôi dùng",
    },
    technical: ["areaId", "keyId"],
  },
  "loudspeaker-slot": {
    name: "Khung giờ phát",
    fields: {
      name: "Tên",
      weekdays: "Các ngày (1 là thứ Hai)",
      fromTime: "Từ giờ",
      toTime: "Đến giờ",
      isClosed: "Thôi dùng",
    },
  },
  "loudspeaker-limit": {
    name: "Giới hạn giờ phát",
    fields: {
      earliest: "Sớm nhất",
      latest: "Muộn nhất",
      slotsADay: "Số buổi mỗi ngày",
      minutesASlot: "Số phút mỗi buổi",
      daysAWeek: "Số ngày mỗi tuần",
      basis: "Căn cứ",
    },
  },
  "play-log": {
    name: "Nhật ký phát",
    fields: { fileName: "Tệp", plays: "Số lượt phát", stations: "Số đài, cụm loa" },
  },
};
