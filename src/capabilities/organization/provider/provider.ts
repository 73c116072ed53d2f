/** A place elsewhere that says who somebody is, by OpenID Connect. */
export interface Provider {
  /** "installation", or the id of the agency that set it up. */
  key: string;
  /** Whose people come in by it; null: those of every agency. */
  agencyId: string | null;
  /** As it stands on the button. */
  name: string;
  issuer: string;
  clientId: string;
  secret: string;
  /** Domains of mail addresses that it may speak for. */
  domains: string[];
  /** Values of `acr` or `amr` with which it says that it asked for a second factor. */
  twoFactorValues: string[];
}

export const INSTALLATION = "installation";

/** What the provider said of who came. */
export interface Said {
  subject: string;
  email: string | null;
  emailVerified: boolean;
  twoFactors: boolean;
  /** As it came, to be shown to the provider when its session is to end. */
  idToken: string;
}

/** Why nobody was let in, and what to do; by the code that stands in the address of the screen. */
export const providerRefusals = {
  "qua-han": "Đã quá lâu hoặc đường dẫn đã dùng rồi; hãy bấm đăng nhập lại từ đầu.",
  "tu-choi": "Nơi đăng nhập chung không cho vào, hoặc bạn đã thôi; có thể thử lại hoặc dùng mật khẩu.",
  "khong-tra-loi":
    "Nơi đăng nhập chung không trả lời hoặc trả lời không đúng; hãy dùng mật khẩu, hoặc thử lại sau ít phút.",
  "khong-tin-duoc":
    "Câu trả lời của nơi đăng nhập chung không tin được nên không ai được cho vào; hãy báo người quản trị.",
  "chua-xac-minh":
    "Nơi đăng nhập chung chưa xác minh thư điện tử của bạn; hãy xác minh ở đó, hoặc dùng mật khẩu.",
  "ngoai-ten-mien": "Thư điện tử này không thuộc tên miền được phép đăng nhập chung; hãy dùng mật khẩu.",
  "khong-co-nguoi":
    "Chưa có người dùng nào với thư điện tử này; tài khoản không tự được tạo. Hãy nhờ người quản trị thêm bạn.",
  "ngung-dung": "Tài khoản hoặc cơ quan này đang ngừng sử dụng; hãy nhờ người quản trị mở lại.",
  "da-go":
    "Bạn đã gỡ liên kết với nơi đăng nhập chung; hãy vào bằng mật khẩu rồi liên kết lại ở Tài khoản của tôi.",
  "cua-nguoi-khac": "Tài khoản ở nơi đăng nhập chung đã liên kết với một người khác; hãy báo người quản trị.",
  "khong-khop": "Thư điện tử ở nơi đăng nhập chung khác thư điện tử của bạn ở đây nên chưa liên kết.",
  "chi-tren-may": "Tài khoản mẫu chỉ dùng được trên chính máy chủ, khi bật chế độ mẫu.",
} as const;

export type ProviderRefusal = keyof typeof providerRefusals;

/** Nobody is let in, for this reason. */
export class NotLetIn extends Error {
  override name = "NotLetIn";
  readonly why: ProviderRefusal;
  constructor(why: ProviderRefusal, options?: ErrorOptions) {
    super(providerRefusals[why], options);
    this.why = why;
  }
}

/** The part after the @, small. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1).toLowerCase();
