/** What the made-up catalogue is called, and what is searched in it. Runs on Node's type stripping: only erasable syntax here. */

/** What is sold; the first are by far the most frequent. */
const GOODS = [
  'Nước mắm', 'Nho tươi', 'Táo sấy', 'Tỏi cô đơn', 'Măng tây xanh', 'Rượu vang nho', 'Hành tím', 'Sầu riêng', 'Muối hầm', 'Mật ong rừng',
  'Nha đam', 'Rong sụn', 'Cà phê rang xay', 'Trà xanh', 'Gạo lứt', 'Bưởi da xanh', 'Mực một nắng', 'Cá cơm khô', 'Dưa lưới', 'Thịt dê',
  'Gốm Bàu Trúc', 'Thổ cẩm Mỹ Nghiệp', 'Bánh tráng', 'Xoài cát', 'Chuối sấy', 'Đậu phộng rang', 'Tinh dầu sả', 'Yến sào', 'Kẹo dừa',
  'Tương ớt', 'Giò chả', 'Bột nghệ', 'Nấm linh chi', 'Đông trùng hạ thảo', 'Trầm hương', 'Mắm ruốc', 'Hạt điều', 'Khô bò', 'Dế chiên', 'Ốc hương',
]; // prettier-ignore

const SORTS = [
  'truyền thống', 'nguyên chất', 'hữu cơ', 'đặc biệt', 'thượng hạng', 'hảo hạng', 'loại một', 'sấy dẻo', 'sấy lạnh', 'ủ chượp', 'vị gừng',
  'vị chanh', 'đóng chai', 'hộp quà', 'gói nhỏ', 'xuất khẩu', 'sạch', 'tự nhiên', 'ít đường', 'cay',
]; // prettier-ignore

const GIVEN = [
  'An', 'Ánh', 'Bảo', 'Bích', 'Cẩm', 'Châu', 'Diệu', 'Dũng', 'Đào', 'Đức', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hiền', 'Hồng', 'Huệ', 'Hưng',
  'Khánh', 'Kiều', 'Lan', 'Lâm', 'Liên', 'Lộc', 'Mai', 'Minh', 'Mỹ', 'Nam', 'Ngân', 'Ngọc', 'Nguyệt', 'Nhung', 'Oanh', 'Phát', 'Phú',
  'Phúc', 'Phượng', 'Quang', 'Quý', 'Sơn', 'Tâm', 'Tấn', 'Thanh', 'Thảo', 'Thắng', 'Thịnh', 'Thủy', 'Tiến', 'Trâm', 'Trúc', 'Tuấn', 'Tú',
  'Uyên', 'Vân', 'Việt', 'Vinh', 'Vũ', 'Xuân', 'Yên', 'Ý',
]; // prettier-ignore

const MAKERS = ['Hợp tác xã', 'Tổ hợp tác', 'Công ty TNHH', 'Trang trại', 'Hộ kinh doanh', 'Cơ sở'] as const;
export const MAKER_KINDS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'ENTERPRISE', 'FARM', 'HOUSEHOLD', 'ESTABLISHMENT'];

const MEETINGS = ['Hội chợ thương mại', 'Triển lãm', 'Tuần hàng', 'Phiên chợ', 'Ngày hội sản phẩm'] as const;
export const MEETING_KINDS = ['TRADE_FAIR', 'EXHIBITION', 'PRODUCT_WEEK', 'MARKET', 'PRODUCT_DAY'];

/** A number from 0 to 1 of its own for each place and purpose, the same in every run. */
export function chance(place: number, purpose: number): number {
  let mixed = Math.imul(place + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

/** One of a list; with a `skew` over 1 the first come more often. */
export const pick = <T>(list: readonly T[], place: number, purpose: number, skew = 1): T =>
  list[Math.floor(chance(place, purpose) ** skew * list.length)]!;

const goods = (place: number): string => pick(GOODS, place, 1, 1.6);
const brand = (place: number): string => `${pick(GIVEN, place, 3)} ${pick(GIVEN, place, 4)}`;

/** Which of the goods a product is, counted from 0. */
export const goodsNumber = (place: number): number => GOODS.indexOf(goods(place));

export const productName = (place: number): string => `${goods(place)} ${pick(SORTS, place, 2)} ${brand(place)}`;

export const producerName = (place: number): string => `${MAKERS[place % MAKERS.length]!} ${brand(place + 100_000)}`;

export const eventName = (place: number): string =>
  `${MEETINGS[place % MEETINGS.length]!} ${goods(place).toLowerCase()} ${brand(place + 200_000)}`;

/** What one types for a product: from two thousand found to a handful, with or without diacritics, the last word begun only. */
export function searchText(turn: number): string {
  const place = Math.floor(chance(turn, 5) * 20_000);
  const texts = [
    goods(place),
    `${goods(place)} ${pick(SORTS, place, 2)}`,
    brand(place),
    goods(place).slice(0, -1),
    `${pick(GIVEN, place, 4)} ${goods(place)}`,
    productName(place),
  ];
  const text = texts[turn % texts.length]!;
  return chance(turn, 6) < 0.5 ? text : text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
} // prettier-ignore
