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
from directives import cues
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


_SUPERIOR = frozenset(Mention(name, 0, 0, name).key for name in SUPERIOR)


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
        words = cues.END_MARK.sub("", " ".join(text[self.content_start : self.end].split())).strip(cues.ENDS)
        return words[:1].upper() + words[1:]

    def suggestion(self, text: str, given_on: date) -> Suggestion:
        sentence = text[self.start : self.end]
        lead = self.leads[0]
        helpers = [*self.leads[1:], *_coordinating(text, self)]
        above = frozenset() if lead.key in _SUPERIOR else _SUPERIOR
        others = {m.key: m for m in reversed(helpers) if m.key not in above and m.key != lead.key}
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
        self.mentions = self._with_unlisted(
            [self._with_name(mention) for mention in recogniser.find(text)], is_directive
        )
        self.is_directive = is_directive
        self.tasks: list[_Task] = []
        # The sentence of the last task, and the agencies of a heading whose bullets are being read.
        self.last_sentence = -9
        self.last_line = -9
        self.heading: list[Mention] = []
        self.heading_sentence = -9
        # Whether the lines are those below "Kính gửi:", and the last of them.
        self.in_addressees = False
        self.last_addressee = -9
        # The sentence in which somebody below asks for something.
        self.sentence_from_below = -9

    def read(self, clause: Clause) -> None:
        """Add the task of a clause, or add the clause to the task before it."""
        if self._is_addressee(clause) or self.text[clause.end - 1] == "?":
            return
        mentions = [m for m in self.mentions if clause.start <= m.start and m.end <= clause.end]
        task = self._assigned(clause, mentions) or self._concerning(clause, mentions) or self._bound(clause, mentions)
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
        elif self.heading and (clause.is_bullet or self._is_under_heading(clause)):
            self._keep(clause, _Task(self.heading, clause.start, clause.start, clause.end, mentions), self.heading)
        elif self.heading and clause.line != self.last_line + 1 and clause.line != self.last_line:
            self.heading = []

    def _is_addressee(self, clause: Clause) -> bool:
        """Tell the bullets below "Kính gửi:", which name who reads the text, from headings of duties."""
        if cues.ADDRESS.search(self.text[clause.start : clause.end]):
            self.in_addressees = True
        elif not clause.is_bullet and clause.line != self.last_addressee:
            self.in_addressees = False
        if self.in_addressees:
            self.last_addressee = clause.line
        return self.in_addressees and clause.is_bullet

    def _is_under_heading(self, clause: Clause) -> bool:
        """Tell whether a line without a bullet says the duty of the agency that stands alone on the line before."""
        return (
            self.is_directive
            and clause.line > self.last_line
            and bool(cues.DUTY_ALONE.match(self.text, clause.start))
        )

    def _keep(self, clause: Clause, task: _Task, heading: list[Mention] | None = None) -> None:
        self.last_line = clause.line
        rest = self.text[task.content_start : clause.end]
        if heading is None:
            self.heading = task.leads if cues.HEADING.fullmatch(rest.rstrip(" ;")) else []
            self.heading_sentence = clause.sentence
            if self.heading:
                self.last_sentence = -9
                return
        self.last_sentence = clause.sentence
        if not cues.FORMULA.fullmatch(task.content(self.text)):
            self.tasks.append(task)

    def _assigned(self, clause: Clause, mentions: list[Mention]) -> _Task | None:
        for number, mention in enumerate(mentions):
            before = self.text[clause.start : mention.start]
            verb = cues.ASSIGN.search(before)
            if clause.sentence == self.last_sentence and not number:
                verb = verb or cues.ASSIGN_TOO.fullmatch(before)
            if not verb:
                continue
            subject = before[: verb.start()]
            if self._is_duty(clause, mentions[0], verb) or (self.heading and self._instructs(clause, verb)):
                return None
            if cues.FROM_BELOW.search(subject):
                self.sentence_from_below = clause.sentence
            if clause.sentence == self.sentence_from_below and not cues.LEADER.search(subject):
                return None
            if not self._may_assign(subject, verb["verb"].lower(), mention):
                return None
            leads = self._run(mentions[number:])
            if cues.DONE.match(self.text, leads[-1].end):
                return None
            return self._task(clause, leads)
        return None

    def _concerning(self, clause: Clause, mentions: list[Mention]) -> _Task | None:
        """Read "đối với Sở A, đồng chí yêu cầu …", which names the agency before the verb."""
        if not mentions or not cues.CONCERNING.fullmatch(self.text[clause.start : mentions[0].start]):
            return None
        leads = self._run(mentions)
        verb = cues.ASKS.match(self.text, leads[-1].end, clause.end)
        if not verb or not self._may_assign(verb["subject"], verb["verb"].lower(), leads[0]):
            return None
        return _Task(leads, clause.start, verb.end(), clause.end)

    def _task(self, clause: Clause, leads: list[Mention]) -> _Task:
        named_again = cues.APPOSITION.match(self.text, leads[-1].end, clause.end)
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
                and cues.DUTY.match(after)
                and not cues.HELP_AFTER.match(after)
            ):
                return run[0]
        return None

    def _is_duty(self, clause: Clause, first: Mention, verb: re.Match[str]) -> bool:
        """Tell whether ``verb`` is the duty of the agency that the clause begins with ("Sở A: chỉ đạo …")."""
        opens = cues.OPENING.fullmatch(self.text[clause.start : first.start])
        between = self.text[first.end : clause.start + verb.start()].strip()
        says = between.startswith(":") or (not between and verb["verb"].lower() == "chỉ đạo")
        return bool(opens) and first.key not in _SUPERIOR and says

    def _instructs(self, clause: Clause, verb: re.Match[str]) -> bool:
        """Tell whether a line below the name of an agency says that it is to instruct others."""
        return clause.is_bullet and verb.start() == 0 and verb["verb"].lower() in ("chỉ đạo", "phân công")

    def _may_assign(self, subject: str, verb: str, charged: Mention) -> bool:
        trimmed = subject.rstrip()
        if any(not_now.search(subject) for not_now in (cues.PASSIVE, cues.PAST, cues.GIVEN)):
            return False
        if cues.NOT_NOW.search(trimmed):
            return False
        if cues.FROM_BELOW.search(subject) and not cues.LEADER.search(subject):
            return False
        is_above = charged.key in _SUPERIOR and not cues.HIGHER.search(subject)
        return verb.startswith(("giao", "phân")) or not is_above

    def _bound(self, clause: Clause, mentions: list[Mention]) -> _Task | None:
        said = self._said(clause, mentions)
        mentions = mentions[said or 0 :]
        opening = mentions and cues.OPENING.fullmatch(self.text[clause.start : mentions[0].start])
        if said is None and not opening:
            return None
        leads = self._run(mentions)
        together = self._together(mentions)
        if together:
            leads = together
        aside = cues.ASIDE.match(self.text, leads[-1].end, clause.end)
        after = self.text[aside.end() if aside else leads[-1].end : clause.end]
        if leads[0].key in _SUPERIOR or cues.IN_THE_CHAIR.match(after.lstrip(" ,:")):
            return None
        # Somebody's post and a verb only tell what a person did.
        is_agency = said is not None or not opening or not opening["role"]
        next_sentence = is_agency and clause.sentence - self.last_sentence <= 1
        follows = said is not None or self.is_directive or next_sentence
        # "giao Sở A …; Sở B …": the verb stands before the first and holds for all.
        shares_verb = clause.sentence in {self.last_sentence, self.heading_sentence} and not cues.DONE.match(after)
        charged = cues.CHARGED.match(after) if follows else None
        if (
            shares_verb
            or charged
            or cues.BOUND.match(after)
            or (follows and (cues.DUTY.match(after) or cues.HEADING.fullmatch(after)))
            or (clause.is_bullet and after.lstrip().startswith(":"))
            or (self.is_directive and (is_agency or clause.is_bullet) and _says_what(after))
            or (next_sentence and clause.line == self.last_line and _says_what(after))
        ):
            task = self._task(clause, leads)
            task.content_start = max(task.content_start, clause.end - len(after))
            task.content_start += charged.end("passive") if charged else 0
            return task
        return None

    def _together(self, mentions: list[Mention]) -> list[Mention]:
        """Return the agencies of "Sở A, Sở B phối hợp thu …", who do it together; none if one of them only helps."""
        run = mentions[:1]
        for mention in mentions[1:]:
            if not cues.JOIN.fullmatch(self.text[run[-1].end : mention.start]):
                break
            run.append(mention)
        return run if len(run) > 1 and cues.TOGETHER.match(self.text, run[-1].end) else []

    def _said(self, clause: Clause, mentions: list[Mention]) -> int | None:
        """Return the place of the first agency after what a leader says and a colon, ``None`` if there is none."""
        for number, mention in enumerate(mentions):
            says = cues.SAYS.search(self.text[clause.start : mention.start])
            if says and self._may_assign(self.text[clause.start : clause.start + says.start()], "giao", mention):
                return number
        return None

    def _with_name(self, mention: Mention) -> Mention:
        """Take the name of the province into "Thuế tỉnh Lam Giang"; behind a post stands the name of a person."""
        name = cues.NAME.match(self.text, mention.end)
        if mention.is_group or not name or cues.POST.search(self.text, max(0, mention.start - 30), mention.start):
            return mention
        return replace(mention, text=self.text[mention.start : name.end()], end=name.end())

    def _with_unlisted(self, mentions: list[Mention], is_directive: bool) -> list[Mention]:
        """Add the bodies that nobody listed, where one is charged by name."""
        patterns = (cues.ASSIGNED_BODY, cues.LISTED_BODY) if is_directive else (cues.ASSIGNED_BODY,)
        found = {match.start("body"): match for pattern in patterns for match in pattern.finditer(self.text)}
        for mention in mentions:
            if joined := cues.JOINED_BODY.match(self.text, mention.end):
                found[joined.start("body")] = joined
        known = {place for mention in mentions for place in range(mention.start, mention.end)}
        unlisted = [
            Mention(match["body"], *match.span("body"), " ".join(match["body"].split()))
            for start, match in found.items()
            if start not in known
        ]
        covered = {place for mention in unlisted for place in range(mention.start, mention.end)}
        return sorted([*unlisted, *(m for m in mentions if m.start not in covered)], key=lambda m: m.start)

    def _run(self, mentions: list[Mention]) -> list[Mention]:
        """Return the first agency and those joined to it by commas and "và"."""
        run = mentions[:1]
        for mention in mentions[1:]:
            between = self.text[run[-1].end : mention.start]
            if not cues.JOIN.fullmatch(between):
                break
            # "Giao Sở A, Sở B phối hợp …": the second helps, it is not charged.
            if cues.HELPS.match(self.text, mention.end):
                break
            run.append(mention)
        return run


def _says_what(after: str) -> bool:
    """Tell whether words that follow an agency in a numbered line of a directive may be its duty."""
    return after[1:2].islower() and not cues.DONE.match(after) and not cues.STATE.match(after)


def _coordinating(text: str, task: _Task) -> list[Mention]:
    """Return the agencies that a task's words call to help: "phối hợp với …", "gửi … thẩm định", "… phối hợp"."""
    others = [m for m in task.mentions if m.start >= task.content_start]
    found: list[Mention] = []
    number = 0
    while number < len(others):
        run = [others[number]]
        while number + 1 < len(others) and cues.JOIN.fullmatch(text[run[-1].end : others[number + 1].start]):
            number += 1
            run.append(others[number])
        number += 1
        before, after = text[task.content_start : run[0].start], text[run[-1].end : task.end]
        if cues.HELP_BEFORE.search(before) or cues.HELP_AFTER.match(after):
            found += run
    return found
