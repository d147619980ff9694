"""Who may do what, cell by cell: the table that ``test_permission_matrix`` tries at the doors of the admin.

``python -m tests.editorial.permission_table`` writes it for readers into ``docs/operators/permissions.md``.
"""

from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "operators" / "permissions.md"

# The columns of every row below, left to right; all but the last three have their role in department A.
ROLES = (
    "anonymous",
    "contributor",
    "editor",
    "unit_approver",
    "department_admin",
    "feedback_officer",
    "managing_editor",
    "editor_in_chief",
    "system_admin",
)
ROLE_NAMES = dict(
    zip(
        ROLES,
        (
            "Không đăng nhập",
            "Cộng tác viên",
            "Biên tập viên",
            "Người duyệt",
            "Quản trị đơn vị",
            "Cán bộ tiếp nhận phản ánh",
            "Thư ký biên tập",
            "Tổng biên tập",
            "Quản trị hệ thống",
        ),
        strict=True,
    )
)
# Whose the thing is, seen by the person who tries.
WHOSE = {
    "mine": "của chính mình, ở đơn vị A",
    "own": "của đồng nghiệp ở đơn vị A",
    "other": "của đơn vị B",
}

Rows = dict[str, dict[str, str]]

#              - CT ED AP DA FO ME EC SA
NOBODY = "- -  -  -  -  -  -  -  -"

DRAFTS: Rows = {
    "see": {
        "mine": "- +  +  +  +  -  +  +  -",
        "own": "- -  +  +  +  -  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    "read in the API": {
        "mine": "- +  +  +  +  -  +  +  -",
        "own": "- +  +  +  +  -  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    "choose": {
        "mine": "- +  +  +  +  -  +  +  -",
        "own": "- +  +  +  +  -  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    "edit": {
        "mine": "- +  +  +  +  -  +  +  -",
        "own": "- -  +  +  +  -  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    "submit": {
        "mine": "- +  +  +  +  -  +  +  -",
        "own": "- -  +  +  +  -  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    # A forged button of the editor would publish what the person has just written.
    "publish while editing": {"mine": NOBODY, "own": NOBODY, "other": NOBODY},
    "publish from a list": {
        "mine": NOBODY,
        "own": "- -  -  +  -  -  -  +  -",
        "other": "- -  -  -  -  -  -  +  -",
    },
    "delete": {
        "mine": "- +  +  +  +  -  +  +  -",
        "own": "- -  +  +  +  -  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    "delete from a list": {
        "mine": "- +  +  +  +  -  +  +  -",
        "own": "- -  +  +  +  -  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    "move into the other unit": {
        "mine": "- -  -  -  -  -  +  +  -",
        "own": "- -  -  -  -  -  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    "copy into the other unit": {
        "mine": "- -  -  -  -  -  +  +  -",
        "own": "- -  -  -  -  -  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    "alias in the other unit": {
        "mine": "- -  -  -  -  -  -  +  -",
        "own": "- -  -  -  -  -  -  +  -",
        "other": "- -  -  -  -  -  -  +  -",
    },
}
# One selection can go to one place, where only one kind of page belongs.
ARTICLES: Rows = {
    **DRAFTS,
    "move from a list into the other unit": {
        "mine": "- -  -  -  -  -  +  +  -",
        "own": "- -  -  -  -  -  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
}
PUBLIC_PAGES: Rows = {
    "unpublish": {
        "mine": "- -  -  +  -  -  -  +  -",
        "own": "- -  -  +  -  -  -  +  -",
        "other": "- -  -  -  -  -  -  +  -",
    },
    "unpublish from a list": {
        "mine": "- -  -  +  -  -  -  +  -",
        "own": "- -  -  +  -  -  -  +  -",
        "other": "- -  -  -  -  -  -  +  -",
    },
    # What was public is withdrawn, not deleted.
    "delete": {"mine": NOBODY, "own": NOBODY, "other": NOBODY},
    "delete from a list": {"mine": NOBODY, "own": NOBODY, "other": NOBODY},
    "delete through the API": {"mine": NOBODY, "own": NOBODY, "other": NOBODY},
}
EDITORS_STEP: Rows = {
    "approve": {"own": "- -  +  -  -  -  -  -  -", "other": NOBODY},
    "return": {"own": "- -  +  -  -  -  -  -  -", "other": NOBODY},
}
APPROVERS_STEP: Rows = {
    "approve": {"own": "- -  -  +  -  -  -  -  -", "other": NOBODY},
    "return": {"own": "- -  -  +  -  -  -  -  -", "other": NOBODY},
}
FILES: Rows = {
    "choose": {
        "mine": "- +  +  +  +  +  +  +  -",
        "own": "- +  +  +  +  +  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    "read in the API": {
        "mine": "- +  +  +  +  +  +  +  -",
        "own": "- +  +  +  +  +  +  +  -",
        "other": "- -  -  -  -  -  +  +  -",
    },
    "see": {
        "mine": "- +  +  +  +  -  -  -  -",
        "own": "- -  +  +  +  -  -  -  -",
        "other": NOBODY,
    },
    "edit": {
        "mine": "- +  +  +  +  -  -  -  -",
        "own": "- -  +  +  +  -  -  -  -",
        "other": NOBODY,
    },
    "delete": {
        "mine": "- +  +  +  +  -  -  -  -",
        "own": "- -  +  +  +  -  -  -  -",
        "other": NOBODY,
    },
    "delete from a list": {
        "mine": "- +  +  +  +  -  -  -  -",
        "own": "- -  +  +  +  -  -  -  -",
        "other": NOBODY,
    },
    "move into the other unit": {"mine": NOBODY, "own": NOBODY, "other": NOBODY},
    "move from a list into the other unit": {"mine": NOBODY, "own": NOBODY, "other": NOBODY},
}
RECORDS: Rows = {
    action: {"own": "- -  -  -  +  -  +  +  -", "other": "- -  -  -  -  -  +  +  -"}
    for action in ("find in the list", "see", "edit", "delete", "delete from a list")
}

# Kind of thing → its rows. The kinds of one family have the same rows, and each is tried by itself.
PAGE_KINDS = ("news", "plain", "notice", "document page", "directive", "scheme", "project")
TABLE: dict[str, Rows] = {
    **dict.fromkeys(PAGE_KINDS, DRAFTS),
    "news": ARTICLES,
    **dict.fromkeys((f"public {kind}" for kind in PAGE_KINDS), PUBLIC_PAGES),
    "waiting for the editor": EDITORS_STEP,
    "waiting for the approver": APPROVERS_STEP,
    "image": FILES,
    "file": FILES,
    "person": RECORDS,
    "service point": RECORDS,
}
# What a person has of his own: one kind of each family says it for all.
MINE = ("news", "public news", "image", "file")

FAMILIES = (
    (
        "Bản nháp: tin bài, trang nội dung, thông báo, văn bản, văn bản chỉ đạo, đề án, dự án",
        ARTICLES,
    ),
    ("Trang đang công khai, cùng các loại như trên", PUBLIC_PAGES),
    ("Bài đang chờ bước của biên tập viên đơn vị", EDITORS_STEP),
    ("Bài đang chờ bước của người duyệt đơn vị", APPROVERS_STEP),
    ("Ảnh và tệp trong bộ sưu tập của đơn vị", FILES),
    ("Cán bộ và điểm phục vụ của đơn vị", RECORDS),
)
ACTION_NAMES = {
    "see": "xem",
    "read in the API": "đọc qua API của phần quản trị",
    "choose": "chọn để liên kết hoặc chèn",
    "edit": "sửa",
    "submit": "gửi duyệt",
    "publish while editing": "lệnh “đăng” giả mạo trong trang soạn",
    "publish from a list": "đăng từ danh sách",
    "delete": "xóa",
    "delete from a list": "xóa từ danh sách",
    "delete through the API": "xóa qua API của phần quản trị",
    "move into the other unit": "chuyển sang đơn vị kia",
    "move from a list into the other unit": "chuyển sang đơn vị kia từ danh sách",
    "copy into the other unit": "sao chép sang đơn vị kia",
    "alias in the other unit": "tạo bí danh ở đơn vị kia",
    "unpublish": "ngừng đăng",
    "unpublish from a list": "ngừng đăng từ danh sách",
    "approve": "duyệt",
    "return": "trả lại",
    "find in the list": "thấy trong danh sách",
}
HEAD = """# Ai được làm gì

Bảng này do `python -m tests.editorial.permission_table` ghi ra từ chính bảng mà bộ kiểm thử thử từng ô một, qua các
địa chỉ thật của phần quản trị; sửa bảng trong `tests/editorial/permission_table.py`, không sửa ở đây. ✔ là được, – là
không.

Các vai trò của đơn vị (từ cộng tác viên đến cán bộ tiếp nhận phản ánh) là của **đơn vị A**. Thư ký biên tập, tổng
biên tập là của tỉnh. Quản trị hệ thống có cài đặt và tài khoản, không có trang nào và không đăng được gì.

Bốn mắt: không ai tự đăng phần mình đã viết hoặc gửi, nên hàng “của chính mình” không có dấu ✔ ở “đăng”. Cái gì đã
từng công khai thì không xóa mà [thu hồi](../editors/hen-gio-go-bai.md).
"""


def marks(row: str) -> list[bool]:
    """Return the cells of ``row``, one for each of ``ROLES``."""
    cells = row.split()
    if len(cells) != len(ROLES) or set(cells) - {"+", "-"}:
        raise ValueError(row)
    return [cell == "+" for cell in cells]


def expected(kind: str, action: str, whose: str, role: str) -> bool:
    """Tell whether ``role`` may do ``action`` with a thing of ``kind``."""
    return marks(TABLE[kind][action][whose])[ROLES.index(role)]


def as_markdown() -> str:
    """Return the page for readers."""
    lines = [HEAD]
    for title, rows in FAMILIES:
        lines += [f"## {title}", ""]
        lines.append("| việc | của ai | " + " | ".join(ROLE_NAMES.values()) + " |")
        lines.append("|---|---|" + ":-:|" * len(ROLES))
        for action, cells in rows.items():
            for whose, row in cells.items():
                shown = " | ".join("✔" if mark else "–" for mark in marks(row))
                lines.append(f"| {ACTION_NAMES[action]} | {WHOSE[whose]} | {shown} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(as_markdown(), encoding="utf-8")
