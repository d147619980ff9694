"""The words by which a text of instructions is read: who assigns, who is charged, what only looks alike.

Patterns without a rule of their own; what they mean together is decided in ``suggestions``.
"""

import re

from core.text import CAPITALS


def any_of(*phrases: str) -> str:
    """Return a pattern for any of ``phrases``, as whole words with any white space between them."""
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))
    return rf"(?<!\w)(?:{words})(?!\w)"


def pattern(words: str) -> re.Pattern[str]:
    """Compile ``words``, in whatever case a text has them."""
    return re.compile(words, re.IGNORECASE)


# The words before a list that says "sở" once.
SEVERAL = r"(?:(?:(?:giám\s+đốc|lãnh\s+đạo)\s+)?các\s+sở(?:,\s*(?:ban,\s*)?ngành)?\s*:?\s+)?"
ROLES = any_of(
    *("đồng chí", "các đồng chí", "ông", "bà", "giám đốc", "phó giám đốc", "chánh", "chủ tịch", "thủ trưởng"),
    *("hiệu trưởng", "chi cục trưởng", "cục trưởng", "chỉ huy trưởng", "viện trưởng"),
    *("người đứng đầu", "lãnh đạo", "bí thư", "trưởng", "tập thể"),
)
# When something is to be done; it looks ahead, so that "trong năm 2025, Sở A …" remains a report.
_TIME = (
    any_of(
        *("trong thời gian tới", "thời gian tới", "trước mắt", "về lâu dài", "từ nay đến", "định kỳ", "chậm nhất"),
        *("trước ngày", "hằng ngày", "hằng tuần", "hằng tháng", "hằng quý", "hằng năm", "ngay sau hội nghị"),
    )
    + r"[^,;:.]{0,50}?\s*,\s+"
)
# What a sentence may begin with before it comes to the agency.
BEGINNING = (
    rf"(?:{_TIME})?"
    r"(?:(?:riêng|đối\s+với|riêng\s+đối\s+với|đồng\s+thời|bên\s+cạnh\s+đó|ngoài\s+ra)\s*,?\s+)?"
    rf"(?P<role>(?:{ROLES}\s+)*){SEVERAL}"
)
OPENING = pattern(BEGINNING)
# What a leader says before a colon; the agencies follow with their verbs.
SAYS = pattern(
    any_of("giao", "giao nhiệm vụ", "phân công", "nhấn mạnh", "kết luận", "chỉ rõ", "nêu rõ", "quán triệt", "lưu ý")
    + rf"[^:.;]{{0,60}}:\s*[“\"]?\s*{BEGINNING}$"
)
# "Sở A - Cơ quan Thường trực Ban Chỉ đạo": another name of the same agency.
APPOSITION = pattern(
    r"\s*(?:[-–,]\s*|\(\s*)(?:là\s+)?cơ\s+quan\s+(?:thường\s+trực|chủ\s+trì|đầu\s+mối)"
    r"(?:\s+(?:của\s+)?(?:ban\s+chỉ\s+đạo|tổ\s+công\s+tác|đề\s+án)(?:\s+tỉnh)?)?\s*[,)]?"
)
# "Sở A (cơ quan thường trực): …", "Sở A, theo nhiệm vụ được giao, …": what stands between an agency and its verb.
ASIDE = pattern(r"\s*(?:\([^()]{1,80}\)|,\s*(?:theo|căn\s+cứ|trên\s+cơ\s+sở)\s[^;:.]{2,60}?,(?=\s))")
VERBS = any_of(
    *("giao", "giao cho", "giao nhiệm vụ cho", "giao trách nhiệm cho", "yêu cầu", "đề nghị", "phân công"),
    *("chỉ đạo", "chỉ thị", "lưu ý", "nhắc nhở"),
)
ASSIGN = pattern(rf"(?P<verb>{VERBS})\s*:?\s+(?:{_TIME})?(?:(?:đối\s+với|tới|đến)\s+)?(?:{ROLES}\s+)*{SEVERAL}$")

# "… đề nghị xã A rà soát; kiến nghị Sở B …": after a task of the same sentence it is the speaker who asks.
ASSIGN_TOO = pattern(r"(?:và\s+)?(?P<verb>kiến\s+nghị)\s+")
CONCERNING = pattern(r"(?:riêng\s+)?đối\s+với\s+")
ASKS = pattern(
    r"\s*,\s*(?P<subject>[^,;:]{0,60}?)"
    + rf"(?P<verb>{any_of('giao', 'yêu cầu', 'đề nghị', 'lưu ý', 'chỉ đạo')})\s+(?:(?:cần|phải)\s+)?"
)

# Right before the verb: it was done before, is a noun, or part of another word.
NOT_NOW = pattern(
    any_of(
        *("đã", "từng", "vừa", "được", "bị", "do", "theo", "chưa", "không", "nếu", "khi", "sau khi", "đáp ứng"),
        *("các", "những", "một số", "với", "có", "là", "về", "nội dung", "và", "sẽ"),
        *("bàn", "chuyển", "ngoại", "tiếp"),
    )
    + "$"
)
# "nhiệm vụ Tỉnh ủy giao Sở A" is a noun with what is said of it.
GIVEN = pattern(
    any_of("nhiệm vụ", "yêu cầu", "chỉ tiêu", "công việc") + r"\s+(?:của|do|mà|được|trong)?\s*[^,;:.]{2,40}$"
)
PASSIVE = pattern(any_of("được", "do") + r"\s+(?:[\w&]+[\s,]+){0,12}$")
PAST = pattern(
    any_of("trước đó", "trước đây", "thời gian qua", "vừa qua", "đến nay", "năm qua", "hôm qua")
    + r"|(?<!\w)năm\s+\d{4}(?!\w)[^;:]*\sđã(?!\w)"
)
# Who may charge the provincial committee itself.
HIGHER = pattern(
    any_of("hđnd", "hội đồng nhân dân", "bí thư tỉnh ủy", "ban thường vụ", "thường trực tỉnh ủy", "thủ tướng")
)
# Right after the agency: the sentence tells what became of it.
DONE = pattern(r"\s*" + any_of("đã", "đang", "vừa", "được"))
# Right after the agency: what it is or has, not what it is to do.
STATE = pattern(
    r"\s*"
    + any_of(
        *("và", "của", "cho biết", "hiện", "chưa", "còn", "đạt", "gồm", "có", "với", "trên địa bàn", "trực thuộc"),
        *(
            "mới",
            "chậm",
            "thiếu",
            "trân trọng",
            "đề nghị",
            "kiến nghị",
            "kính mời",
            "xin",
            "sẽ",
            "nêu",
            "cho rằng",
            "khẳng định",
        ),
        *("là thành viên", "là đơn vị", "nhận định", "phản ánh"),
    )
)
FROM_BELOW = pattern(
    any_of(
        *("cử tri", "người dân", "nhân dân", "bà con", "doanh nghiệp", "đại biểu", "hội viên", "hộ dân"),
        *("phụ huynh", "bạn đọc", "công dân", "hỏi", "các hộ", "nhiều hộ", "hộ gia đình"),
    )
)
LEADER = pattern(
    any_of(
        *("chủ tịch", "bí thư", "thủ tướng", "bộ trưởng", "trưởng ban", "ông", "bà", "đồng chí", "lãnh đạo"),
        *("thường trực", "ubnd tỉnh"),
    )
)
BOUND = pattern(
    r"\s*[,:]?\s*"
    + any_of("có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "khẩn trương", "phải", "cần", "chủ trì, phối hợp")
    + r"(?!\s+(?:thêm|được|nhiều)(?!\w))"
)
DUTY = pattern(
    r"\s*[,:]?\s*"
    + any_of(
        # fmt: off
        *("ban hành", "bàn giao", "bám sát", "báo cáo", "bảo đảm", "bố trí", "chia sẻ", "chuẩn bị"),
        *("chấn chỉnh", "chỉ đạo", "chủ trì", "chủ động", "cung cấp", "cân đối", "công bố", "công khai"),
        *("căn cứ", "cập nhật", "củng cố", "duy trì", "giám sát", "giải quyết", "hoàn thiện", "hoàn thành"),
        *("huy động", "hướng dẫn", "hằng năm", "hằng quý", "hằng tháng", "hỗ trợ", "khai thác", "khảo sát"),
        *("khắc phục", "kiểm tra", "kiện toàn", "kết nối", "kịp thời", "làm sạch", "lập", "lắp đặt"),
        *("lồng ghép", "lựa chọn", "mở rộng", "nghiêm túc", "nghiên cứu", "nhân rộng", "niêm yết", "nâng cao"),
        *("nâng cấp", "phát huy", "phát động", "phân bổ", "phân công", "phê duyệt", "phối hợp", "phổ biến"),
        *("quan tâm", "quyết liệt", "quán triệt", "quản lý", "rà soát", "soạn thảo", "sắp xếp", "số hóa"),
        *("sớm", "tham gia", "tham mưu", "thanh tra", "theo dõi", "thu thập", "thành lập", "thông báo"),
        *("thúc đẩy", "thường xuyên", "thẩm định", "thực hiện", "tiếp thu", "tiếp tục", "triển khai"),
        *("truyền thông", "trình", "tuyên truyền", "tích cực", "tích hợp", "tăng cường", "tạo lập"),
        *("tạo điều kiện", "tập huấn", "tập trung", "tổ chức", "tổng hợp", "vận hành", "vận động", "xác định"),
        *("xây dựng", "xử lý", "đào tạo", "đánh giá", "đôn đốc", "đảm bảo", "đầu tư", "đẩy mạnh", "đề xuất"),
        *("định kỳ", "đồng bộ", "đổi mới", "ưu tiên", "bổ sung", "cắt giảm", "chấm dứt", "chỉnh trang", "cảnh báo"),
        *("đẩy nhanh", "đấu tranh", "điều chỉnh", "đăng tải", "gửi", "hoàn chỉnh", "hoàn tất", "khơi thông"),
        *("khuyến khích", "nắm chắc", "nắm tình hình", "ngăn chặn", "nhắc nhở", "phòng ngừa", "quảng bá", "rút ngắn"),
        *("tháo gỡ", "thống kê", "thu hồi", "thu hút", "tiến hành", "tiết kiệm", "trả lời", "tăng thời lượng"),
        *("bảo vệ", "chi trả", "chăm lo", "cụ thể hóa", "di dời", "dứt điểm", "giải ngân", "giữ gìn", "giữ vững"),
        *("gia cố", "khoanh vùng", "kiên quyết", "kiểm kê", "kiểm soát", "kiểm đếm", "làm rõ", "lãnh đạo"),
        *("lấy ý kiến", "nạo vét", "phân loại", "phân luồng", "phân tích", "phát hành", "phát sóng", "quyết toán"),
        *("ra quân", "rút kinh nghiệm", "sơ tán", "sửa chữa", "sửa đổi", "thẩm tra", "tiếp nhận", "tạm dừng"),
        *("tranh thủ", "tuyển dụng", "tính toán", "xác minh", "điều động", "điều tiết", "đối chiếu", "đối thoại"),
        *("ứng dụng", "ứng phó", "ứng trực"),
        *("tuần tra", "xem xét", "xúc tiến", "chuyển đổi", "công nhận", "giao ban", "cải thiện", "cải tiến"),
        # fmt: on
    )
)
# "… chủ trì hội nghị" tells who sat at the head of the table.
IN_THE_CHAIR = pattern(
    r"(?:đồng\s+)?(?:chủ\s+trì|dự|chủ\s+trì,?\s+phối\s+hợp.{0,80}?tổ\s+chức)\s+(?:\w+\s+)?"
    + any_of(
        *("hội nghị", "cuộc họp", "buổi", "lễ", "hội thảo", "tọa đàm", "phiên", "cuộc làm việc"),
        "chương trình giao lưu",
    )
)
JOIN = pattern(rf"[\s,;:&]*(?:(?:và|cùng|cùng\s+với|với)[\s,]+)?(?:{ROLES}\s+)*")
HELPS = pattern(r"\s*phối\s+hợp")
HELP_BEFORE = pattern(
    r"(?:phối\s+hợp(?:\s+(?:chặt\s+chẽ|đồng\s+bộ))?(?:,?\s+(?:cùng\s+với|cùng|với|giữa))?|cùng(?:\s+với)?"
    r"|có\s+sự\s+tham\s+gia\s+của)\s*$"
)
HELP_AFTER = pattern(
    r"\s*,?\s*(?:cùng\s+)?" + any_of("phối hợp", "thẩm định", "hỗ trợ", "cho ý kiến", "tham gia", "góp ý")
)
HEADING = pattern(r"[\s.]*(?:[^.;:]{0,40}?(?:thực\s+hiện|triển\s+khai|tập\s+trung)[^:]{0,80})?:\s*$|\s*$")
END_MARK = re.compile(r"\./\.?$")
ENDS = " \t\r\n.,;:…-–"
# A body that no list has, up to its verb: "Công ty TNHH MTV Khai thác công trình thủy lợi vận hành …".
_HEADS = (
    *("Công ty", "Tổng công ty", "Tập đoàn", "Đảng ủy", "Ủy ban", "Ban", "Trung tâm", "Hội", "Hiệp hội", "Đoàn"),
    *("Trường", "Bệnh viện", "Chi cục", "Cục", "Chi nhánh", "Ngân hàng", "Liên đoàn", "Liên minh", "Viện", "Quỹ"),
    *("Trạm", "Đội", "Hạt", "Phòng", "Văn phòng", "Viễn thông", "Hợp tác xã", "Tổ công tác", "Nhà máy", "Vườn"),
    *("Cổng", "Báo", "Đài"),
)
_THEN = rf"(?:{DUTY.pattern}|{BOUND.pattern}|\s*là\s+(?:cơ\s+quan|đơn\s+vị|đầu\s+mối)(?!\w))"
_BODY = rf"(?P<body>{any_of(*_HEADS)}(?:\s+[^\s,;:.()]+){{1,12}}?)(?<!công)(?<!chương)(?<!quy)(?=\s+{_THEN}|\s*:)"
ASSIGNED_BODY = re.compile(rf"(?i:{VERBS}\s*:?\s+(?:{ROLES}\s+)*){_BODY}")
JOINED_BODY = re.compile(rf"\s*(?:,|,?\s+và)\s+{_BODY}")
LISTED_BODY = re.compile(rf"^\s*(?:\(?\d{{1,2}}[.)]|\(?[a-zđ][.)]|[-–+*•])\s+{_BODY}", re.MULTILINE)
# "Sở A được giao tổng hợp …" after a task: passive, and a duty all the same.
CHARGED = pattern(
    r"(?P<passive>\s*được\s+(?:phân\s+công|giao)(?:\s+nhiệm\s+vụ)?(?:\s+là\s+đầu\s+mối)?)(?=" + DUTY.pattern + ")"
)
TOGETHER = pattern(r"\s*phối\s+hợp\s+(?!với|cùng)(?!thực\s+hiện\s*[.;]?\s*$)\w")
DUTY_ALONE = pattern(r"(?!\s*" + any_of("thực hiện", "căn cứ") + ")" + DUTY.pattern)
# Below it only names stand.
ADDRESS = pattern(
    r"(?:^\s*(?:trân\s+trọng\s+)?(?:kính\s+gửi|nơi\s+nhận)|kính\s+mời"
    r"|(?:chủ\s+tịch|ubnd|[uủ][yỷ]\s+ban)[^.;:]{0,60}\sđiện)\s*:\s*$"
)
# What closes a text and sets no task of its own.
FORMULA = pattern(
    r"(?:"
    r"(?:xin\s+)?(?:trân\s+trọng\s+)?thông\s+báo\s+(?:để|đến|tới).{0,120}?(?:biết|thực\s+hiện)"
    r"|chịu\s+trách\s+nhiệm\s+thi\s+hành\s+\w+(?:\s+\w+)?\s+này"
    r"|(?:phải\s+)?chịu\s+trách\s+nhiệm(?:\s+\w+\s+\w+)?\s+trước\s+.{3,80}?\s+về\s+(?:kết\s+quả|tiến\s+độ|chất\s+lượng|việc)\W.*"
    r")"
)
# The name of a province behind an agency, and who else may have a name there.
NAME = re.compile(rf"(?:[^\S\n]+[{CAPITALS}][^\W\d_]*){{1,3}}(?!\w)")
POST = pattern(rf"{ROLES}\s*$")
