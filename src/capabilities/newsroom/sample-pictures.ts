/** Drawings of our own for the sample items: plain shapes, no text, nobody who could be recognised. */
export interface SamplePicture {
  slug: string;
  fileName: string;
  alt: string;
  svg: string;
}

const ink = "#3b3431";
const red = "#9b1420";
const teal = "#2f7f7a";
const amber = "#e3a13c";
const sand = "#f6e9d6";
const skin = "#e8b98f";

const box = (x: number, y: number, width: number, height: number, fill: string, round = 8) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
const dot = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
const line = (path: string, colour: string, width = 10) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const area = (path: string, fill: string) => `<path d="${path}" fill="${fill}"/>`;
const rows = (x: number, y: number, width: number, count: number, step: number, colour = "#cfc3b4") =>
  Array.from({ length: count }, (_, row) =>
    box(x, y + row * step, row === count - 1 ? width * 0.6 : width, 12, colour, 6),
  ).join("");

/** Head and shoulders, standing on (x, y). */
const person = (x: number, y: number, shirt: string, hair = ink, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${area("M-70 0 C-70 -95 -45 -120 0 -120 C45 -120 70 -95 70 0 Z", shirt)}${box(-14, -140, 28, 34, skin, 10)}${dot(0, -172, 44, skin)}${area("M-46 -172 C-50 -232 50 -232 46 -172 C36 -196 10 -202 -10 -200 C-28 -198 -40 -190 -46 -172 Z", hair)}</g>`;

/** The same, seen from behind. */
const fromBehind = (x: number, y: number, shirt: string, hair = ink, size = 1) =>
  `${person(x, y, shirt, hair, size)}<g transform="translate(${x} ${y}) scale(${size})">${area("M-46 -172 C-50 -236 50 -236 46 -172 C46 -140 28 -122 0 -122 C-28 -122 -46 -140 -46 -172 Z", hair)}</g>`;

const tick = (x: number, y: number) =>
  `${dot(x, y, 26, teal)}${line(`M${x - 11} ${y} l8 9 l16 -18`, "#fff", 7)}`;

const scene = (background: string, ...parts: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">${box(0, 0, 1200, 800, background, 0)}${parts.join("")}</svg>`;

const counter = scene(
  sand,
  box(0, 640, 1200, 160, "#e9d5b8", 0),
  box(150, 90, 900, 92, red),
  box(190, 124, 430, 24, "#f3d9c4", 12),
  dot(980, 136, 24, amber),
  box(200, 230, 210, 250, "#fff"),
  rows(226, 262, 158, 7, 30),
  box(800, 230, 210, 250, "#fff"),
  rows(826, 262, 158, 7, 30),
  person(610, 480, teal),
  box(120, 470, 960, 40, "#8a5a3b", 10),
  box(150, 508, 900, 190, "#a8724d", 0),
  box(700, 412, 128, 62, "#fff", 6),
  rows(718, 426, 92, 2, 22),
  box(448, 386, 104, 76, ink, 8),
  box(456, 394, 88, 60, "#bfe0dc", 4),
  box(490, 460, 20, 14, ink, 2),
  fromBehind(330, 800, amber, "#57453c", 1.35),
  fromBehind(880, 800, "#6b7f3f", ink, 1.35),
);

const phone = scene(
  "#e5f0ee",
  dot(980, 180, 230, "#d3e5e2"),
  box(150, 250, 330, 430, "#fff", 14),
  rows(190, 300, 250, 9, 40),
  box(250, 190, 330, 430, "#fffdf8", 14),
  rows(290, 240, 250, 9, 40),
  box(560, 90, 380, 650, ink, 54),
  box(580, 126, 340, 578, "#fff", 30),
  box(580, 126, 340, 92, red, 30),
  box(580, 180, 340, 40, red, 0),
  box(612, 160, 190, 22, "#f3d9c4", 11),
  ...[290, 390, 490].flatMap((y) => [tick(640, y), rows(690, y - 22, 190, 2, 30)]),
  box(630, 590, 240, 70, teal, 35),
  box(690, 616, 120, 18, "#d8efec", 9),
);

const bus = scene(
  "#dcecf3",
  dot(1010, 150, 74, "#f7d68a"),
  area("M0 560 C200 380 380 470 560 520 C760 420 960 360 1200 500 L1200 800 L0 800 Z", "#bcd6a3"),
  area("M0 620 C300 540 700 560 1200 600 L1200 800 L0 800 Z", "#9fc27f"),
  box(0, 660, 1200, 140, "#8b8783", 0),
  ...[60, 320, 580, 840, 1100].map((x) => box(x, 722, 120, 12, "#f4efe6", 6)),
  box(250, 250, 640, 400, red, 36),
  area("M890 340 h70 c50 0 78 60 88 150 v160 h-158 Z", red),
  area("M910 372 h42 c30 0 48 44 56 108 h-98 Z", "#cfe8ee"),
  box(290, 300, 560, 200, "#fff6e8", 14),
  ...[amber, teal, "#6b7f3f", red, "#5a7fa8", amber, teal, "#b06a3b", "#5a7fa8", red, amber, teal].map(
    (colour, book) => box(312 + book * 44, 330 + ((book * 53) % 60), 32, 150 - ((book * 53) % 60), colour, 4),
  ),
  box(300, 480, 540, 14, "#8a5a3b", 4),
  box(250, 560, 798, 26, "#7a0f18", 0),
  ...[400, 830].flatMap((x) => [dot(x, 654, 66, ink), dot(x, 654, 30, "#d8d2ca")]),
  person(150, 720, teal, "#57453c", 0.9),
  person(70, 740, amber, ink, 0.75),
);

const lesson = scene(
  "#f3ece2",
  box(0, 620, 1200, 180, "#dcc8ab", 0),
  box(330, 80, 640, 360, ink, 18),
  box(352, 102, 596, 316, "#fff", 8),
  box(392, 144, 250, 26, red, 13),
  rows(392, 200, 260, 5, 36),
  box(700, 150, 200, 220, "#e5f0ee", 10),
  area("M724 340 l50 -76 l44 46 l60 -96 v126 Z", teal),
  line("M262 520 L352 440", red, 40),
  dot(362, 432, 20, skin),
  person(200, 620, red, ink, 1.3),
  ...[360, 620, 880].flatMap((x, seat) => [
    person(x, 700, [teal, amber, "#5a7fa8"][seat]!, ["#57453c", ink, "#6e4b35"][seat]!, 1.15),
    box(x - 130, 690, 260, 26, "#8a5a3b", 6),
    box(x - 62, 620, 124, 76, "#5d5550", 8),
    box(x - 16, 650, 32, 16, "#bdb4aa", 6),
  ]),
  box(200, 712, 860, 88, "#a8724d", 0),
);

const board = scene(
  "#eef1e4",
  box(0, 650, 1200, 150, "#d6d9c4", 0),
  box(210, 120, 22, 560, "#8a5a3b", 4),
  box(928, 120, 22, 560, "#8a5a3b", 4),
  box(170, 90, 820, 460, "#8a5a3b", 14),
  box(196, 116, 768, 408, "#fbf5ea", 6),
  box(230, 150, 330, 340, "#fff", 8),
  ...[150, 230, 110, 260].map((height, bar) =>
    box(262 + bar * 74, 462 - height, 48, height, [teal, amber, "#5a7fa8", red][bar]!, 4),
  ),
  line("M250 464 H546", ink, 6),
  box(600, 150, 156, 210, "#fff", 8),
  rows(622, 182, 112, 6, 28),
  box(790, 150, 140, 140, "#fff", 8),
  dot(860, 220, 50, amber),
  area("M860 220 V170 A50 50 0 0 1 908 236 Z", red),
  box(600, 392, 330, 98, "#fff", 8),
  rows(624, 416, 280, 3, 24),
  fromBehind(420, 800, "#6b7f3f", ink, 1.4),
  fromBehind(700, 800, red, "#57453c", 1.3),
);

const archive = scene(
  "#f4ebe0",
  box(0, 640, 1200, 160, "#dfc9aa", 0),
  box(90, 90, 420, 560, "#8a5a3b", 8),
  ...[0, 1, 2].flatMap((shelf) => [
    box(114, 116 + shelf * 176, 372, 150, "#f8f0e3", 4),
    ...[red, teal, amber, "#5a7fa8", "#6b7f3f", "#b06a3b", red, teal].map((colour, book) => {
      const height = 96 + ((book * 29 + shelf * 17) % 44);
      return box(126 + book * 44, 264 + shelf * 176 - height, 34, height, colour, 3);
    }),
  ]),
  box(560, 560, 560, 34, "#8a5a3b", 8),
  box(600, 594, 30, 130, "#7a4e32", 0),
  box(1050, 594, 30, 130, "#7a4e32", 0),
  box(600, 500, 200, 60, "#d8d2ca", 10),
  box(614, 488, 172, 16, "#bfe0dc", 6),
  area("M620 488 l40 -120 h110 l-12 120 Z", "#fffdf8"),
  rows(672, 396, 76, 3, 26),
  box(840, 360, 250, 170, ink, 12),
  box(854, 374, 222, 142, "#fff", 4),
  rows(876, 396, 120, 5, 22),
  box(1010, 396, 46, 92, "#f3d9c4", 4),
  box(815, 530, 300, 28, "#5d5550", 8),
  line("M800 430 C820 420 826 430 836 440", teal, 8),
);

const library = (sky: string, ground: string, wall: string, door: string, ...parts: string[]) =>
  scene(
    sky,
    box(0, 640, 1200, 160, ground, 0),
    area("M150 250 L600 90 L1050 250 Z", red),
    box(190, 250, 820, 400, wall, 0),
    ...[250, 330, 870, 950].map((x) => box(x - 20, 330, 60, 200, door, 6)),
    box(480, 350, 240, 300, door, 10),
    box(420, 270, 360, 56, "#8a5a3b", 8),
    ...[teal, amber, "#5a7fa8", "#6b7f3f", amber, teal].map((colour, book) =>
      box(474 + book * 44, 280, 32, 36, colour, 4),
    ),
    ...parts,
  );

const libraryShut = library(
  "#8fa3b5",
  "#7d7b78",
  "#cfc3b4",
  ink,
  line("M600 360 V640", "#5d5550", 8),
  box(546, 470, 108, 60, sand, 6),
  line("M566 500 h68", red, 10),
  fromBehind(300, 800, teal, "#57453c", 0.95),
  fromBehind(430, 800, amber, ink, 0.8),
);

const libraryOpen = library(
  "#2f3a56",
  "#5b5854",
  sand,
  "#f7d68a",
  dot(1090, 130, 54, "#f7e7b8"),
  ...[80, 260, 940].map((x, star) => dot(x, 90 + star * 40, 7, "#f7e7b8")),
  person(600, 650, red, ink, 0.9),
  fromBehind(390, 800, teal, "#57453c", 0.95),
  fromBehind(800, 800, amber, ink, 0.95),
);

export const samplePictures: SamplePicture[] = [
  {
    slug: "counter",
    fileName: "mot-cua.jpg",
    alt: "Tranh vẽ: hai người dân trước quầy Một cửa, cán bộ ngồi sau quầy, hai bên là bảng niêm yết",
    svg: counter,
  },
  {
    slug: "phone",
    fileName: "bang-kiem-tren-dien-thoai.jpg",
    alt: "Tranh vẽ: màn hình điện thoại có bảng kiểm ba mục đã đánh dấu, phía sau là hai tờ giấy",
    svg: phone,
  },
  {
    slug: "bus",
    fileName: "xe-thu-vien.jpg",
    alt: "Tranh vẽ: xe thư viện lưu động chở đầy sách trên đường làng, hai người đứng chờ",
    svg: bus,
  },
  {
    slug: "lesson",
    fileName: "lop-tap-huan.jpg",
    alt: "Tranh vẽ: lớp tập huấn, người hướng dẫn chỉ lên màn chiếu, ba học viên ngồi trước máy tính",
    svg: lesson,
  },
  {
    slug: "board",
    fileName: "bang-cong-khai.jpg",
    alt: "Tranh vẽ: hai người xem bảng niêm yết có biểu đồ và các tờ công khai",
    svg: board,
  },
  {
    slug: "archive",
    fileName: "so-hoa-tai-lieu.jpg",
    alt: "Tranh vẽ: giá sách bên bàn có máy quét và máy tính đang mở một trang tài liệu",
    svg: archive,
  },
  {
    slug: "library-shut",
    fileName: "thu-vien-dong-cua.jpg",
    alt: "Tranh vẽ: hai người đứng trước thư viện đã đóng cửa, tắt đèn",
    svg: libraryShut,
  },
  {
    slug: "library-open",
    fileName: "thu-vien-mo-buoi-toi.jpg",
    alt: "Tranh vẽ: buổi tối, thư viện sáng đèn, cửa mở, ba người ở cửa",
    svg: libraryOpen,
  },
];
