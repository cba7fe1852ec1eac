import { describedEnum } from '../../kernel/described-enum.js';

export const EventKindEnum = describedEnum('EventKind', 'What kind of trade-promotion event it is.', {
  TRADE_FAIR: '*Hội chợ*, *hội chợ triển lãm*: a fair where goods are shown and sold.',
  EXHIBITION: '*Triển lãm*, *trưng bày*: goods are shown.',
  SUPPLY_DEMAND_CONFERENCE: '*Hội nghị kết nối cung cầu*: producers meet buyers.',
  CONFERENCE: '*Hội nghị*: any other conference.',
  FORUM: '*Diễn đàn*: a forum, often with booths beside it.',
  PRODUCT_WEEK:
    '*Tuần hàng*, *tuần lễ giới thiệu sản phẩm*: products of a place are shown for some days, often elsewhere.',
  MARKET: '*Phiên chợ*: a market held now and then.',
  PRODUCT_DAY: '*Ngày hội sản phẩm*: a festival of products.',
  FESTIVAL: '*Lễ hội*, *festival*: a festival of which goods are a part.',
  CULTURE_AND_TOURISM_DAY: '*Ngày văn hóa - du lịch*: days of culture and tourism with booths.',
  ONLINE_WEEK: '*Tuần thương mại điện tử*, *livestream*: selling online.',
  TRADE_MISSION: '*Đoàn giao dịch*: producers travel to meet buyers.',
  PRESS_CONFERENCE: '*Họp báo*: the press is told of an event.',
});

export const CallOffEnum = describedEnum('CallOffKind', 'How an event was called off.', {
  CANCELLED: 'It is not held.',
  POSTPONED: 'It is held later; when, its dates say once they are known.',
});

export const EventStateEnum = describedEnum('EventState', 'Where an event stands on a day.', {
  UPCOMING: 'It surely begins later.',
  RUNNING: 'It surely has begun and has not ended; its first and last day count.',
  OVER: 'It surely ended before.',
  CANCELLED: 'It was cancelled on that day or before.',
  POSTPONED: 'It was postponed on that day or before, and nobody knows yet that it began.',
});
