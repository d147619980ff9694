"""Words of Vietnamese portals that are furniture, not article. Everything here is folded (see ``core.text.fold``).

The patterns match a whole line whose outer punctuation and counts were removed (:func:`line_key`), so a sentence
that merely contains "xem thêm" or "bình luận" is never touched.
"""

import re

from core.text import fold

_OUTER = re.compile(r"^[\W_]+|[\W_]+$")
_COUNT = re.compile(r"[\s:(\[]*\d[\d.,]*[)\]\s]*$")


def words_of(text: str) -> frozenset[str]:
    """Return the words of a plain list such as ``"p div td"``."""
    return frozenset(text.split())


def line_key(text: str) -> str:
    """Return the folded words of a line without outer punctuation: ``"» CÁC TIN KHÁC:"`` → ``"cac tin khac"``."""
    return _OUTER.sub("", " ".join(fold(text).split()))


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(patterns) + ")")


_NEWS = r"(?:tin bai|tin tuc(?: ?[-,&] ?su kien| su kien)?|tin ?, ?bai|bai viet|tin|bai|su kien|thong bao|noi dung|news|posts?)"
_OTHER = (
    r"(?:khac|lien quan|moi nhat|moi hon|moi dang|moi|cu hon|cu|cung (?:chuyen muc|chu de|loai|muc|su kien|linh vuc|tac gia)|"
    r"(?:da|moi) (?:dua|dang)(?: tin)?|tiep theo|truoc do|noi bat|tieu diem|doc nhieu(?: nhat)?|xem nhieu(?: nhat)?|"
    r"duoc quan tam|quan tam|nong|hot|trong ngay|trong tuan|truoc|sau)"
)
# Headings of lists of other articles and of anything that only follows an article.
LIST_MARK = _whole(
    rf"(?:cac |nhung |mot so |xem cac |xem nhung |doc cac )?{_NEWS}(?: viet)?(?: ve)? {_OTHER}(?: tren he thong)?",
    r"cac tin(?: bai)? da dua(?: tin)?.*",
    r"tin (?:cung )?chuyen muc",
    r"cung (?:chuyen muc|chu de|su kien)",
    r"(?:xem|doc) them(?: tin| bai viet)?",
    r"(?:co the |ban )+(?:ban )?(?:quan tam|thich)",
    r"co the ban (?:se )?(?:quan tam|thich)",
    r"(?:latest|recent|related|other) (?:news|posts?|articles?|stories)",
    r"(?:xem|doc) nhieu(?: nhat)?",
    r"moi nhat",
    r"xem tin theo ngay.*",
    r"chuyen muc khac",
    r"van ban moi(?: ban hanh)?",
    r"dong su kien",
    r"bai (?:truoc|sau|tiep theo|cu hon)(?: do)?",
    r"(?:previous|next)(?: post| article)?",
)
# Where readers' comments and their form begin.
COMMENT_MARK = _whole(
    r"(?:viet |gui |dang |y kien |cac |them )*(?:binh luan|y kien|phan hoi|nhan xet)(?: ban doc| cua ban(?: doc)?| cua ban ve bai viet)?",
    r"y kien (?:ban doc|cua ban|doc gia)",
    r"(?:ban doc|doc gia) (?:binh luan|phan hoi|gop y)",
    r"leave a (?:reply|comment)",
    r"(?:de lai|tra loi)(?: binh luan| mot binh luan| mot binh luan huy)?",
    r"thong tin nguoi gui.*",
    r"danh gia bai viet",
    r"click de danh gia bai viet",
    r"tong so diem cua bai viet.*",
    r"xep hang .*phieu bau.*",
    r"(?:no|khong co|chua co) (?:comments?|binh luan)(?: nao)?",
)
# Where the foot of the site begins. These only need to start a line.
FOOTER_MARK = re.compile(
    r"(?:ban quyen|copyright|©|\(c\) ?\d{4}|co quan chu quan|chiu trach nhiem (?:chinh|noi dung|xuat ban|quan ly)|nguoi chiu trach nhiem|"
    r"truong ban bien tap|tong bien tap|giay phep(?: so| thiet lap| hoat dong| xuat ban)?\b|don vi (?:quan ly|chu quan)|thuong truc ban bien tap|"
    r"tong (?:so )?(?:luot )?truy cap|thong ke (?:truy cap|website)?|(?:so )?(?:luot|nguoi) (?:dang )?truy cap|dang (?:truy cap|online|truc tuyen)|"
    r"truy cap (?:hom nay|hien tai|trong)|luot truy cap|khach (?:truy cap|online)|thiet ke (?:boi|va phat trien)|phat trien boi|xay dung boi|powered by|"
    r"(?:de nghi |vui long |yeu cau )?ghi ro nguon|(?:tru so|dia chi|dien thoai|duong day nong|tel|fax|e-?mail|website) ?:|lien ket web|"
    r"trang (?:thong tin|tin) dien tu [^.]{0,80}$|cong thong tin dien tu [^.]{0,80}$|all rights reserved|\d[\d.]* nguoi dang (?:online|truy cap)|"
    r"may chu tim kiem|khach vieng tham|hom nay ?: ?\d|hom qua ?: ?\d|thang (?:hien tai|nay|truoc) ?: ?\d|tuan nay ?: ?\d)"
)
_NETWORKS = r"(?:facebook|twitter|zalo|linkedin|pinterest|email|e-mail|google ?\+?|youtube|telegram|messenger|tiktok|instagram|viber|x|tweet|like|share)"
# Single words and phrases of navigation, tools, counters: dropped wherever they stand as a line of their own.
NOISE = _whole(
    r"",
    r"trang (?:chu|nhat|truoc|sau|tiep|dau|cuoi)",
    r"home(?:page)?",
    r"menu(?: chinh)?",
    r"(?:gioi thieu|tin tuc|van ban|thu tuc hanh chinh|dich vu cong(?: truc tuyen)?|lien he|so do (?:cong|trang|site|website)|rss|english|tieng viet|vietnamese|hoi dap|thu vien(?: anh| video)?|video|hinh anh|dang (?:nhap|ky|xuat)|tim kiem(?: nang cao)?|tu khoa tim kiem|nhap tu khoa.*|search|login|sitemap|faq)",
    r"(?:toi|ve|len)? ?(?:dau trang|trang chu|trang truoc|noi dung chinh)",
    r"(?:lien he|gop y|quay lai|tro (?:lai|ve)|ve trang truoc|back|gui (?:bai|tin|email|mail|cho ban be)|gui bai viet|in|in (?:an|bai|bai viet|trang|trang nay|tin|noi dung)|ban in|ban de in|xem ban in|print|save|luu|luu (?:bai|bai viet|tin|trang)|chia se(?: bai viet| bai viet nay| qua mang xa hoi| len mang xa hoi| tren)?|chia se voi ban be|theo doi|theo doi .{2,60} tren.*|follow us.*|google news|copy link|sao chep (?:lien ket|link)|phan hoi|tai ve|tai xuong|download|doc bai|nghe (?:bai|doc bai|noi dung|bai viet|tin)|nghe doc bai viet|doc bai viet|dung doc|tam dung|phat|nu|nam|giong (?:nam|nu)|thich|bao loi|yeu thich|dong|xem thu|prev|next|previous|in ra|email trang nay|gui email trang nay.*)(?:[\s|/\-–•·,»]+(?:lien he|gop y|quay lai|tro (?:lai|ve)|gui (?:bai|tin|email|mail|cho ban be)|in|in (?:bai|bai viet|trang|tin)|ban in|print|luu|luu bai(?: viet)?|chia se|doc bai|nghe bai|dau trang))*",
    rf"{_NETWORKS}(?:[\s|/•·,]+{_NETWORKS})*",
    rf"(?:chia se|share)(?: bai viet)?(?: nay)?(?: len| tren| qua| on| to| via)? ?:? ?{_NETWORKS}(?:[\s|/•·,]+{_NETWORKS})*",
    r"(?:a ?[-+]? ?){1,4}",
    r"(?:(?:doi|chinh|tang|giam|thay doi)? ?(?:co|kich thuoc|kich co) (?:chu|font)|mac dinh|chu (?:to|nho|vua)|phong to|thu nho|do tuong phan|tuong phan(?: cao)?|gian cach|cach dong|aa|normal|font size|tang|giam)(?:[\s:|/\-+]+(?:co chu|mac dinh|a ?[-+]?|nho|vua|to|lon|tang|giam|do tuong phan|tuong phan|doc bai viet))*",
    r"\d{1,3} ?%",
    r"[°•·|]+",
    r"(?:so )?(?:luot|lan) (?:nguoi )?(?:xem|doc|truy cap|view|tai|thich|nghe)(?: tin| bai| bai viet)? ?:? ?[\d.,]*(?: lan| luot)?",
    r"[\d.,]+ ?(?:luot|lan)? ?(?:xem|doc|views?|luot xem|da xem|binh luan|comments?|thich|likes?|nguoi (?:da )?xem|luot doc)",
    r"(?:da xem|xem|views?|luot view|hits?|read|doc) ?:? ?[\d.,]+(?: lan| luot)?",
    r"(?:xem (?:tiep|chi tiet|tat ca|toan bo|noi dung|danh sach)|chi tiet|read more|doc tiep|tiep tuc doc|xem video|xem anh)",
    r"(?:skip to (?:main )?content|bo qua(?: noi dung)?|chuyen den noi dung(?: chinh)?|nhay den noi dung|toi noi dung)",
    r"(?:chi tiet (?:tin|bai viet|tin tuc|noi dung)|noi dung (?:chi tiet|tin|bai viet)|xem tin|tin chi tiet|doc tin|content|web content display|print email|email print)",
    r"(?:ngay|thang|nam|gio|loading|dang tai|dang tai du lieu|vui long cho|cho)",
    r"(?:javascript|your browser|trinh duyet (?:cua ban )?khong ho tro).*",
    r"(?:hom nay|bay gio|hien tai)(?: la)? ?:?.{0,60}\d{4}.{0,20}",
    r"\d{1,2}:\d{2}(?::\d{2})?(?: (?:sa|ch|am|pm))?",
    r"(?:thoi tiet|ty gia|gia vang|lich van nien)",
    r"(?:he thong (?:van ban|mot cua|thu dien tu).{0,60}|duong day nong|hop thu gop y|lien ket (?:website|web|nhanh|huu ich|ngoai)|cac lien ket|chon lien ket|lua chon lien ket|--+ ?.{0,40} ?--+)",
    r"(?:truy cap nguon(?: tin)?|xem bai goc|link goc|nguon bai viet goc)",
    r"(?:xem|doc) them ?:.{4,200}|tin lien quan ?:.{4,200}",
    r"(?:(?:e-?mail|in|print|pdf|gui|luu|rss|share|like)[\s|/,•·\-]*){1,5}",
    r"(?:lui|tiep theo|ke tiep|truoc|sau)",
    r"(?:thong tin lien he|ho va ten|ho ten|dia chi e-?mail|ma (?:xac nhan|bao mat|kiem tra)|nhap ma.{0,30}|noi dung|tieu de)(?: ?\*)?",
    r"(?:khoang )?\d{1,3} (?:giay|phut|gio|ngay|tuan|thang|nam)(?: \d{1,3} (?:giay|phut|gio|ngay|tuan|thang))? truoc",
    r".{0,20}co chu ?:? ?(?:a ?[-+]? ?){0,4}",
    r"this entry was posted.*|bookmark the permalink.*",
    r"audio|podcast|photo|infographic|e-?magazine|multimedia",
)

# With accents: folded, "Sở" and "sờ", "Bộ" and "bò", "Viện" and "Viên" would be one. Some of these words are also
# surnames and given names (Đoàn, Trường, Hội), which only a second word makes an office.
_OFFICES = (
    r"ubnd|hđnd|ubmttq|mttq|ủy ban|uỷ ban|hội đồng|sở|phòng|ban|bộ|cục|chi cục|văn phòng|trung tâm|công an|"
    r"huyện ủy|tỉnh ủy|thị ủy|thành ủy|đảng ủy|đảng bộ|chi bộ|cổng (?:ttđt|thông tin)|trang thông tin|báo|đài|ptth|"
    r"tạp chí|thông tấn xã|ttxvn|vgp|vov|vtv|vietnamnet|công ty|bệnh viện|trạm|thanh tra|bbt|biên tập|tổ biên tập|"
    r"portal|ttđt|vhtt|vh-tt|ttvh|truyền thanh|truyền thông|chính phủ|quốc hội|quản trị|viện|tòa án|bch|bchqs|"
    r"bộ chỉ huy|đồn biên phòng|mặt trận|tổng hợp|ldlđ|liên đoàn"
)
ORGANISATION = re.compile(
    rf"(?<!\w)(?:{_OFFICES}|trường (?:thpt|thcs|tiểu học|mầm non|đại học|cao đẳng|chính trị|th)|"
    r"đoàn (?:xã|phường|huyện|tỉnh|thanh niên|khối|cơ sở|tncs)|"
    r"hội (?:nông dân|phụ nữ|cựu|người|chữ thập|khuyến học|liên hiệp|lhpn|ccb|nd))(?!\w)",
    re.IGNORECASE,
)
_ORG_START = re.compile(
    r"(?:(?:cổng|trang) (?:thông tin|ttđt|tin|dịch vụ)|ubnd|u[ỷy] ban|ủy ban|sở|phòng|huyện|tỉnh|thành phố|thị xã|xã|phường|"
    r"văn phòng|chính phủ|bộ|trung tâm|báo|đài|đảng bộ|hđnd|hội đồng|cộng hòa|độc lập|viện|ban|công an|trường|"
    r"bệnh viện|hội|chi cục|cục|đoàn (?:xã|phường|huyện|tỉnh|thanh niên))(?!\w)"
)
_SMALL_WORDS = words_of(
    """tinh huyen xa phuong thanh pho thi tran quan va cac cua nhan dan nganh cap so ban phong dien tu
    thong tin tong hop nuoc cong bo cuc chi trung tam van truong trang dich vu tp tx"""
)
CATEGORY = re.compile(
    r"(?:tin (?:tuc|hoat dong|trong|noi bat|kinh te|van hoa|xa hoi|dia phuong|co so|so nganh|cac|ve|tong hop|nganh|chuyen nganh|hoi|doan the|cai cach|chuyen doi|xa|huyen|tinh|quoc te|the gioi|dang bo|chinh tri|an ninh)\b.{0,50}|"
    r"tin tuc.{0,40}|thoi su.{0,30}|hoat dong (?:cua )?(?:lanh dao|hdnd|ubnd|cac|so|huyen|tinh|chi dao|doan|nganh|dang|don vi|su nghiep|chuyen mon).{0,40}|"
    r"kinh te.{0,30}|van hoa.{0,40}|xa hoi|van xa|chinh tri.{0,30}|xay dung dang.{0,40}|quoc phong.{0,30}|an ninh.{0,30}|noi chinh.{0,20}|giao duc.{0,30}|y te.{0,30}|suc khoe|the thao|"
    r"cai cach (?:hanh chinh|tthc).{0,20}|chuyen doi so.{0,30}|khoa hoc.{0,30}|nong nghiep.{0,30}|nong thon moi|xay dung nong thon moi|du lich.{0,20}|phap luat.{0,20}|"
    r"chi dao[, \-–]+dieu hanh.{0,20}|su kien.{0,20}|thong bao.{0,20}|tuyen truyen.{0,40}|pho bien.{0,40}|dan van.{0,20}|doi song.{0,20}|moi truong.{0,20}|lao dong.{0,20}|trong tinh|trong nuoc|"
    r"guong (?:nguoi tot|dien hinh).{0,30}|hoc tap va lam theo.{0,40}|bien dao.{0,20}|tieu diem|goc nhin.{0,20}|trao doi.{0,30}|ban doc|phong su.{0,20})"
)


def is_noise(text: str) -> bool:
    """True for a line that is only navigation, a tool, a counter or a text-size word."""
    if re.fullmatch(r"\{[^{}]{1,40}\}|\[[a-z_]{2,20}\]", text.strip()):
        return True  # a placeholder that the site's template did not fill
    key = line_key(text)
    return bool(NOISE.fullmatch(key) or (len(key) < 40 and NOISE.fullmatch(_COUNT.sub("", key))))


def is_list_mark(text: str) -> bool:
    """True for the heading of an "other news" list."""
    key = _COUNT.sub("", line_key(text))
    return len(key) < 60 and bool(LIST_MARK.fullmatch(key))


def is_comment_mark(text: str) -> bool:
    """True where readers' comments, ratings or their form begin."""
    key = _COUNT.sub("", line_key(text))
    return len(key) < 90 and bool(COMMENT_MARK.fullmatch(key))


def is_footer_mark(text: str) -> bool:
    """True for a line that can only stand in the foot of a site."""
    return bool(FOOTER_MARK.match(fold(text).strip(" -–•*|»")))


_VERB = re.compile(
    r"\b(?:to chuc|khai (?:mac|truong|giang|hoi)|tong ket|so ket|tang|trao|hop|lam viec|trien khai|tham|kiem tra|"
    r"ra (?:mat|quan)|phat dong|hoi (?:nghi|thao|thi)|tiep|don|cong bo|tap huan|ky ket|ban hanh|huong dan|giao|nhan|"
    r"day manh|tang cuong|nang cao|xay dung|thuc hien|chuc mung|day|giam sat|tiep xuc|chuan bi|tuyen duong|le|no luc|"
    r"quyet tam|chu dong|hoan thanh|dat|gap mat|to|thanh lap|ve|tham gia|huong ung)\b"
)


def is_organisation_name(text: str) -> bool:
    """True when a line is nothing but the name of a body or a site ("CỔNG THÔNG TIN ĐIỆN TỬ TỈNH X")."""
    words = text.split()
    folded = fold(text).strip()
    if not words or len(words) > 16 or not _ORG_START.match(text.strip().lower()):
        return False
    if not re.match(r"(?:cong|trang) (?:thong tin|ttdt)", folded) and _VERB.search(folded):
        return False
    return all(
        word[:1].isupper() or not word[:1].isalpha() or fold(word).strip(",.-") in _SMALL_WORDS for word in words
    )


def is_category_name(text: str) -> bool:
    """True for a short line that is the usual name of a news section."""
    key = line_key(text)
    return len(key.split()) <= 8 and bool(CATEGORY.fullmatch(key))
