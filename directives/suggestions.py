"""Tasks that a text of instructions seems to set, for a person to confirm. Pure functions.

A sentence suggests a task in one of three ways: somebody assigns it ("giao Sở A …", "yêu cầu các địa phương …"); an
agency is said to be bound to it ("Sở A có trách nhiệm …"); or, right after such a sentence or in a directive itself,
an agency stands first and a verb of duty follows ("Văn phòng UBND tỉnh đẩy mạnh …"). What was assigned in the past,
what somebody below asks of somebody above, and words that only look alike (giao lưu, yêu cầu của người dân) are not
tasks.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date

from departments.agency_names import SUPERIOR
from departments.recognition import Mention, Recogniser
from directives.deadlines import Deadline, find_deadline
from directives.sentences import Clause, clauses


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A task as a text words it; ``sentence`` is ``text[start:end]`` of the text that was read, normalised to NFC."""

    content: str
    lead: Mention
    coordinating: tuple[Mention, ...]
    deadline: Deadline | None
    sentence: str
    start: int
    end: int


def _any(*phrases: str) -> str:
    """Return a pattern for any of ``phrases``, as whole words with any white space between them."""
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))
    return rf"(?<!\w)(?:{words})(?!\w)"


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SUPERIOR = frozenset(Mention(name, 0, 0, name).key for name in SUPERIOR)

# The words before a list that says "sở" once.
_SEVERAL = r"(?:(?:giám\s+đốc\s+)?các\s+sở(?:,\s*(?:ban,\s*)?ngành)?\s*:?\s+)?"
_ROLES = _any(
    *("đồng chí", "các đồng chí", "ông", "bà", "giám đốc", "phó giám đốc", "chánh", "chủ tịch", "thủ trưởng"),
    *("người đứng đầu", "lãnh đạo", "bí thư", "trưởng", "tập thể"),
)
# What a sentence may begin with before it comes to the agency.
_BEGINNING = (
    r"(?:(?:riêng|đối\s+với|riêng\s+đối\s+với|đồng\s+thời|bên\s+cạnh\s+đó|ngoài\s+ra)\s*,?\s+)?"
    rf"(?P<role>(?:{_ROLES}\s+)*){_SEVERAL}"
)
_OPENING = _pattern(_BEGINNING)
# What a leader says before a colon; the agencies follow with their verbs.
_SAYS = _pattern(
    _any("giao", "giao nhiệm vụ", "phân công", "nhấn mạnh", "kết luận", "chỉ rõ", "nêu rõ", "quán triệt", "lưu ý")
    + rf"[^:.;]{{0,60}}:\s*[“\"]?\s*{_BEGINNING}$"
)
# "Sở A - Cơ quan Thường trực Ban Chỉ đạo": another name of the same agency.
_APPOSITION = _pattern(
    r"\s*(?:[-–,]\s*|\(\s*)(?:là\s+)?cơ\s+quan\s+(?:thường\s+trực|chủ\s+trì|đầu\s+mối)"
    r"(?:\s+(?:của\s+)?(?:ban\s+chỉ\s+đạo|tổ\s+công\s+tác|đề\s+án)(?:\s+tỉnh)?)?\s*[,)]?"
)
_VERBS = _any(
    *("giao", "giao cho", "giao nhiệm vụ cho", "giao trách nhiệm cho", "yêu cầu", "đề nghị", "phân công"),
    *("chỉ đạo", "chỉ thị", "lưu ý", "nhắc nhở"),
)
_ASSIGN = _pattern(rf"(?P<verb>{_VERBS})\s*:?\s+(?:(?:đối\s+với|tới|đến)\s+)?(?:{_ROLES}\s+)*{_SEVERAL}$")

# Right before the verb: it was done before, is a noun, or part of another word.
_NOT_NOW = _pattern(
    _any(
        *("đã", "từng", "vừa", "được", "bị", "do", "theo", "chưa", "không", "nếu", "khi", "sau khi", "đáp ứng"),
        *("các", "những", "một số", "với", "có", "là", "về", "nội dung", "và"),
        *("bàn", "chuyển", "ngoại", "tiếp"),
    )
    + "$"
)
_PASSIVE = _pattern(_any("được", "do") + r"\s+(?:[\w&]+[\s,]+){0,12}$")
_PAST = _pattern(_any("trước đó", "trước đây", "thời gian qua", "vừa qua", "đến nay", "năm qua", "hôm qua"))
# Right after the agency: the sentence tells what became of it.
_DONE = _pattern(r"\s*" + _any("đã", "đang", "vừa", "được"))
_FROM_BELOW = _pattern(
    _any(
        *("cử tri", "người dân", "nhân dân", "bà con", "doanh nghiệp", "đại biểu", "hội viên", "hộ dân"),
        *("phụ huynh", "bạn đọc"),
    )
)
_LEADER = _pattern(
    _any(
        *("chủ tịch", "bí thư", "thủ tướng", "bộ trưởng", "trưởng ban", "ông", "bà", "đồng chí", "lãnh đạo"),
        *("thường trực", "ubnd tỉnh"),
    )
)
_BOUND = _pattern(
    r"\s*[,:]?\s*"
    + _any("có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "khẩn trương", "phải", "cần", "chủ trì, phối hợp")
)
_DUTY = _pattern(
    r"\s*[,:]?\s*"
    + _any(
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
        *("định kỳ", "đồng bộ", "đổi mới", "ưu tiên"),
        # fmt: on
    )
)
# "… chủ trì hội nghị" tells who sat at the head of the table.
_IN_THE_CHAIR = _pattern(
    r"(?:đồng\s+)?(?:chủ\s+trì|dự|chủ\s+trì,?\s+phối\s+hợp.{0,80}?tổ\s+chức)\s+(?:\w+\s+)?"
    + _any(
        *("hội nghị", "cuộc họp", "buổi", "lễ", "hội thảo", "tọa đàm", "phiên", "cuộc làm việc"),
        "chương trình giao lưu",
    )
)
_JOIN = _pattern(rf"[\s,;:&]*(?:(?:và|cùng|cùng\s+với|với)[\s,]+)?(?:{_ROLES}\s+)*")
_HELPS = _pattern(r"\s*phối\s+hợp")
_HELP_BEFORE = _pattern(
    r"(?:phối\s+hợp(?:\s+(?:chặt\s+chẽ|đồng\s+bộ))?(?:,?\s+(?:cùng\s+với|cùng|với|giữa))?|cùng(?:\s+với)?"
    r"|có\s+sự\s+tham\s+gia\s+của)\s*$"
)
_HELP_AFTER = _pattern(
    r"\s*,?\s*(?:cùng\s+)?" + _any("phối hợp", "thẩm định", "hỗ trợ", "cho ý kiến", "tham gia", "góp ý")
)
_HEADING = _pattern(r"[\s.]*(?:(?:thực\s+hiện|triển\s+khai|tập\s+trung)[^:]{0,80})?:\s*$|\s*$")
_END_MARK = re.compile(r"\./\.?$")
_ENDS = " \t\r\n.,;:…-–"


def suggest_tasks(
    text: str, given_on: date, recogniser: Recogniser | None = None, is_directive: bool = False
) -> list[Suggestion]:
    """Return the tasks that ``text`` seems to set, in order.

    ``given_on`` lends years to deadlines. In a directive (``is_directive``) an agency and a verb of duty are enough;
    in an article they count only right after a sentence that assigns something. Offsets are those of the text in NFC.
    """
    text = unicodedata.normalize("NFC", text)
    reader = _Reader(text, recogniser or Recogniser(), is_directive)
    for clause in clauses(text):
        reader.read(clause)
    return [task.suggestion(text, given_on) for task in reader.tasks if task.content(text)]


@dataclass
class _Task:
    leads: list[Mention]
    start: int
    content_start: int
    end: int
    mentions: list[Mention] = field(default_factory=list)

    def content(self, text: str) -> str:
        words = _END_MARK.sub("", " ".join(text[self.content_start : self.end].split())).strip(_ENDS)
        return words[:1].upper() + words[1:]

    def suggestion(self, text: str, given_on: date) -> Suggestion:
        sentence = text[self.start : self.end]
        lead = self.leads[0]
        helpers = [*self.leads[1:], *_coordinating(text, self)]
        others = {m.key: m for m in reversed(helpers) if m.key not in _SUPERIOR and m.key != lead.key}
        unique = sorted(others.values(), key=lambda m: m.start)
        return Suggestion(
            content=self.content(text),
            lead=lead,
            coordinating=tuple(unique),
            deadline=find_deadline(sentence, given_on),
            sentence=sentence,
            start=self.start,
            end=self.end,
        )


class _Reader:
    """Goes through the clauses of a text and remembers who was charged last."""

    def __init__(self, text: str, recogniser: Recogniser, is_directive: bool) -> None:
        self.text = text
        self.mentions = recogniser.find(text)
        self.is_directive = is_directive
        self.tasks: list[_Task] = []
        # The sentence of the last task, and the agencies of a heading whose bullets are being read.
        self.last_sentence = -9
        self.last_line = -9
        self.heading: list[Mention] = []
        self.heading_sentence = -9

    def read(self, clause: Clause) -> None:
        """Add the task of a clause, or add the clause to the task before it."""
        mentions = [m for m in self.mentions if clause.start <= m.start and m.end <= clause.end]
        task = self._assigned(clause, mentions) or self._bound(clause, mentions)
        if task:
            if self.heading and clause.sentence == self.heading_sentence:
                # "Yêu cầu các sở; các xã …": both are charged with what follows.
                task.leads = [*self.heading, *task.leads]
            task.mentions = mentions
            other = self._charged_next(task)
            if other:
                task.end, task.mentions = other.start, [m for m in mentions if m.start < other.start]
            self._keep(clause, task)
            if other:
                self.read(replace(clause, start=other.start, is_bullet=False))
        elif clause.sentence == self.last_sentence and self.tasks:
            self.tasks[-1].end = clause.end
            self.tasks[-1].mentions += mentions
        elif self.heading and clause.is_bullet:
            self._keep(clause, _Task(self.heading, clause.start, clause.start, clause.end, mentions), self.heading)
        elif self.heading and clause.line != self.last_line + 1 and clause.line != self.last_line:
            self.heading = []

    def _keep(self, clause: Clause, task: _Task, heading: list[Mention] | None = None) -> None:
        self.last_line = clause.line
        rest = self.text[task.content_start : clause.end]
        if heading is None:
            self.heading = task.leads if _HEADING.fullmatch(rest.rstrip(" ;")) else []
            self.heading_sentence = clause.sentence
            if self.heading:
                self.last_sentence = -9
                return
        self.last_sentence = clause.sentence
        self.tasks.append(task)

    def _assigned(self, clause: Clause, mentions: list[Mention]) -> _Task | None:
        for number, mention in enumerate(mentions):
            before = self.text[clause.start : mention.start]
            verb = _ASSIGN.search(before)
            if not verb:
                continue
            subject = before[: verb.start()]
            if self._is_duty(clause, mentions[0], verb):
                return None
            if not self._may_assign(subject, verb["verb"].lower(), mention):
                return None
            leads = self._run(mentions[number:])
            if _DONE.match(self.text, leads[-1].end):
                return None
            return self._task(clause, leads)
        return None

    def _task(self, clause: Clause, leads: list[Mention]) -> _Task:
        named_again = _APPOSITION.match(self.text, leads[-1].end, clause.end)
        return _Task(leads, clause.start, named_again.end() if named_again else leads[-1].end, clause.end)

    def _charged_next(self, task: _Task) -> Mention | None:
        """Return who is charged after a comma with something else: "giao Sở A làm việc này, Sở B làm việc kia"."""
        later = [m for m in task.mentions if m.start >= task.content_start]
        while later:
            run = self._run(later)
            later = later[len(run) :]
            before, after = self.text[task.content_start : run[0].start], self.text[run[-1].end : task.end]
            if (
                before.rstrip().endswith(",")
                and before.strip(" ,")
                and run[0].key not in _SUPERIOR
                and _DUTY.match(after)
                and not _HELP_AFTER.match(after)
            ):
                return run[0]
        return None

    def _is_duty(self, clause: Clause, first: Mention, verb: re.Match[str]) -> bool:
        """Tell whether ``verb`` is the duty of the agency that the clause begins with ("Sở A: chỉ đạo …")."""
        opens = _OPENING.fullmatch(self.text[clause.start : first.start])
        between = self.text[first.end : clause.start + verb.start()].strip()
        says = between.startswith(":") or (not between and verb["verb"].lower() == "chỉ đạo")
        return bool(opens) and first.key not in _SUPERIOR and says

    def _may_assign(self, subject: str, verb: str, charged: Mention) -> bool:
        trimmed = subject.rstrip()
        if _NOT_NOW.search(trimmed) or _PASSIVE.search(subject) or _PAST.search(subject):
            return False
        if _FROM_BELOW.search(subject) and not _LEADER.search(subject):
            return False
        return verb.startswith(("giao", "phân")) or charged.key not in _SUPERIOR

    def _bound(self, clause: Clause, mentions: list[Mention]) -> _Task | None:
        said = self._said(clause, mentions)
        mentions = mentions[said or 0 :]
        opening = mentions and _OPENING.fullmatch(self.text[clause.start : mentions[0].start])
        if said is None and not opening:
            return None
        leads = self._run(mentions)
        after = self.text[leads[-1].end : clause.end]
        if leads[0].key in _SUPERIOR or _IN_THE_CHAIR.match(after.lstrip(" ,:")):
            return None
        # Somebody's post and a verb only tell what a person did.
        is_agency = said is not None or not opening or not opening["role"]
        follows = said is not None or self.is_directive or (is_agency and clause.sentence - self.last_sentence <= 1)
        # "giao Sở A …; Sở B …": the verb stands before the first and holds for all.
        shares_verb = clause.sentence in {self.last_sentence, self.heading_sentence} and not _DONE.match(after)
        if (
            shares_verb
            or _BOUND.match(after)
            or (follows and (_DUTY.match(after) or _HEADING.fullmatch(after)))
            or (clause.is_bullet and after.lstrip().startswith(":"))
        ):
            return self._task(clause, leads)
        return None

    def _said(self, clause: Clause, mentions: list[Mention]) -> int | None:
        """Return the place of the first agency after what a leader says and a colon, ``None`` if there is none."""
        for number, mention in enumerate(mentions):
            says = _SAYS.search(self.text[clause.start : mention.start])
            if says and self._may_assign(self.text[clause.start : clause.start + says.start()], "giao", mention):
                return number
        return None

    def _run(self, mentions: list[Mention]) -> list[Mention]:
        """Return the first agency and those joined to it by commas and "và"."""
        run = mentions[:1]
        for mention in mentions[1:]:
            between = self.text[run[-1].end : mention.start]
            if not _JOIN.fullmatch(between):
                break
            # "Giao Sở A, Sở B phối hợp …": the second helps, it is not charged.
            if _HELPS.match(self.text, mention.end):
                break
            run.append(mention)
        return run


def _coordinating(text: str, task: _Task) -> list[Mention]:
    """Return the agencies that a task's words call to help: "phối hợp với …", "gửi … thẩm định", "… phối hợp"."""
    others = [m for m in task.mentions if m.start >= task.content_start]
    found: list[Mention] = []
    number = 0
    while number < len(others):
        run = [others[number]]
        while number + 1 < len(others) and _JOIN.fullmatch(text[run[-1].end : others[number + 1].start]):
            number += 1
            run.append(others[number])
        number += 1
        before, after = text[task.content_start : run[0].start], text[run[-1].end : task.end]
        if _HELP_BEFORE.search(before) or _HELP_AFTER.match(after):
            found += run
    return found
