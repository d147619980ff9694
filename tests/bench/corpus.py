"""A generated province to search in: as many different things as asked for, the same ones each time."""

# ruff: noqa: E501 (lists of words)
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from core.searchable import SearchFacts

TODAY = date(2026, 11, 25)
ACTIONS = (
    "Khởi công", "Khánh thành", "Kiểm tra tiến độ", "Công bố kế hoạch", "Lấy ý kiến về", "Tập huấn", "Hội nghị sơ kết",
    "Đẩy mạnh", "Giám sát", "Tổng kết đợt", "Tháo gỡ khó khăn cho", "Phê duyệt chủ trương",
)  # fmt: skip
TOPICS = (
    "xây dựng cầu treo", "nâng cấp đường liên xã", "cấp nước sạch nông thôn", "trồng rừng ngập mặn", "tiêm chủng mở rộng",
    "phòng chống sốt xuất huyết", "xóa mù chữ", "phổ cập giáo dục mầm non", "thu gom rác thải", "khám sức khỏe người cao tuổi",
    "cải cách thủ tục hành chính", "chuyển đổi số cấp xã", "giải phóng mặt bằng", "đấu giá quyền sử dụng đất",
    "hỗ trợ hộ nghèo", "vay vốn chính sách", "phòng cháy chữa cháy rừng", "nuôi tôm công nghệ cao", "trồng cây dược liệu",
    "xuất khẩu trái cây", "du lịch cộng đồng", "bảo tồn làng nghề", "lễ hội đua ghe", "thi đấu bóng chuyền",
    "đào tạo nghề cho lao động", "giải quyết việc làm", "bảo hiểm y tế hộ gia đình", "cấp căn cước công dân",
    "đăng ký khai sinh trực tuyến", "quản lý khoáng sản", "kè chống sạt lở", "nạo vét kênh mương", "điện mặt trời mái nhà",
    "phát triển cụm công nghiệp", "kết nối cung cầu hàng hóa", "kiểm soát dịch tả lợn", "an toàn thực phẩm bếp ăn",
    "trật tự đô thị", "chỉnh trang vỉa hè", "lắp đặt camera an ninh", "tuyển quân", "hòa giải cơ sở", "tiếp công dân định kỳ",
    "kiểm kê đất đai", "quy hoạch chung đô thị", "nhà ở xã hội", "sửa chữa trường học", "thư viện lưu động",
    "phát thanh thông minh", "truy xuất nguồn gốc nông sản",
)  # fmt: skip
FIRST = (
    "Bến",
    "Sông",
    "Đồng",
    "Gò",
    "Rạch",
    "Hòn",
    "Suối",
    "Đầm",
    "Thuỷ",
    "Quý",
    "Mỹ",
    "Hoà",
    "Phú",
    "Tân",
    "Vĩnh",
    "Đức",
)
SECOND = (
    "Đá",
    "Mây",
    "Xoài",
    "Nghệ",
    "Tre",
    "Sen",
    "Dừa",
    "Lộc",
    "Khê",
    "Yên",
    "Trạch",
    "Điền",
    "Phước",
    "Thạnh",
    "Ngạn",
)
PLACES = [f"{kind} {a} {b}" for kind, a, b in product(("xã", "phường"), FIRST, SECOND)]
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Kiều")
MIDDLES = ("Văn", "Thị", "Đức", "Thanh", "Minh", "Hoài", "Quốc", "Ngọc", "Diệu", "Khánh", "Bảo", "Mỹ")
GIVEN = (
    "Hoà",
    "Thuý",
    "Ánh",
    "Kỳ",
    "Lượng",
    "Nghĩa",
    "Phượng",
    "Quyên",
    "Tuấn",
    "Vỹ",
    "Yến",
    "Đạt",
    "Giang",
    "Sơn",
    "Thuỷ",
)
NAMES = [f"{a} {b} {c}" for a, b, c in product(FAMILIES, MIDDLES, GIVEN)]
TYPES = (("Nghị quyết", "NQ-HĐND"), ("Quyết định", "QĐ-UBND"), ("Chỉ thị", "CT-UBND"), ("Kế hoạch", "KH-UBND"))
OFFICES = (
    "Sở Xây dựng", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp", "Sở Công Thương",
    "Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch", "Thanh tra tỉnh",
    "Văn phòng Ủy ban nhân dân tỉnh",
)  # fmt: skip
SENTENCES = (
    "Theo {office}, đến nay đã có {n} hộ tham gia, đạt {p}% so với kế hoạch năm.",
    "Ông {name}, đại diện {place}, cho biết bà con đồng tình và mong sớm hoàn thành.",
    "Tổng kinh phí dự kiến là {n} triệu đồng, trong đó ngân sách tỉnh bố trí {p}%.",
    "Các đơn vị cần rà soát, bổ sung hồ sơ và báo cáo trước ngày {d}/{m}.",
    "Bà {name} đề nghị {office} phối hợp với {place} hướng dẫn người dân thực hiện.",
    "Trong quý tới, việc {topic} sẽ được mở rộng sang {place}.",
    "Đoàn công tác đã đến thăm, động viên {n} gia đình có hoàn cảnh khó khăn.",
    "Ủy ban nhân dân tỉnh giao {office} chủ trì, theo dõi và đôn đốc.",
    "Người dân có thể gửi ý kiến qua bộ phận một cửa hoặc đường dây nóng của {office}.",
    "Kết quả bước đầu cho thấy {topic} góp phần nâng cao đời sống người dân.",
    "Hội nghị thống nhất {n} nhiệm vụ trọng tâm và phân công rõ người, rõ việc, rõ thời gian.",
    "Thời tiết thất thường khiến tiến độ chậm khoảng {d} ngày so với dự kiến.",
    "Mô hình được nhân rộng từ kinh nghiệm của {place} trong năm {y}.",
    "Căn cứ Nghị quyết số {n}/{y}/NQ-HĐND, các địa phương xây dựng phương án cụ thể.",
    "Chủ tịch Ủy ban nhân dân {place} yêu cầu không để phát sinh thêm giấy tờ ngoài quy định.",
    "Nhiều ý kiến cho rằng cần ưu tiên vùng sâu, vùng xa và đồng bào dân tộc thiểu số.",
    "Sáng ngày {d}/{m}/{y}, tại hội trường {place} đã diễn ra buổi làm việc với {office}.",
    "Lực lượng thanh niên tình nguyện hỗ trợ {n} lượt người sử dụng dịch vụ công trực tuyến.",
)  # fmt: skip


def _titles() -> list[tuple[str, str, str]]:
    triples = list(product(ACTIONS, TOPICS, PLACES))
    random.Random(5).shuffle(triples)
    return triples


def things() -> Iterator[tuple[str, SearchFacts]]:
    """Return ``(key, facts)`` without end: offices and people, then news, documents and files, 7 : 2 : 1."""
    rng = random.Random(42)
    for number, office in enumerate(OFFICES):
        lead = f"{office} tham mưu cho Ủy ban nhân dân tỉnh."
        yield f"office:{number}", SearchFacts("organisation", office, lead=lead, keys=(f"{office} tỉnh",))
    for number in range(60):
        name = NAMES[number * 41 % len(NAMES)]
        yield f"person:{number}", SearchFacts("person", name, lead=f"Phó Giám đốc {rng.choice(OFFICES)}")
    for number, (action, topic, place) in enumerate(_titles()):
        day = TODAY - timedelta(days=rng.randrange(3650))
        body = _body(rng, topic, rng.randrange(8, 26))
        kind = number % 10
        if kind < 7:
            title = f"{action} {topic} tại {place}"
            lead = f"{rng.choice(OFFICES)} vừa có buổi làm việc về {topic}."
            yield f"news:{number}", SearchFacts("news", title, lead=lead, body=body, day=day)
        elif kind < 9:
            name, code = TYPES[number % len(TYPES)]
            sign = f"{number % 997 + 1:02}/{day.year}/{code}" if code.startswith("NQ") else f"{number}/{code}"
            title = f"{name} {sign} về {topic} trên địa bàn {place}"
            yield f"document:{number}", SearchFacts("document", title, body=body, keys=(sign,), day=day)
        else:
            lead = f"{action} {topic} tại {place}"
            text = f"{body} Biểu mẫu số {number} kèm theo phương án {topic} của {place}. {_body(rng, topic, 10)}"
            yield f"file:{number}", SearchFacts("file", f"Phụ lục {number}", lead=lead, body=text, day=day)


def _body(rng: random.Random, topic: str, sentences: int) -> str:
    return " ".join(
        rng.choice(SENTENCES).format(
            office=rng.choice(OFFICES),
            place=rng.choice(PLACES),
            name=rng.choice(NAMES),
            topic=topic if rng.random() < 0.4 else rng.choice(TOPICS),
            n=rng.randrange(2, 900),
            p=rng.randrange(20, 100),
            d=rng.randrange(1, 29),
            m=rng.randrange(1, 13),
            y=rng.randrange(2016, 2027),
        )
        for _ in range(sentences)
    )
