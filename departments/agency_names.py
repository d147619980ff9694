"""Names of agencies that every Vietnamese province has, or had; data for the recogniser.

The list of departments follows the decrees on provincial departments in force since 2014, former names included:
old texts name them.
"""

_DEPARTMENTS = (
    *("Nội vụ", "Tư pháp", "Tài chính", "Công Thương", "Xây dựng", "Y tế", "Ngoại vụ", "Du lịch"),
    *("Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn", "Tài nguyên và Môi trường"),
    *("Khoa học và Công nghệ", "Thông tin và Truyền thông", "Kế hoạch và Đầu tư", "Giáo dục và Đào tạo"),
    *("Văn hóa, Thể thao và Du lịch", "Văn hóa và Thể thao", "Văn hóa, Thông tin và Du lịch"),
    *("Giao thông vận tải", "Lao động, Thương binh và Xã hội", "Dân tộc và Tôn giáo", "Quy hoạch và Kiến trúc"),
    *("Giao thông công chính", "An toàn thực phẩm"),
)
_PROVINCIAL = (
    *("Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng Ủy ban nhân dân thành phố"),
    *("Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "Văn phòng Hội đồng nhân dân tỉnh"),
    *("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân thành phố", "Hội đồng nhân dân tỉnh", "Tỉnh ủy", "Thành ủy"),
    *(
        "Ủy ban Kiểm tra Tỉnh ủy",
        "Ban Nội chính Tỉnh ủy",
        "Đảng ủy Ủy ban nhân dân tỉnh",
        "Đảng ủy các cơ quan Đảng tỉnh",
    ),
    *("Văn phòng Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban Tổ chức Tỉnh ủy"),
    *("Công an tỉnh", "Thanh tra tỉnh", "Cục Thuế tỉnh", "Thuế tỉnh", "Cục Thống kê", "Thống kê tỉnh"),
    *("Bộ Chỉ huy Quân sự tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Bảo hiểm xã hội tỉnh", "Kho bạc Nhà nước"),
    *("Bộ đội Biên phòng tỉnh", "Ban Chỉ huy Bộ đội Biên phòng tỉnh"),
    *("Báo và Phát thanh, Truyền hình tỉnh", "Báo và Phát thanh, Truyền hình"),
    *("Ban Dân tộc", "Ban Quản lý Khu kinh tế tỉnh", "Ban Quản lý Khu kinh tế", "Ban Quản lý các khu công nghiệp"),
    *("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh", "Đài Phát thanh và Truyền hình tỉnh"),
    *(
        "Đài Phát thanh và Truyền hình",
        "Báo và Đài Phát thanh, Truyền hình tỉnh",
        "Điện lực tỉnh",
        "Công ty Điện lực",
    ),
    *("Công ty Điện lực", "Trung tâm Phục vụ hành chính công tỉnh", "Trung tâm Công nghệ thông tin và Truyền thông"),
    *("Ban Quản lý dự án đầu tư xây dựng tỉnh", "Ngân hàng Nhà nước", "Ngân hàng Chính sách xã hội"),
    *("Liên đoàn Lao động tỉnh", "Hội Nông dân tỉnh", "Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh", "Bưu điện tỉnh"),
)
# Of communes, wards and special zones since July 2025; some are theirs only if the text says so.
_COMMUNAL = (
    *("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    *("Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công"),
)
_COMMUNAL_BY_KIND = (
    *(*_COMMUNAL, "Ban Chỉ huy Quân sự", "Công an", "Trạm Y tế", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Hội Nông dân"),
    *("Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Đoàn Thanh niên", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
)
_COMMUNES = ("xã", "phường", "đặc khu")
_CENTRAL = (
    *("Chính phủ", "Thủ tướng Chính phủ", "Văn phòng Chính phủ", "Bộ Tài chính", "Bộ Nội vụ", "Bộ Y tế"),
    *("Bộ Khoa học và Công nghệ", "Bộ Thông tin và Truyền thông", "Bộ Kế hoạch và Đầu tư", "Bộ Xây dựng"),
    *("Bộ Giáo dục và Đào tạo", "Bộ Nông nghiệp và Môi trường", "Bộ Công an", "Bộ Công Thương", "Bộ Quốc phòng"),
    *("Bộ Tư pháp", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Giao thông vận tải", "Bộ Tài nguyên và Môi trường"),
)

KNOWN: tuple[str, ...] = (
    *(f"Sở {name}" for name in _DEPARTMENTS),
    *_PROVINCIAL,
    *_COMMUNAL,
    *(f"{name} {kind}" for name in _COMMUNAL_BY_KIND for kind in _COMMUNES),
    *_CENTRAL,
)

# Those that a province reports to or is: asking one of them for something is no task.
SUPERIOR: tuple[str, ...] = (
    *("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân thành phố", "Hội đồng nhân dân tỉnh", "Tỉnh ủy", "Thành ủy"),
    *_CENTRAL,
)

# Who is charged without a name, and without "các".
NAMELESS = (
    *("chủ đầu tư", "nhà thầu", "đơn vị thi công", "đơn vị tư vấn", "cơ quan chức năng", "lực lượng chức năng"),
    *("trưởng thôn", "trưởng ấp", "trưởng bản", "trưởng khu phố", "trưởng các thôn", "trưởng các ấp", "ngành điện"),
    *(
        "trưởng các bản",
        "trưởng các khu phố",
        "trưởng khu vực",
        "trưởng các khu vực",
        "ngành y tế",
        "ngành giáo dục",
        "ngành nông nghiệp",
        "ngành thuế",
    ),
    *("UBND cấp xã", "Ủy ban nhân dân cấp xã", "chính quyền cấp xã", "công an cấp xã"),
    *("cấp ủy, tổ chức đảng các cấp", "cấp ủy, chính quyền các cấp", "cấp ủy các cấp", "chính quyền các cấp"),
    *("cấp ủy, chính quyền địa phương", "chính quyền địa phương", "chính quyền các địa phương"),
)

# Kinds of units that texts name all at once, after "các".
KINDS = (
    "cơ quan báo chí",
    *("sở", "ban", "ngành", "đơn vị", "cơ quan", "địa phương", "huyện", "thị xã", "thành phố", "xã", "phường"),
    *("đặc khu", "thị trấn", "quận", "tổ chức", "đoàn thể", "hội", "nhà thầu", "chủ đầu tư", "doanh nghiệp nhà nước"),
    *("doanh nghiệp viễn thông", "doanh nghiệp", "tổ chức tín dụng"),
    *("phòng", "trường học", "bệnh viện", "ban quản lý dự án", "lực lượng chức năng", "bộ phận", "phòng ban"),
    *("cơ sở y tế", "cơ sở giáo dục", "trường", "thành viên ban chỉ đạo", "lực lượng", "trung tâm y tế"),
    *("trung tâm", "chi cục", "hội, đoàn thể", "công ty thủy nông", "công ty", "hợp tác xã", "chủ rừng"),
    *("cấp ủy đảng", "cấp ủy", "cấp chính quyền", "cấp"),
)
