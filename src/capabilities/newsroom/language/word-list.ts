/** What an agency's list of words says of them. */
export const wordSorts = {
  phrase: { label: "Cách nói hành chính", words: "Cụm từ", instead: "Nói gọn hơn", blank: null },
  name: { label: "Tên cũ", words: "Tên cũ", instead: "Tên hiện nay", blank: null },
  abbreviation: { label: "Chữ viết tắt", words: "Chữ tắt", instead: "Viết đủ", blank: "Ai cũng biết" },
  spelling: { label: "Chính tả", words: "Chữ", instead: "Viết đúng", blank: "Viết như vậy là đúng" },
} as const;
export type WordSort = keyof typeof wordSorts;

export interface ListedWord {
  sort: WordSort;
  /** A name may end with "…": then a name in capitals follows. */
  words: string;
  /** What to write for it; what stands in brackets at its end explains and is not written. "": readers know the abbreviation, or the spelling is right. */
  instead: string;
}

/** Words of one agency that are not those of the product: put in, put otherwise, or (`used` false) left out. */
export interface OwnWord extends ListedWord {
  used: boolean;
}

const phrases: Record<string, string> = {
  "tiến hành thực hiện": "thực hiện",
  "tiến hành triển khai": "triển khai",
  "tiến hành tổ chức": "tổ chức",
  "tiến hành kiểm tra": "kiểm tra",
  "tiến hành rà soát": "rà soát",
  "tiến hành khảo sát": "khảo sát",
  "tiến hành xây dựng": "xây dựng",
  "tiến hành giải quyết": "giải quyết",
  "tiến hành xử lý": "xử lý",
  "tiến hành đánh giá": "đánh giá",
  "tiến hành thẩm định": "thẩm định",
  "tiến hành thanh tra": "thanh tra",
  "tiến hành nghiên cứu": "nghiên cứu",
  "tiến hành lắp đặt": "lắp đặt",
  "triển khai thực hiện": "thực hiện",
  "tổ chức triển khai": "triển khai",
  "tổ chức triển khai thực hiện": "thực hiện",
  "triển khai tổ chức thực hiện": "thực hiện",
  "thực hiện triển khai": "thực hiện",
  "thực hiện tốt công tác": "làm tốt việc",
  "đẩy mạnh công tác": "đẩy mạnh",
  "tăng cường công tác": "tăng cường",
  "tăng cường đẩy mạnh": "đẩy mạnh",
  "quán triệt và triển khai thực hiện": "phổ biến và thực hiện",
  "góp phần quan trọng vào việc": "giúp",
  "góp phần không nhỏ vào việc": "giúp",
  "thực hiện việc": "dùng thẳng động từ đứng sau",
  "nhằm mục đích": "để",
  "nhằm để": "để",
  "nhằm phục vụ cho": "phục vụ",
  "về vấn đề": "về",
  "song song với việc": "cùng với",
  "bên cạnh đó thì": "bên cạnh đó",
  "vì vậy cho nên": "vì vậy",
  "bởi vì lý do": "vì",
  "lý do là bởi vì": "vì",
  "trên cơ sở căn cứ": "căn cứ",
  "trong thời điểm hiện nay": "hiện nay",
  "ở thời điểm hiện tại": "hiện nay",
  "ngay sau khi mà": "ngay sau khi",
  "cùng nhau phối hợp": "phối hợp",
  "phối kết hợp": "phối hợp",
  "kiểm tra, rà soát lại": "rà soát",
  "tái lặp lại": "lặp lại",
  "đề xuất kiến nghị": "kiến nghị",
  "vô cùng quan trọng": "rất quan trọng",
  "đóng vai trò hết sức quan trọng": "rất quan trọng",
  "mang tính chất": "có tính",
  "với mục đích nhằm": "để",
  "trong thời gian vừa qua": "vừa qua",
  "trong thời gian tới đây": "sắp tới",
  "tại thời điểm hiện nay": "hiện nay",
  "tại thời điểm hiện tại": "hiện nay",
  "trong giai đoạn hiện nay": "hiện nay",
  "kể từ thời điểm": "từ khi",
  "trong trường hợp nếu": "nếu",
  "có trách nhiệm phải": "phải",
  "căn cứ theo quy định tại": "theo",
  "căn cứ vào các quy định của": "theo quy định của",
  "một cách có hiệu quả": "hiệu quả",
  "một cách nhanh chóng": "nhanh chóng",
  "một cách kịp thời": "kịp thời",
  "một cách hiệu quả": "hiệu quả",
  "một cách đồng bộ": "đồng bộ",
  "một cách chặt chẽ": "chặt chẽ",
  "một cách đầy đủ": "đầy đủ",
  "một cách nghiêm túc": "nghiêm túc",
  "một cách thường xuyên": "thường xuyên",
  "bằng hình thức trực tuyến": "trực tuyến",
  "thông qua hình thức trực tuyến": "trực tuyến",
  "được thể hiện thông qua": "thể hiện qua",
  "liên quan đến vấn đề": "về",
  "chậm nhất không quá": "chậm nhất",
  "tối đa không quá": "không quá",
  "trên địa bàn toàn tỉnh": "toàn tỉnh",
  "trên địa bàn của tỉnh": "trong tỉnh",
  "trên phạm vi toàn tỉnh": "toàn tỉnh",
  "trên phạm vi cả nước": "cả nước",
  "trên địa bàn toàn xã": "toàn xã",
  "có ý nghĩa hết sức quan trọng": "rất quan trọng",
};

const districts = "(cơ quan cấp tỉnh hoặc cấp xã đang làm việc ấy; từ 01/7/2025 không còn cấp huyện)";
const places = "(tên xã, phường, đặc khu; từ 01/7/2025 không còn huyện, quận, thị xã, thị trấn)";

/** Provinces that went into others on 1 July 2025 (Resolution 202/2025/QH15), each with what it is part of now. */
const mergedProvinces: Record<string, string> = {
  "Hà Giang": "tỉnh Tuyên Quang",
  "Yên Bái": "tỉnh Lào Cai",
  "Bắc Kạn": "tỉnh Thái Nguyên",
  "Vĩnh Phúc": "tỉnh Phú Thọ",
  "Hòa Bình": "tỉnh Phú Thọ",
  "Bắc Giang": "tỉnh Bắc Ninh",
  "Thái Bình": "tỉnh Hưng Yên",
  "Hải Dương": "thành phố Hải Phòng",
  "Hà Nam": "tỉnh Ninh Bình",
  "Nam Định": "tỉnh Ninh Bình",
  "Quảng Bình": "tỉnh Quảng Trị",
  "Quảng Nam": "thành phố Đà Nẵng",
  "Kon Tum": "tỉnh Quảng Ngãi",
  "Bình Định": "tỉnh Gia Lai",
  "Ninh Thuận": "tỉnh Khánh Hòa",
  "Đắk Nông": "tỉnh Lâm Đồng",
  "Bình Thuận": "tỉnh Lâm Đồng",
  "Phú Yên": "tỉnh Đắk Lắk",
  "Bình Dương": "Thành phố Hồ Chí Minh",
  "Bà Rịa - Vũng Tàu": "Thành phố Hồ Chí Minh",
  "Bình Phước": "tỉnh Đồng Nai",
  "Long An": "tỉnh Tây Ninh",
  "Sóc Trăng": "thành phố Cần Thơ",
  "Hậu Giang": "thành phố Cần Thơ",
  "Bến Tre": "tỉnh Vĩnh Long",
  "Trà Vinh": "tỉnh Vĩnh Long",
  "Tiền Giang": "tỉnh Đồng Tháp",
  "Bạc Liêu": "tỉnh Cà Mau",
  "Kiên Giang": "tỉnh An Giang",
};

/** Ministries that went into others on 1 March 2025, and the departments of provinces that followed them. */
const mergedBodies: Record<string, string> = {
  "Kế hoạch và Đầu tư": "Tài chính",
  "Giao thông vận tải": "Xây dựng",
  "Tài nguyên và Môi trường": "Nông nghiệp và Môi trường",
  "Nông nghiệp và Phát triển nông thôn": "Nông nghiệp và Môi trường",
  "Thông tin và Truyền thông": "Khoa học và Công nghệ",
  "Lao động - Thương binh và Xã hội": "Nội vụ",
};

/** Old names: since 1 July 2025 local government has two levels, province and commune. */
const names: Record<string, string> = {
  "UBND huyện": districts,
  "UBND cấp huyện": districts,
  "UBND các huyện": districts,
  "UBND quận": districts,
  "UBND thị xã": districts,
  "UBND thị trấn": districts,
  "Ủy ban nhân dân huyện": districts,
  "Ủy ban nhân dân cấp huyện": districts,
  "Ủy ban nhân dân các huyện": districts,
  "Ủy ban nhân dân quận": districts,
  "Ủy ban nhân dân thị xã": districts,
  "Ủy ban nhân dân thị trấn": districts,
  "HĐND huyện": districts,
  "HĐND cấp huyện": districts,
  "Hội đồng nhân dân huyện": districts,
  "Hội đồng nhân dân cấp huyện": districts,
  "chính quyền cấp huyện": districts,
  "các huyện, thị xã, thành phố": places,
  "các huyện, thành phố": places,
  "huyện …": places,
  "quận …": places,
  "thị xã …": places,
  "thị trấn …": places,
  ...Object.fromEntries(
    Object.entries(mergedProvinces).map(([old, now]) => [
      `tỉnh ${old}`,
      `${now} (tỉnh ${old} đã nhập vào từ 01/7/2025)`,
    ]),
  ),
  ...Object.fromEntries(
    ["Bộ", "Sở"].flatMap((rank) =>
      Object.entries(mergedBodies).map(([old, now]) => [
        `${rank} ${old}`,
        `${rank} ${now} (từ tháng 3/2025; xem lại nếu việc đã giao nơi khác)`,
      ]),
    ),
  ),
};

const abbreviations: Record<string, string> = {
  TTHC: "thủ tục hành chính",
  CCHC: "cải cách hành chính",
  DVC: "dịch vụ công",
  DVCTT: "dịch vụ công trực tuyến",
  DVCQG: "Cổng Dịch vụ công quốc gia",
  PAKN: "phản ánh, kiến nghị",
  VBQPPL: "văn bản quy phạm pháp luật",
  CĐS: "chuyển đổi số",
  CBCC: "cán bộ, công chức",
  CBCCVC: "cán bộ, công chức, viên chức",
  TTPVHCC: "Trung tâm Phục vụ hành chính công",
  BPMC: "Bộ phận Một cửa",
  VHTTDL: "Văn hóa, Thể thao và Du lịch",
};

/** Known to everybody who reads a paper. */
const known =
  "UBND HĐND MTTQ TP TW HCM VN USD VND EUR GDP QR SMS PDF ID IT AI TV VTV VOV ASEAN WTO UNESCO WHO UNDP FDI ODA COVID HIV AIDS BHYT BHXH ATM CEO PC USB CD DVD HD OK THPT THCS NXB XHCN CHXHCN PCCC HTX ISO SOS CNTT CCCD OCOP VNPT FPT EVN PAR INDEX SIPAS PAPI PCI KM FM";

const spellings: Record<string, string> = {
  "chiển khai": "triển khai",
  "sử lý": "xử lý",
  "xử dụng": "sử dụng",
  "bổ xung": "bổ sung",
  "sát nhập": "sáp nhập",
  "xát nhập": "sáp nhập",
  "sơ xuất": "sơ suất",
  "chuẩn đoán": "chẩn đoán",
  "vô hình chung": "vô hình trung",
  "tựu chung": "tựu trung",
  "kiểm xoát": "kiểm soát",
  "xắp xếp": "sắp xếp",
  "sắp sếp": "sắp xếp",
  "chia xẻ": "chia sẻ",
  "xuất xắc": "xuất sắc",
  "suất sắc": "xuất sắc",
  "đọc giả": "độc giả",
  "thăm quan": "tham quan",
  "triễn khai": "triển khai",
  "năng xuất": "năng suất",
  "sản suất": "sản xuất",
  "xuất ăn": "suất ăn",
  "khẳn định": "khẳng định",
  "giử gìn": "giữ gìn",
  "giúp đở": "giúp đỡ",
  "hổ trợ": "hỗ trợ",
  "hổ chợ": "hỗ trợ",
  "ngành nghành": "ngành nghề",
  "dử liệu": "dữ liệu",
};

/** Borrowed words that are written in one and mark their vowels as Vietnamese does. */
const borrowed =
  "ôtô môtô đôla xêri ôxy ôxi café ôzôn mêtan êtanol đêxiben axít ôxít cácbon kilôgam kilômét xăngtimét milimét bêtông vắcxin rađiô";

const entries = (sort: WordSort, list: Record<string, string>): ListedWord[] =>
  Object.entries(list).map(([words, instead]) => ({ sort, words, instead }));
const accepted = (sort: WordSort, list: string): ListedWord[] =>
  list.split(" ").map((words) => ({ sort, words, instead: "" }));

/** The words that come with the product. */
export const standardWords: readonly ListedWord[] = [
  ...entries("phrase", phrases),
  ...entries("name", names),
  ...entries("abbreviation", abbreviations),
  ...accepted("abbreviation", known),
  ...entries("spelling", spellings),
  ...accepted("spelling", borrowed),
];

/** Names an entry: the same words of the same sort are the same entry, however they are written. */
export const wordKey = ({ sort, words }: Pick<ListedWord, "sort" | "words">): string =>
  `${sort} ${sort === "abbreviation" ? words : words.toLowerCase()}`;

/** The words that hold for an agency: those of the product, with its own over them. */
export function wordsInUse(own: readonly OwnWord[]): ListedWord[] {
  const list = new Map(standardWords.map((word) => [wordKey(word), word]));
  for (const { used, ...word } of own) {
    if (used) list.set(wordKey(word), word);
    else list.delete(wordKey(word));
  }
  return [...list.values()];
}
